import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Compiled } from '../compile/compile.ts';
import { emptySpending } from '../ledger/recorder.ts';
import type { PathSpending } from '../ledger/recorder.ts';
import { quantiles, withoutGaps } from '../percentiles.ts';
import { quantileChanges } from '../quantile-change.ts';
import type { QuantileChange } from '../quantile-change.ts';
import type { Asking } from './question.ts';
import type { PlanFan } from './result.ts';
import type { WhatIf } from './what-ifs.ts';

/**
 * What a plan spends, real: in one year the middle of the paths, and what 19 of 20 of them spend at least; over all years of spending
 * that are lived whole the middle of the paths' mean years, and of their lowest.
 */
interface Spending<Figure> {
  median: Figure;
  low: Figure;
  meanYear: Figure;
  lowestYear: Figure;
}

/** What a change does to what is spent. */
export type SpendingChange = Spending<QuantileChange>;

export interface SpendingEffects extends Spending<number> {
  /** Of the first person, in the year that is compared. */
  age: number;
  /** By what-if, in their order. */
  changes: SpendingChange[];
}

/** The 5th percentile and the median. */
const LOW_AND_MEDIAN = [0.05, 0.5];
const MEDIAN = [0.5];
/** So many years after spending begins its first years no longer decide, and most still live. */
const YEARS_AFTER = 10;
/** A retirement two years later has to have begun by then. */
const YEARS_BEFORE = 2;

/**
 * What each what-if does to spending, in one year of retirement and over all, on the plan's own futures: of rules that spend less rather than run out
 * it is spending that a change moves. One year says little of a change that takes before it gives, or takes at the end: the mean year and
 * the lowest say it. Null where too few years are spent in to compare one. One run a what-if: what the paths spend is kept for two plans
 * at a time.
 *
 * @param spending of the plan, by age
 */
export function* spendingEffects(
  plan: Plan,
  changes: readonly WhatIf[],
  paths: number,
  { compiled, spending }: { compiled: Compiled; spending: PlanFan },
): Asking<SpendingEffects | null> {
  const year = comparedYear(compiled, spending);
  if (year === null) return null;
  const spentBy = function* (one: Plan): Asking<PathSpending> {
    const { spent } = yield { plans: [one], paths, record: false, spendingIn: year };
    return spent ?? emptySpending(paths);
  };
  const spent = yield* spentBy(plan);
  // Kept from the next run, whose paths may be written over these.
  const before = { year: spent.year.slice(), lowest: spent.lowest.slice(), mean: spent.mean.slice() };
  const [low = 0, median = 0] = quantiles(withoutGaps(before.year), LOW_AND_MEDIAN);
  const middle = (values: Float64Array): number => quantiles(withoutGaps(values), MEDIAN)[0] ?? 0;
  const effects: SpendingEffects['changes'] = [];
  for (const change of changes) {
    const after = yield* spentBy(change.plan);
    const [lowChange, medianChange] = quantileChanges(before.year, after.year, LOW_AND_MEDIAN);
    const [meanYear] = quantileChanges(before.mean, after.mean, MEDIAN);
    const [lowestYear] = quantileChanges(before.lowest, after.lowest, MEDIAN);
    if (lowChange === undefined || medianChange === undefined) continue;
    if (meanYear === undefined || lowestYear === undefined) continue;
    effects.push({ low: lowChange, median: medianChange, meanYear, lowestYear });
  }
  return {
    age: (plan.people[0]?.age ?? 0) + year,
    median,
    low,
    meanYear: middle(before.mean),
    lowestYear: middle(before.lowest),
    changes: effects,
  };
}

/** The year ten after spending begins, or the middle of fewer; at least two after it, and lived by half of the paths. */
function comparedYear({ schedule, plan }: Compiled, { alive }: PlanFan): number | null {
  const from = Math.ceil((schedule.spendingStart[0] ?? 0) / plan.simulation.stepsPerYear);
  const last = alive.findLastIndex((share) => share >= 0.5);
  const year = Math.min(from + YEARS_AFTER, Math.floor((from + last) / 2));
  return year < from + YEARS_BEFORE ? null : year;
}
