import { called } from '../finance/called.ts';
import { slugs, symbolSlug } from '../finance/facts/slug.ts';
import type { Analysis, ValuedHolding } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { money, percent } from './figure-format.ts';
import { plainText } from './plain-text.ts';

const MOST = 12;

/** How shared/finance names the facts of each holding, by its place in the list. */
function factNames(holdings: readonly ValuedHolding[]): string[] {
  const slug = slugs(symbolSlug);
  const cashSlug = slugs(symbolSlug);
  return holdings.map((one) =>
    one.kind === 'cash' ? `cash.${cashSlug(one.currency)}` : `holding.${slug(one.symbol)}`,
  );
}

/** A balance's name says more than its currency's code. */
const labelOfHolding = ({ kind, symbol, name }: ValuedHolding): string =>
  kind === 'cash' ? name : plainText(called(symbol, name));

const single = { stacked: false, horizontal: true } as const;

/** The largest holdings by their share of the portfolio; what is beyond them as one bar that says how many it holds. */
function topHoldings({ holdings, otherHoldings, totals }: Analysis): ChartSpec[] {
  // Of debts above all that is held there are no shares.
  if (holdings.length === 0 || totals.value <= 0) return [];
  const shown = holdings.slice(0, MOST);
  const rest = holdings.slice(MOST);
  const restCount = rest.length + otherHoldings.count;
  const restWeight = rest.reduce((sum, { weight }) => sum + weight, 0) + otherHoldings.weight;
  const other = restCount === 0 ? [] : [{ label: `Other (${restCount})`, value: restWeight }];
  const [largest] = shown;
  return [
    {
      id: 'top-holdings',
      kind: 'bars',
      title: 'The largest holdings',
      caption:
        largest === undefined
          ? ''
          : `${labelOfHolding(largest)} is the largest, ${percent(largest.weight)} of the portfolio.`,
      unit: 'fraction',
      facts: [...factNames(holdings).map((name) => `${name}.weight`), 'otherHoldings.weight'],
      categories: [...shown.map(labelOfHolding), ...other.map(({ label }) => label)],
      series: [
        {
          label: 'Share of the portfolio',
          values: [...shown.map(({ weight }) => weight), ...other.map(({ value }) => value)],
        },
      ],
      ...single,
    },
  ];
}

/** What each holding has gained or lost against what was paid for it, where that is known of at least two. */
function gains({ holdings, baseCurrency, totals }: Analysis): ChartSpec[] {
  const names = factNames(holdings);
  const known = holdings.flatMap((one, at) =>
    one.gain === null || one.gain === 0
      ? []
      : [{ label: labelOfHolding(one), gain: one.gain, fact: `${names[at] ?? one.symbol}.gain` }],
  );
  if (known.length < 2) return [];
  const largest = known.toSorted((a, b) => Math.abs(b.gain) - Math.abs(a.gain)).slice(0, MOST);
  const shown = largest.toSorted((a, b) => b.gain - a.gain);
  return [
    {
      id: 'gains',
      kind: 'bars',
      title: 'Gains and losses not yet realized',
      caption:
        totals.gain === null
          ? ''
          : `In all ${money(totals.gain, baseCurrency)}, where the cost is known: ${percent(totals.gainCoverage)} of what is invested.`,
      unit: 'usd',
      basis: 'nominal',
      facts: ['portfolio.gain', 'portfolio.gain.coverage', ...shown.map(({ fact }) => fact)],
      categories: shown.map(({ label }) => label),
      series: [{ label: 'Value less cost', values: shown.map(({ gain }) => gain) }],
      ...single,
    },
  ];
}

/** Charts of single holdings. */
export const holdingCharts = (analysis: Analysis): ChartSpec[] => [...topHoldings(analysis), ...gains(analysis)];
