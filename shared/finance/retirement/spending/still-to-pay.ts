import type { Schedule } from '../compile/schedule.ts';
import { STATES } from '../compile/states.ts';
import { aboveOwn } from '../compile/survivors-benefits.ts';
import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';

/** Yearly averages from a step to the horizon, at [state * steps + step]. */
export interface StillToPay {
  /** Share of the household's spending that is needed. */
  share: Float64Array;
  /** Income after tax less one-off goals, in today's money. */
  real: Float64Array;
  /** Income in dollars, as worth at the price level of that step. */
  nominal: Float64Array;
  /** What a survivor who is paid so much a step of the other's Social Security has of it above their own. */
  survivors: (paid: number, at: number) => number;
}

/**
 * What accounts have to pay over the years left, as a level yearly amount: the payment of the annuity due that is worth as
 * much as spending, less income, from each step to `horizon`, at a real return a year `rate`, supposing that those alive live
 * on. A level income is its own average; one that begins later is spread over all the years, as a person does who
 * sets money aside to bridge the years until then. `inflation` is the factor a step expected for nominal income. Annuity
 * equivalents: Kellison, The Theory of Interest, 3rd ed. 2009, chapter 3.
 */
export function stillToPay(
  { steps, unit, goals, real, nominal, survivors }: Schedule,
  { perYear, horizon, rate, inflation }: { perYear: number; horizon: number; rate: number; inflation: number },
): StillToPay {
  const discount = exp(-log(1 + rate) / perYear);
  const empty = () => new Float64Array(STATES * steps);
  // Beyond the horizon a year is seen by itself.
  const weight = (step: number): number => (step < horizon - 1 ? discount : 0);
  const known = new Map<number, Float64Array>();
  const yearlyAboveOwn = (paid: number, at: number): number => {
    let level = known.get(paid);
    if (level === undefined) {
      level = levelAboveOwn(survivors, steps, paid, weight);
      known.set(paid, level);
    }
    return perYear * (level[at] ?? 0);
  };
  const result: StillToPay = { share: empty(), real: empty(), nominal: empty(), survivors: yearlyAboveOwn };
  for (let state = 0; state < STATES; state++) {
    let [years, share, own, dollars] = [0, 0, 0, 0];
    for (let step = steps - 1; step >= 0; step--) {
      const at = state * steps + step;
      const ahead = weight(step);
      years = 1 + ahead * years;
      share = (unit[at] ?? 0) + ahead * share;
      own = (real[at] ?? 0) - (goals[at] ?? 0) + ahead * own;
      dollars = (nominal[at] ?? 0) + (ahead / inflation) * dollars;
      result.share[at] = (perYear * share) / years;
      result.real[at] = (perYear * own) / years;
      result.nominal[at] = (perYear * dollars) / years;
    }
  }
  return result;
}

/** The level amount a step, by state and step, that is worth as much as what `paid` is above a survivor's own. */
function levelAboveOwn(
  survivors: Schedule['survivors'],
  steps: number,
  paid: number,
  weight: (step: number) => number,
): Float64Array {
  const level = new Float64Array(STATES * steps);
  for (let state = 1; state < STATES; state++) {
    let [years, above] = [0, 0];
    for (let step = steps - 1; step >= 0; step--) {
      const at = state * steps + step;
      years = 1 + weight(step) * years;
      above = aboveOwn(survivors, at, paid) + weight(step) * above;
      level[at] = above / years;
    }
  }
  return level;
}
