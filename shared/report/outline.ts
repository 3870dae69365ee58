import type { ChartSpec } from '../schemas/chart.ts';
import type { JobResult } from '../schemas/job.ts';
import type { Section } from '../schemas/text.ts';
import { counted, longDate } from './format.ts';
import { tablesBeside } from './tables/beside.ts';
import type { PlacedTable } from './tables/beside.ts';
import type { Table } from './tables/table.ts';

/** Which charts stand beside which section; what has no such section stands beside the tables. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'what-you-own': ['top-holdings', 'accounts', 'gains'],
  'how-it-is-spread': [
    'asset-classes',
    'regions',
    'sectors',
    'account-types',
    'currencies',
    'drift-asset-classes',
    'drift-regions',
  ],
  performance: ['performance'],
  risks: ['stress'],
  recommendations: ['to-target'],
  readiness: ['retirement-ruin-ages', 'retirement-first-years'],
  'range-of-outcomes': ['retirement-balance', 'retirement-spending'],
  'what-would-change-it': ['retirement-what-ifs'],
  'retirement-assumptions': ['retirement-assumptions'],
};

/** Sections that belong to the report's own parts of that name. */
const elsewhere = ['missing-or-uncertain', 'sources-and-method', 'disclaimer'];

export interface OutlinedSection extends Section {
  /** What a reader has to know before they read it; none in most. */
  readonly banner?: string;
  readonly charts: readonly ChartSpec[];
  readonly tables: readonly Table[];
}

/** Where every text and chart of a result goes: the order of the report, whatever it is printed as. */
export interface Outline {
  readonly title: string;
  readonly covers: string;
  readonly portfolio: readonly OutlinedSection[];
  /** Charts of the portfolio and of retirement that no section has beside it. */
  readonly otherCharts: { readonly portfolio: readonly ChartSpec[]; readonly retirement: readonly ChartSpec[] };
  /** Tables whose section was not written. */
  readonly otherTables: { readonly portfolio: readonly Table[]; readonly retirement: readonly Table[] };
  readonly retirement: readonly OutlinedSection[];
  readonly uncertain: readonly Section[];
  readonly method: readonly Section[];
}

function covers({ analysis, goals }: JobResult): string {
  if (analysis === null) return 'No figures could be computed.';
  const { accounts, holdings } = analysis.totals;
  const positions = analysis.totals.positions + analysis.excludedCount;
  const whole = analysis.retirement?.plan;
  const plan =
    goals !== null
      ? ` A retirement plan from age ${goals.age} to ${goals.lifeExpectancy}.`
      : whole === undefined
        ? ''
        : ` A retirement plan of ${whole.people.length === 1 ? 'one person' : 'two people'}.`;
  return `${counted(accounts, 'account')}, ${counted(positions, 'position')}, ${counted(holdings, 'instrument')} with a value.${plan}`;
}

/** Code says so, whoever wrote the section and whatever they said. */
const SAMPLES: Pick<OutlinedSection, 'banner'> = {
  banner:
    'Invented sample pages. Alex comes with them to show what a citation looks like; nobody published them, and they are cited in reports on the project’s own examples only, never on a portfolio of yours.',
};

/** A disclaimer that a writer put into a text is left out: the report carries it once, at its end. */
const withoutDisclaimer = (section: Section, disclaimer: string): Section => ({
  ...section,
  body: section.body.replaceAll(disclaimer, '').trim(),
});

export function outline(result: JobResult): Outline {
  const placed = new Set<string>();
  const tables = tablesBeside(result);
  const citesSamples = (result.report?.research?.sources ?? []).some(({ sample }) => sample === true);
  const place = (sections: readonly Section[], beside: readonly PlacedTable[]): OutlinedSection[] =>
    sections
      .filter(({ id }) => !elsewhere.includes(id))
      .map((section) => withoutDisclaimer(section, result.disclaimer))
      .map((section) => {
        const charts = (result.charts?.charts ?? []).filter(
          ({ id }) => besides[section.id]?.includes(id) && !placed.has(id),
        );
        charts.forEach(({ id }) => placed.add(id));
        const own = beside.filter((one) => one.section === section.id).map(({ table }) => table);
        const warned = section.id === 'market-context' && citesSamples ? SAMPLES : {};
        return { ...section, ...warned, charts, tables: own };
      });
  const written = [...(result.report?.sections ?? []), ...(result.retirement?.sections ?? [])];
  const only = (id: string) =>
    written.filter((one) => one.id === id).map((one) => withoutDisclaimer(one, result.disclaimer));
  const portfolio = place(result.report?.sections ?? [], tables.portfolio);
  const retirement = place(result.retirement?.sections ?? [], tables.retirement);
  const unplaced = (all: readonly PlacedTable[], sections: readonly OutlinedSection[]) =>
    all.filter(({ section }) => !sections.some(({ id }) => id === section)).map(({ table }) => table);
  const rest = (result.charts?.charts ?? []).filter(({ id }) => !placed.has(id));
  const ofRetirement = ({ id }: ChartSpec) => id.startsWith('retirement-');
  return {
    title: `Your portfolio on ${longDate(result.job.asOf)}`,
    covers: covers(result),
    portfolio,
    retirement,
    otherCharts: { portfolio: rest.filter((one) => !ofRetirement(one)), retirement: rest.filter(ofRetirement) },
    otherTables: {
      portfolio: unplaced(tables.portfolio, portfolio),
      retirement: unplaced(tables.retirement, retirement),
    },
    uncertain: only('missing-or-uncertain'),
    method: only('sources-and-method'),
  };
}
