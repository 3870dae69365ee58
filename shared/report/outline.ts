import type { ChartSpec } from '../schemas/chart.ts';
import type { JobResult } from '../schemas/job.ts';
import type { Section } from '../schemas/text.ts';
import { counted, longDate } from './format.ts';

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
  recommendations: ['to-target'],
  readiness: [],
  'range-of-outcomes': ['retirement-balance'],
  'what-would-change-it': ['retirement-what-ifs'],
  'retirement-assumptions': ['retirement-assumptions'],
};

/** Sections that belong to the report's own parts of that name. */
const elsewhere = ['missing-or-uncertain', 'sources-and-method', 'disclaimer'];

export interface OutlinedSection extends Section {
  readonly charts: readonly ChartSpec[];
}

/** Where every text and chart of a result goes: the order of the report, whatever it is printed as. */
export interface Outline {
  readonly title: string;
  readonly covers: string;
  readonly portfolio: readonly OutlinedSection[];
  /** Charts of the portfolio and of retirement that no section has beside it. */
  readonly otherCharts: { readonly portfolio: readonly ChartSpec[]; readonly retirement: readonly ChartSpec[] };
  readonly retirement: readonly OutlinedSection[];
  readonly uncertain: readonly Section[];
  readonly method: readonly Section[];
}

function covers({ analysis, goals }: JobResult): string {
  if (analysis === null) return 'No figures could be computed.';
  const { accounts, positions, holdings } = analysis.totals;
  const plan = goals === null ? '' : ` A retirement plan from age ${goals.age} to ${goals.lifeExpectancy}.`;
  return `${counted(accounts, 'account')}, ${counted(positions, 'position')}, ${counted(holdings, 'instrument')} with a value.${plan}`;
}

/** A disclaimer that a writer put into a text is left out: the report carries it once, at its end. */
const withoutDisclaimer = (section: Section, disclaimer: string): Section => ({
  ...section,
  body: section.body.replaceAll(disclaimer, '').trim(),
});

export function outline(result: JobResult): Outline {
  const placed = new Set<string>();
  const place = (sections: readonly Section[]): OutlinedSection[] =>
    sections
      .filter(({ id }) => !elsewhere.includes(id))
      .map((section) => withoutDisclaimer(section, result.disclaimer))
      .map((section) => {
        const charts = (result.charts?.charts ?? []).filter(
          ({ id }) => besides[section.id]?.includes(id) && !placed.has(id),
        );
        charts.forEach(({ id }) => placed.add(id));
        return { ...section, charts };
      });
  const written = [...(result.report?.sections ?? []), ...(result.retirement?.sections ?? [])];
  const only = (id: string) =>
    written.filter((one) => one.id === id).map((one) => withoutDisclaimer(one, result.disclaimer));
  const portfolio = place(result.report?.sections ?? []);
  const retirement = place(result.retirement?.sections ?? []);
  const rest = (result.charts?.charts ?? []).filter(({ id }) => !placed.has(id));
  const ofRetirement = ({ id }: ChartSpec) => id.startsWith('retirement-');
  return {
    title: `Your portfolio on ${longDate(result.job.asOf)}`,
    covers: covers(result),
    portfolio,
    retirement,
    otherCharts: { portfolio: rest.filter((one) => !ofRetirement(one)), retirement: rest.filter(ofRetirement) },
    uncertain: only('missing-or-uncertain'),
    method: only('sources-and-method'),
  };
}
