import type { RetirementResult } from '../../schemas/analysis.ts';
import type { SavingsGoal } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion } from '../../schemas/question.ts';
import { balancesOf } from '../retirement/answers/balance-chances.ts';
import { planFor } from '../retirement/project.ts';
import type { RetirementInput } from '../retirement/project.ts';
import { savedIn } from '../retirement/saved.ts';
import { ageOf, lifeOf, shownAge, whyNot } from './dated.ts';
import { isAble, planOf } from './plan-tried.ts';
import { applyChanges } from './scenario.ts';
import type { Standing } from './scenario.ts';

type Told = NonNullable<AnsweredQuestion['savingsGoals']>[number];

/** Nobody saves more in a year, US dollars. */
const MOST = 100_000_000;
/** A bracket of which nothing tells how wide it has to be becomes so many times as wide. */
const WIDER = 8;

/**
 * The least that has to be saved a year from today until work stops, in place of what the plan saves now, so that a sum is there at the
 * start of a year to come: in half of the futures, and in as many as the plan aims at or the question wants. US dollars of today (real); on the
 * random numbers of the plan, on which who saves more never has less. Whole hundreds of dollars, or tens of a month where it is asked by the month.
 *
 * @param projected what the projection was made from
 */
export function savingsGoalsIn(
  asked: readonly SavingsGoal[] = [],
  standing: Standing,
  retirement: RetirementResult | null,
  projected: RetirementInput | null,
): Pick<AnsweredQuestion, 'savingsGoals'> {
  const life = lifeOf(standing);
  if (asked.length === 0 || life === null || retirement === null || projected === null) return {};
  const { plan } = planFor(projected);
  const planned = savedIn(plan).now;
  const { ages } = retirement.balance;
  const now = { ...standing, market: plan.market };
  const saving = (amount: number) => applyChanges([{ what: 'contribute', how: 'to', value: amount, per: null, fromAge: null }], now); // prettier-ignore
  const told = asked.map(({ amount, per, confidence, ...date }): Told => {
    const at = ageOf(date, life, standing.year) ?? 0;
    const age = ages.findLast((one) => one <= at) ?? at;
    const sure = confidence === null ? plan.simulation.confidence : Number((confidence / 100).toPrecision(12));
    const goal = { amount, age, per, confidence: sure, planned, half: null, likely: null };
    const tried = saving(planned + 1);
    const why =
      at > (ages.at(-1) ?? 0)
        ? (whyNot(date, at, life) ?? `the plan does not go on to ${shownAge(at)}`)
        : (whyNot(date, at, life) ?? (isAble(tried) ? null : tried.impossible));
    if (why !== null) return { ...goal, missing: why };
    const year = ages.indexOf(age);
    const step = per === 'month' ? 120 : 100;
    // What is simulated of an amount is read for both shares at once.
    const known = new Map<number, (share: number) => Trial>();
    const saved = (steps: number): ((share: number) => Trial) => {
      const there = balancesOf(
        planOf(saving(steps * step), projected, () => null),
        projected.assumptions,
      )(year);
      const chance = there.share(amount);
      const sums = new Map([0.5, sure].map((share) => [share, there.atLeast(share) ?? 0]));
      return (share) => ({ holds: chance >= share - 1e-9, gap: (sums.get(share) ?? 0) - amount });
    };
    const least = (share: number): number | null => {
      const at = (steps: number): Trial => {
        const trial = known.get(steps) ?? saved(steps);
        known.set(steps, trial);
        return trial(share);
      };
      const start = Math.max(1, Math.ceil(Math.max(planned, 20_000) / step));
      const found = fewest(at, start, Math.floor(MOST / step));
      return found === null ? null : found * step;
    };
    return { ...goal, half: least(0.5), likely: least(sure) };
  });
  return { savingsGoals: told };
}

interface Trial {
  holds: boolean;
  /** By how much it is more than enough; below zero where it is not. */
  gap: number;
}

/**
 * The smallest whole number from 0 to `most` for which it holds, where it holds for every one above; null where it does for none. The gap is
 * nearly a line of what is saved, so that where the line through both ends of the bracket meets zero is tried first, and its middle at
 * every third time.
 */
function fewest(at: (steps: number) => Trial, start: number, most: number): number | null {
  let low = { steps: 0, ...at(0) };
  if (low.holds) return 0;
  let high: typeof low | null = null;
  for (let next = Math.min(start, most); high === null;) {
    const tried = { steps: next, ...at(next) };
    if (tried.holds) high = tried;
    else if (next >= most) return null;
    else {
      const slope = (tried.gap - low.gap) / (tried.steps - low.steps);
      const line = slope > 0 ? Math.ceil(next - (1.1 * tried.gap) / slope) : WIDER * next;
      low = tried;
      next = Math.min(most, Math.max(2 * next, line));
    }
  }
  for (let times = 1; high.steps - low.steps > 1; times++) {
    const width = high.steps - low.steps;
    const line = low.steps + (width * -low.gap) / (high.gap - low.gap);
    const guess = times % 3 === 0 || !Number.isFinite(line) ? low.steps + width / 2 : line;
    const steps = Math.min(high.steps - 1, Math.max(low.steps + 1, Math.ceil(guess)));
    const tried = { steps, ...at(steps) };
    if (tried.holds) high = tried;
    else low = tried;
  }
  return high.steps;
}
