import type { JobResult } from '../../schemas/job.ts';
import { counted, instant, listed, longDate } from '../format.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Outline } from '../outline.ts';
import { prose } from '../prose.ts';
import { factsTable } from '../tables/facts-table.ts';
import { stepsTable, textsTable } from '../tables/making-tables.ts';
import { tableHtml } from './table.ts';

/** Who computed, who wrote, from what, when. */
export function provenance({ job, analysis }: JobResult): string[] {
  const rates = analysis?.exchangeRates ?? [];
  const used = rates.map(
    ({ from, to, rate, asOf, source }) => `1 ${from} = ${rate} ${to} (${longDate(asOf)}, ${source})`,
  );
  return [
    'Every figure was computed by code from the positions, prices and goals of the day; the texts were written from those figures and may state no others.',
    `The same positions, prices and random seed (${job.seed}) give the same figures again.`,
    ...(used.length === 0 ? [] : [`Exchange rates: ${listed(used)}.`]),
    `Analysis ${job.id}, asked for ${instant(job.createdAt)}${job.finishedAt === null ? '' : `, finished ${instant(job.finishedAt)}`}.`,
  ];
}

/** The method, the checks of the texts, the steps, and the facts in a list that opens. */
export function howMade(result: JobResult, { method }: Outline): Markup {
  const facts = factsTable(result);
  const others = [textsTable(result), stepsTable(result)].filter((one) => one !== null);
  return html`${method.map(({ body }) => prose(body))}${provenance(result).map(
    (one) => html`<p>${one}</p> `,
  )}${others.map((one) => tableHtml(one))}${
    facts === null
      ? null
      : html`<details>
          <summary>All ${counted(result.facts.length, 'fact')}: name, value, date and derivation</summary>
          <p class="muted">Open this list before printing to have it on paper.</p>
          ${tableHtml(facts, { bare: true })}
        </details> `
  }`;
}
