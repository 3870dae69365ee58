import { costLine } from './cost.ts';
import { counted } from './format.ts';
import { describeChart } from './chart-description.ts';
import { isTabled } from './tabled.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import type { JobResult } from '../schemas/job.ts';
import { gapsOf, reasonsOf } from './gaps.ts';
import { keyFigures } from './key-figures.ts';
import { escapeMarkdown, harmless } from './markdown/escape.ts';
import { tableMarkdown } from './markdown/table.ts';
import { outline } from './outline.ts';
import type { Outline, OutlinedSection } from './outline.ts';
import { plainText } from '../charts/plain-text.ts';
import { provenance } from './provenance.ts';
import { allocationTables } from './tables/allocation-tables.ts';
import { driftTables } from './tables/drift-tables.ts';
import { holdingsTable } from './tables/holdings-table.ts';
import { judgementInShort, judgementsTable } from './tables/judgements-table.ts';
import { stepsTable, textsTable } from './tables/making-tables.ts';
import { modelCallsTable } from './tables/model-calls-table.ts';
import { scoresTable } from './tables/scores-table.ts';
import type { Table } from './tables/table.ts';

const bullets = (items: readonly string[]): string => items.map((one) => `- ${escapeMarkdown(one)}`).join('\n');
const tables = (all: readonly (Table | null)[]): string[] =>
  all.flatMap((one) => (one === null ? [] : [tableMarkdown(one)]));

/** A chart in words: there are no pictures here. What a table gives as well is not read out a second time. */
function chart(spec: ChartSpec, currency: string, body = ''): string {
  const caption = spec.caption === '' ? '' : ` ${harmless(spec.caption)}`;
  const figures = isTabled(spec, body) ? '' : ` ${escapeMarkdown(plainText(describeChart(spec, currency)))}`;
  return `> **${escapeMarkdown(plainText(spec.title))}.**${caption}${figures}`;
}

function sections(all: readonly OutlinedSection[], currency: string): string[] {
  return all.flatMap(({ title, banner, body, charts, tables: own }) => [
    `### ${escapeMarkdown(plainText(title))}`,
    ...(banner === undefined ? [] : [`> **${escapeMarkdown(banner)}**`]),
    harmless(body),
    ...charts.map((one) => chart(one, currency, body)),
    ...tables(own),
  ]);
}

function inShort({ summary, analysis, question }: JobResult): string[] {
  const known = analysis === null ? [] : keyFigures(analysis);
  return [
    ...(summary === null
      ? []
      : [
          `**${harmless(summary.headline)}**`,
          ...(question !== undefined && typeof summary.answer === 'string'
            ? [`> **You asked:** ${escapeMarkdown(question.replace(/\s+/g, ' '))}`, harmless(summary.answer)]
            : []),
          harmless(summary.body),
          summary.observations.map((one, at) => `${at + 1}. ${harmless(one)}`).join('\n'),
        ]),
    ...(known.length === 0
      ? []
      : [
          known
            .map(
              ({ label, value, note }) =>
                `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}** (${escapeMarkdown(note)})`,
            )
            .join('\n'),
        ]),
  ];
}

function uncertain(result: JobResult, outlined: Outline): string[] {
  const gaps = gapsOf(result);
  return [
    ...outlined.uncertain.map(({ body }) => harmless(body)),
    ...(gaps.length === 0 && outlined.uncertain.length === 0 && result.analysis !== null
      ? ['Nothing was left out, and every price is recent.']
      : []),
    ...gaps.flatMap(({ title, items, more, remedy }) => [
      `**${escapeMarkdown(title)}**`,
      bullets([...items, ...(more > 0 ? [`and ${more} more, not listed`] : [])]),
      ...(remedy === undefined ? [] : [escapeMarkdown(remedy)]),
    ]),
  ];
}

/** Hundreds of rows that no reader reads to the end are for programs: the report's third file has them. */
const factsElsewhere = ({ facts }: JobResult): string[] =>
  facts.length === 0
    ? []
    : [
        `All ${counted(facts.length, 'fact')} behind the figures, each with its value, day and derivation, are in result.json under “facts”; report.html lists them too.`,
      ];

/** The same report for those who read Markdown: its tables, and its charts in words. Names are text in it, never markup. */
export function renderMarkdown(result: JobResult): string {
  const outlined = outline(result);
  const { analysis, job } = result;
  const cost = costLine(result);
  const judged = judgementInShort(result);
  const currency = analysis?.baseCurrency ?? 'USD';
  const part = (title: string, blocks: readonly string[]): string[] =>
    blocks.length === 0 ? [] : [`## ${title}`, ...blocks];
  const reasons = reasonsOf(result);
  return `${[
    `# ${outlined.title}`,
    outlined.covers,
    ...(job.status === 'completed' ? [] : [`**Incomplete: this analysis is ${job.status}.**`, bullets(reasons)]),
    ...part('In short', inShort(result)),
    // Where a reader meets it: tables of how it was made stand at the end.
    `> **Please note.** ${escapeMarkdown(result.disclaimer)}`,
    ...part('The portfolio', sections(outlined.portfolio, currency)),
    ...part('Holdings, allocation and targets', [
      ...tables(analysis === null ? [] : [holdingsTable(analysis)]),
      ...outlined.otherCharts.portfolio.map((one) => chart(one, currency)),
      ...tables(
        analysis === null || analysis.holdings.length === 0
          ? []
          : [...allocationTables(analysis), ...driftTables(analysis)],
      ),
      ...tables(outlined.otherTables.portfolio),
    ]),
    ...part('Retirement', [
      ...sections(outlined.retirement, currency),
      ...outlined.otherCharts.retirement.map((one) => chart(one, currency)),
      ...tables(outlined.otherTables.retirement),
    ]),
    ...part('What is missing or uncertain', uncertain(result, outlined)),
    ...part('How these figures were made', [
      ...outlined.method.map(({ body }) => harmless(body)),
      bullets([
        ...provenance(result),
        ...factsElsewhere(result),
        ...(judged === null ? [] : [judged]),
        ...(cost === null ? [] : [cost]),
      ]),
      ...tables([
        analysis === null ? null : scoresTable(analysis),
        stepsTable(result),
        textsTable(result),
        judgementsTable(result),
        modelCallsTable(result),
      ]),
    ]),
  ]
    .filter((block) => block.trim() !== '')
    .join('\n\n')}\n`;
}
