import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { atRank } from '../percentiles.ts';
import type { Asking } from './question.ts';
import { countLasting } from './ranking.ts';

/** Amounts tried at a time on the same futures, and how often the bracket is divided by as many. */
const TRIES = 15;
const ROUNDS = 4;
const WIDENINGS = 8;

/** The plan with another amount to spend. */
export const spending = (plan: Plan, amount: number): Plan => ({ ...plan, spending: { ...plan.spending, amount } });

/** The amount that at least `confidence` of the paths sustain: of n values the (floor((1 - confidence) n) + 1)-th smallest. */
export function sustainedBy(sustainable: Float64Array, confidence: number): number {
  // 1 - 0.85 is a little above 0.15 in binary; a whole number of paths must not be lost to that.
  const fails = Math.floor((1 - confidence) * sustainable.length + 1e-9);
  return fails < sustainable.length ? atRank(sustainable, fails) : 0;
}

/**
 * The largest `spending.amount`, real and after tax, whose chance of success is at least the plan's confidence, by
 * bracketing on common random numbers: every amount meets the same futures, so success falls as the amount rises. What it
 * is the amount of, the rule says. 0 where not even nothing (or the rule's floor) succeeds; null for rules that spend what
 * there is.
 */
export function* sustainableSpending(plan: Plan, paths: number): Asking<number | null> {
  const { rule } = plan.spending;
  if (rule.rule === 'percentage' || rule.rule === 'variable_percentage') return null;
  const most = rule.rule === 'guyton_klinger' ? (rule.ceiling ?? Infinity) : Infinity;
  const needed = plan.simulation.confidence * paths - 1e-9;

  const wealth = plan.accounts.reduce((sum, account) => sum + account.balance, 0);
  let low = 0;
  let high = Math.min(most, Math.max(2 * plan.spending.amount, wealth / 10, 10_000));
  for (let round = 0, widened = 0; round < ROUNDS; round++) {
    const from = low;
    const width = (high - low) / TRIES;
    const amounts = Array.from({ length: TRIES + 1 }, (_, index) => from + index * width);
    const tally = yield { plans: amounts.map((amount) => spending(plan, amount)), paths, record: false };
    const base = countLasting(tally.ruin);
    const lasting = [base, ...tally.changes.map(({ gained, lost }) => base + gained - lost)];
    const failing = lasting.findIndex((count) => count < needed);
    if (failing === 0) return 0;
    if (failing === -1) {
      low = high;
      if (high >= most) return most;
      high = Math.min(most, 8 * high);
      if (++widened > WIDENINGS) return low;
      round--;
      continue;
    }
    low = amounts[failing - 1] ?? low;
    high = amounts[failing] ?? high;
  }
  return low;
}
