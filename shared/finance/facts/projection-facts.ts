import type { RetirementResult } from '../../schemas/analysis.ts';
import { labelWithin } from '../labels.ts';
import { isCertain } from '../retirement/proportion.ts';
import { termsOf } from '../retirement/terms.ts';
import type { FactDraft } from './fact-list.ts';
import { slugs, symbolSlug } from './slug.ts';

/**
 * The fan at today, retirement, the beginning of spending, the end and every fifth birthday: enough to talk about, few enough to read; and at
 * the ages `asked` for.
 */
export function balanceFacts(result: RetirementResult, asked: ReadonlySet<number> = new Set()): FactDraft[] {
  const { balance, paths, seed } = result;
  const { futures, historical, forLife, spendingFrom, workStops } = termsOf(result);
  const turns = new Set([workStops, spendingFrom].map(Math.ceil));
  const whom = balance.alive === undefined || !forLife ? '' : ' in which somebody is alive';
  const how = `Percentile over ${paths} ${futures}${whom}${historical ? '' : `, seed ${seed}`}.`;
  return balance.ages.flatMap((age, index) => {
    const last = index === balance.ages.length - 1;
    if (index !== 0 && !last && !turns.has(age) && !asked.has(age) && age % 5 !== 0) return [];
    return (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((percentile): FactDraft => ({
      name: `retirement.balance.${percentile}.${age}`,
      label: `Balance at age ${age}, ${percentile.slice(1)}th percentile`,
      value: balance[percentile][index],
      unit: 'usd',
      basis: 'real',
      how,
    }));
  });
}

/** Whether a change is told from chance: a small one may be certain, a large one may not. */
function sureness(change: number, standardError: number): string {
  if (change === 0) return '';
  return isCertain({ change, standardError })
    ? ' Certain, however small: more than two of its standard errors.'
    : ' Within its error: it may be none.';
}

/** What one change would do: to the chance, or where that moves with none of them to spending. */
export function whatIfFacts(result: RetirementResult): FactDraft[] {
  const { whatIfs, comparedSpending } = result;
  const { historical } = termsOf(result);
  const slug = slugs(symbolSlug);
  const how = historical
    ? 'Run again with this one change, from the same starts.'
    : 'Simulated again with this one change, on the same random numbers.';
  return [
    ...(comparedSpending === undefined ? [] : comparedFacts(comparedSpending, historical)),
    ...whatIfs.slice(0, 20).flatMap(({ key, label, success, change, standardError, spending }): FactDraft[] => {
      const name = `retirement.whatIf.${slug(key)}`;
      const facts: FactDraft[] = [
        { name: `${name}.label`, label: 'What if', value: label, unit: 'text', how },
        {
          name: `${name}.success`,
          label: `${label}: ${historical ? 'share of historical starts from which' : 'chance that'} the money lasts`,
          value: success,
          unit: 'fraction',
          how,
        },
      ];
      if (spending !== undefined) {
        const year = `a year at age ${comparedSpending?.age ?? 0}`;
        return [
          ...facts,
          ...spendingChangeFacts(`${name}.spending`, `${label}: median spending ${year}`, spending.median, how),
          ...spendingChangeFacts(`${name}.lowSpending`, `${label}: ${atLeast(historical)} ${year}`, spending.low, how),
          ...OVER_ALL.flatMap(([leaf, words]) => {
            const change = spending[leaf];
            return change === undefined
              ? []
              : spendingChangeFacts(`${name}.${leaf}`, `${label}: ${words}`, change, how);
          }),
        ];
      }
      return [
        ...facts,
        {
          name: `${name}.change`,
          label: `${label}: change of the ${historical ? 'share' : 'chance'}`,
          value: change,
          unit: 'points',
          how: `${how}${sureness(change, standardError)}`,
        },
        {
          name: `${name}.standardError`,
          label: `${label}: standard error of the change`,
          value: standardError,
          unit: 'points',
          how,
        },
      ];
    }),
  ];
}

/** What is spent over all years of spending, of the middle path. */
const OVER_ALL = [
  ['meanYear', 'median of what the mean year of spending comes to'],
  ['lowestYear', 'median of what is spent in the lowest year'],
] as const;

const atLeast = (historical: boolean): string =>
  `spending that 19 of 20 ${historical ? 'historical starts' : 'futures'} reach`;

/** The year in which what-ifs are compared, and what the plan spends in it. */
function comparedFacts(
  { age, median, low, ...over }: NonNullable<RetirementResult['comparedSpending']>,
  historical: boolean,
): FactDraft[] {
  const at = 'retirement.comparedSpending';
  const how = 'The money lasts whatever is changed, so the what-ifs are ranked by the median of spending at this age.';
  const usd = { unit: 'usd', basis: 'real', how } as const;
  return [
    { name: `${at}.age`, label: 'Age at which what-ifs are compared by spending', value: age, unit: 'age', how },
    { name: `${at}.median`, label: `Median spending a year at age ${age}, as planned`, value: median, ...usd },
    { name: `${at}.low`, label: `As planned: ${atLeast(historical)} a year at age ${age}`, value: low, ...usd },
    ...OVER_ALL.map(([leaf, words]): FactDraft => ({
      name: `${at}.${leaf}`,
      label: `As planned: ${words}`,
      value: over[leaf],
      ...usd,
      how: 'Over the years of spending that are lived whole, one-off goals included.',
    })),
  ];
}

function spendingChangeFacts(
  name: string,
  label: string,
  { value, change, standardError }: { value: number; change: number; standardError: number },
  how: string,
): FactDraft[] {
  const usd = { unit: 'usd', basis: 'real' } as const;
  return [
    { name, label, value, ...usd, how },
    {
      name: `${name}Change`,
      label: `${label}, change`,
      value: change,
      ...usd,
      how: `${how}${sureness(change, standardError)}`,
    },
    { name: `${name}Error`, label: `${label}, standard error of the change`, value: standardError, ...usd, how },
  ];
}

/** What the simulation takes for granted. */
export function assumptionFacts(result: RetirementResult): FactDraft[] {
  const { assumptions, inflation, correlations = [], correlationSource = '' } = result;
  const slug = slugs(symbolSlug);
  const pair = slugs(symbolSlug);
  return [
    ...assumptions.slice(0, 20).flatMap(({ key, label, mean, volatility, weight, source }): FactDraft[] => {
      const name = `assumption.${slug(key)}`;
      return [
        {
          name: `${name}.mean`,
          label: `${label}, expected yearly return (arithmetic)`,
          value: mean,
          unit: 'fraction',
          basis: 'nominal',
          how: source,
        },
        {
          name: `${name}.volatility`,
          label: `${label}, yearly volatility`,
          value: volatility,
          unit: 'fraction',
          basis: 'nominal',
          how: source,
        },
        {
          name: `${name}.weight`,
          label: `${label}, share simulated`,
          value: weight,
          unit: 'fraction',
          how: 'Look-through share of what is classified.',
        },
      ];
    }),
    ...correlations.slice(0, 20).map(({ one, other, value }): FactDraft => ({
      name: `assumption.correlation.${pair(`${one} ${other}`)}`,
      label: `Correlation of the yearly returns of ${labelWithin(one)} and ${labelWithin(other)}`,
      value,
      unit: 'ratio',
      how: correlationSource,
    })),
    {
      name: 'assumption.inflation.mean',
      label: 'Inflation a year',
      value: inflation.mean,
      unit: 'fraction',
      how: inflation.source,
    },
  ];
}
