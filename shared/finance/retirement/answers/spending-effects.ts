import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Compiled } from '../compile/compile.ts';
import { quantiles, withoutGaps } from '../percentiles.ts';
import { quantileChanges } from '../quantile-change.ts';
import type { QuantileChange } from '../quantile-change.ts';
import type { Asking } from './question.ts';
import type { PlanFan } from './result.ts';
import type { WhatIf } from './what-ifs.ts';

/** What a plan spends in one year, real: the middle of the paths, and what 19 of 20 of them spend at least. */
export interface SpendingEffects {
  /** Of the first person, in the year that is compared. */
  age: number;
  median: number;
  low: number;
  /** By what-if, in their order. */
  changes: { median: QuantileChange; low: QuantileChange }[];
}

/** The 5th percentile and the median. */
const LOW_AND_MEDIAN = [0.05, 0.5];
/** So many years after spending begins its first years no longer decide, and most still live. */
const YEARS_AFTER = 10;
/** A retirement two years later has to have begun by then. */
const YEARS_BEFORE = 2;

/**
 * What each what-if does to spending in a year of retirement, on the plan's own futures: of rules that spend less rather than run out
 * it is spending that a change moves. Null where too few years are spent in to compare one. One run a what-if: what the paths spend is
 * kept for two plans at a time.
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
  const spentBy = function* (one: Plan): Asking<Float64Array> {
    const { spent } = yield { plans: [one], paths, record: false, spendingIn: year };
    return spent ?? new Float64Array(paths).fill(NaN);
  };
  // Kept from the next run, whose paths may be written over these.
  const before = (yield* spentBy(plan)).slice();
  const [low = 0, median = 0] = quantiles(withoutGaps(before), LOW_AND_MEDIAN);
  const effects: SpendingEffects['changes'] = [];
  for (const change of changes) {
    const [lowChange, medianChange] = quantileChanges(before, yield* spentBy(change.plan), LOW_AND_MEDIAN);
    if (lowChange !== undefined && medianChange !== undefined) effects.push({ low: lowChange, median: medianChange });
  }
  return { age: (plan.people[0]?.age ?? 0) + year, median, low, changes: effects };
}

/** The year ten after spending begins, or the middle of fewer; at least two after it, and lived by half of the paths. */
function comparedYear({ schedule, plan }: Compiled, { alive }: PlanFan): number | null {
  const from = Math.ceil((schedule.spendingStart[0] ?? 0) / plan.simulation.stepsPerYear);
  const last = alive.findLastIndex((share) => share >= 0.5);
  const year = Math.min(from + YEARS_AFTER, Math.floor((from + last) / 2));
  return year < from + YEARS_BEFORE ? null : year;
}
