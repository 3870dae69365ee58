import type { RetirementResult } from '../../schemas/analysis.ts';
import { isCertain } from '../retirement/proportion.ts';
import { termsOf } from '../retirement/terms.ts';
import type { FactDraft } from './fact-list.ts';
import { slugs, symbolSlug } from './slug.ts';

/** The fan at today, retirement, the end and every fifth birthday: enough to talk about, few enough to read. */
export function balanceFacts(result: RetirementResult): FactDraft[] {
  const { balance, paths, seed } = result;
  const { futures, historical, forLife, spendingFrom } = termsOf(result);
  const whom = balance.alive === undefined || !forLife ? '' : ' in which somebody is alive';
  const how = `Percentile over ${paths} ${futures}${whom}${historical ? '' : `, seed ${seed}`}.`;
  return balance.ages.flatMap((age, index) => {
    const last = index === balance.ages.length - 1;
    if (index !== 0 && !last && age !== Math.ceil(spendingFrom) && age % 5 !== 0) return [];
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

/** What one change would do. */
export function whatIfFacts(result: RetirementResult): FactDraft[] {
  const { whatIfs } = result;
  const { historical } = termsOf(result);
  const slug = slugs(symbolSlug);
  const how = historical
    ? 'Run again with this one change, from the same starts.'
    : 'Simulated again with this one change, on the same random numbers.';
  return whatIfs.slice(0, 20).flatMap(({ key, label, success, change, standardError }): FactDraft[] => {
    const name = `retirement.whatIf.${slug(key)}`;
    return [
      { name: `${name}.label`, label: 'What if', value: label, unit: 'text', how },
      {
        name: `${name}.success`,
        label: `${label}: ${historical ? 'share of historical starts from which' : 'chance that'} the money lasts`,
        value: success,
        unit: 'fraction',
        how,
      },
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
  });
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
      label: `Correlation of the yearly returns of ${one.toLowerCase()} and ${other.toLowerCase()}`,
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
