import type { ChartSpec } from '../../schemas/chart.ts';
import type { JobResult } from '../../schemas/job.ts';
import type { Section } from '../../schemas/text.ts';
import { gapsOf } from '../gaps.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Outline, OutlinedSection } from '../outline.ts';
import { plainText } from '../../charts/plain-text.ts';
import { prose } from '../prose.ts';
import { allocationTables } from '../tables/allocation-tables.ts';
import { driftTables } from '../tables/drift-tables.ts';
import { holdingsTable } from '../tables/holdings-table.ts';
import type { Table } from '../tables/table.ts';
import { citingProse } from './citation-links.ts';
import { figureHtml } from './figure.ts';
import { inShort } from './opening.ts';
import type { Part } from './opening.ts';
import { howMade } from './how-made.ts';
import { tableHtml } from './table.ts';

/** So many of a kind are shown at once; the others are a click away. */
const SHOWN = 12;

/** The section that may cite. */
const CITING = 'market-context';

const currencyOf = ({ analysis }: JobResult): string => analysis?.baseCurrency ?? 'USD';

const sectionHtml = (
  { id, title, body, banner }: Section & Pick<OutlinedSection, 'banner'>,
  result: JobResult,
  under: Markup | null = null,
): Markup =>
  html`<h3 id="section-${id}">${plainText(title)}</h3>
    ${banner === undefined ? null : html`<p class="notice banner" role="note">${banner}</p>`}${id === CITING ? citingProse(body, result) : prose(body)}${under}`;

const drawings = (charts: readonly ChartSpec[], currency: string): Markup[] =>
  charts.map((one) => figureHtml(one, currency));

const written = (sections: readonly OutlinedSection[], result: JobResult): Markup[] =>
  sections.map((one) =>
    sectionHtml(
      one,
      result,
      html`${drawings(one.charts, currencyOf(result))}${one.tables.map((table) => tableHtml(table))}`,
    ),
  );

function portfolio(result: JobResult, { portfolio: sections }: Outline): Markup | null {
  return sections.length === 0 ? null : html`${written(sections, result)}`;
}

function tables(result: JobResult, { otherCharts, otherTables }: Outline): Markup | null {
  const { analysis } = result;
  const charts = drawings(otherCharts.portfolio, currencyOf(result));
  const holdings = analysis === null ? null : holdingsTable(analysis);
  if (analysis === null || holdings === null) return charts.length === 0 ? null : html`${charts}`;
  const all = (some: readonly Table[]) => some.map((one) => tableHtml(one));
  return html`${tableHtml(holdings)}${charts}
    <div class="allocations">${all(allocationTables(analysis))}</div>
    ${all(driftTables(analysis))}${all(otherTables.portfolio)}`;
}

function retirement(result: JobResult, { retirement: sections, otherCharts, otherTables }: Outline): Markup | null {
  const currency = currencyOf(result);
  const charts = drawings(otherCharts.retirement, currency);
  if (otherTables.retirement.length + sections.length + charts.length === 0) return null;
  return html`${written(sections, result)}${charts}${otherTables.retirement.map((one) => tableHtml(one))}`;
}

function uncertain(result: JobResult, { uncertain: sections }: Outline): Markup | null {
  const gaps = gapsOf(result);
  if (result.analysis === null && gaps.length === 0) return null;
  const list = (items: readonly string[]) =>
    html`<ul>
      ${items.map((one) => html`<li><bdi>${one}</bdi></li>`)}
    </ul>`;
  const box = gaps.map(({ title, items, more, remedy }) => {
    const rest = items.slice(SHOWN);
    return html`<h3>${title}</h3>
      ${list(items.slice(0, SHOWN))}${
        rest.length === 0
          ? null
          : html`<details>
              <summary>${rest.length} more</summary>
              ${list(rest)}
            </details>`
      }${more === 0 ? null : html`<p>${items.length === 0 ? '' : `And ${more} more, not listed.`}</p>`}${remedy === undefined ? null : html`<p class="muted">${remedy}</p>`} `;
  });
  return html`${sections.map(({ body }) => prose(body))}${
    gaps.length === 0
      ? sections.length === 0
        ? html`<p>Nothing was left out, and every price is recent.</p>`
        : null
      : html`<div class="notice">${box}</div>`
  } `;
}

/** The parts of the report in their order, only those that have something to say. */
export function partsOf(result: JobResult, outlined: Outline): Part[] {
  const part = (id: string, title: string, content: Markup | null): Part[] =>
    content === null ? [] : [{ id, title, content }];
  return [
    ...part('summary', 'In short', inShort(result)),
    ...part('portfolio', 'The portfolio', portfolio(result, outlined)),
    ...part('tables', 'Holdings, allocation and targets', tables(result, outlined)),
    ...part('retirement', 'Retirement', retirement(result, outlined)),
    ...part('uncertain', 'What is missing or uncertain', uncertain(result, outlined)),
    ...part('how', 'How these figures were made', howMade(result, outlined)),
  ];
}
