import { nameOf } from '../finance/retirement/name-of.ts';
import { proportion } from '../finance/retirement/proportion.ts';
import { termsOf } from '../finance/retirement/terms.ts';
import { whatIfMeasure } from '../finance/retirement/what-if-measure.ts';
import { TWO_SIDED_95 } from '../finance/risk/normal-law.ts';
import type { RetirementResult } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { chance, money } from './figure-format.ts';
import { BEGIN_AT_THE_PLAN, beginAtThePlan } from './from-the-plan.ts';

/** The chance of success, or what can be spent where that is what changes move, as it stands and then under each single change. */
export function whatIfChart(result: RetirementResult, currency: string): ChartSpec[] {
  const measure = whatIfMeasure(result);
  if (measure === null) return [];
  return [measure === 'spending' ? ofSpending(result, currency) : ofChances(result)];
}

const common = { id: 'retirement-what-ifs', kind: 'bars', title: 'What one change would do' } as const;
const shape = { stacked: false, horizontal: true } as const;

/** The first bar, and whether the others begin where it ends. */
function planBar(values: readonly number[]): { name: string; baseline: number | undefined } {
  return beginAtThePlan(values)
    ? { name: 'As planned, where the bars begin', baseline: values[0] }
    : { name: 'As planned', baseline: undefined };
}

function ofChances({
  success,
  standardError,
  interval,
  paths,
  whatIfs: changes,
  ...result
}: RetirementResult): ChartSpec {
  const { chance: label, historical, futures } = termsOf({ success, ...result });
  const chances = [success, ...changes.map((one) => one.success)];
  const { name, baseline } = planBar(chances);
  const sampled = (share: number) => proportion(Math.round(share * paths), paths).interval;
  return {
    ...common,
    caption: [
      historical
        ? `As planned the money lasts from ${chance(success)} of the ${paths} ${futures}.`
        : `The chance that the money lasts is ${chance(success)} as planned, give or take ${chance(standardError)} for sampling error.`,
      ...(baseline === undefined ? [] : [BEGIN_AT_THE_PLAN]),
    ].join(' '),
    unit: 'fraction',
    facts: [
      'retirement.success',
      ...(historical ? [] : ['retirement.standardError']),
      ...changes.map(({ key }) => `retirement.whatIf.${key}.success`),
    ],
    categories: [name, ...changes.map(({ label }) => label)],
    series: [{ label, values: chances }],
    ...(baseline !== undefined && { baseline }),
    // Starts that overlap are no sample: an interval would say too much.
    ...(historical ? {} : { errors: [interval, ...changes.map((one) => sampled(one.success))] }),
    ...shape,
  };
}

function ofSpending(result: RetirementResult, currency: string): ChartSpec {
  const { comparedSpending, whatIfs } = result;
  const { historical, futures, couple } = termsOf(result);
  const { age, median } = comparedSpending ?? { age: 0, median: 0 };
  const effects = whatIfs.flatMap(({ key, label, spending }) =>
    spending === undefined ? [] : [{ key, label, ...spending.median }],
  );
  const medians = [median, ...effects.map(({ value }) => value)];
  const { name, baseline } = planBar(medians);
  const at = `age ${age}${couple ? ` of ${nameOf(result.plan?.people ?? [], 0)}` : ''}`;
  return {
    ...common,
    title: 'What one change would do to spending',
    caption: [
      `Half of the ${futures} spend more than ${money(median, currency)} a year at ${at} as planned, half less. Today's dollars.`,
      ...(baseline === undefined ? [] : [BEGIN_AT_THE_PLAN]),
    ].join(' '),
    unit: 'usd',
    basis: 'real',
    facts: [
      'retirement.comparedSpending.median',
      'retirement.comparedSpending.age',
      ...effects.map(({ key }) => `retirement.whatIf.${key}.spending`),
    ],
    categories: [name, ...effects.map(({ label }) => label)],
    series: [{ label: `Median spending at ${at}`, values: medians }],
    ...(baseline !== undefined && { baseline }),
    // Of the effect, on the same futures: the plan's own is what it is measured from.
    ...(historical
      ? {}
      : {
          errors: [
            null,
            ...effects.map(({ value, standardError }): [number, number] => [
              value - TWO_SIDED_95 * standardError,
              value + TWO_SIDED_95 * standardError,
            ]),
          ],
        }),
    ...shape,
  };
}
