import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { atRank } from '../percentiles.ts';
import type { Asking } from './question.ts';
import { countLasting } from './ranking.ts';

/** Amounts tried at a time on the same futures, and how often the bracket is divided by as many. */
const TRIES = 15;
const ROUNDS = 4;
const WIDENINGS = 8;
/** Less than a cent a year is nothing. */
const CENT = 0.01;

/** The largest amount that is sustained, and how sure that is. */
export interface Sustained {
  /** `spending.amount`, real US dollars a year, after tax; null where no amount is the answer, as `stop` then says. */
  amount: number | null;
  /** Share of the same paths on which the plan with that amount succeeds; without an amount, of the plan that `stop` is about. */
  success: number;
  /**
   * Why it is not the money that decides. `ceiling`: more is never spent, and that lasts more surely than asked for. `floor`: less is
   * never spent, and not even that lasts so surely. `any`: every amount lasts so surely, for none of them is what is spent. `goals`:
   * with nothing spent but the one-off goals the money does not last so surely.
   */
  stop: 'ceiling' | 'floor' | 'any' | 'goals' | null;
}

/** The plan with another amount to spend. */
export const spending = (plan: Plan, amount: number): Plan => ({ ...plan, spending: { ...plan.spending, amount } });

/** The amount that at least `confidence` of the paths sustain: of n values the (floor((1 - confidence) n) + 1)-th smallest. */
export function sustainedBy(sustainable: Float64Array, confidence: number): number {
  // 1 - 0.85 is a little above 0.15 in binary; a whole number of paths must not be lost to that.
  const fails = Math.floor((1 - confidence) * sustainable.length + 1e-9);
  return fails < sustainable.length ? atRank(sustainable, fails) : 0;
}

/** The answer where less than a cent is sustained: that, or nothing, for not even spending nothing lasts on so many paths as asked for. */
function withNothing(lasting: number, paths: number, confidence: number): Sustained {
  const success = lasting / paths;
  return lasting < confidence * paths - 1e-9
    ? { amount: null, success, stop: 'goals' }
    : { amount: 0, success, stop: null };
}

/** The answer where what each path sustains is known exactly: a path lasts with every amount up to its own. */
export function* sustainedExactly(plan: Plan, paths: number, sustainable: Float64Array): Asking<Sustained> {
  const amount = sustainedBy(sustainable, plan.simulation.confidence);
  // Of a path that fails with nothing spent the list says 0, as of one that could bear no more than nothing.
  if (amount < CENT) {
    const tally = yield { plans: [spending(plan, 0)], paths, record: false };
    return withNothing(countLasting(tally.ruin), paths, plan.simulation.confidence);
  }
  let lasting = 0;
  for (const most of sustainable) if (most >= amount) lasting++;
  const success = lasting / paths;
  return amount === Infinity ? { amount: null, success, stop: 'any' } : { amount, success, stop: null };
}

/**
 * The largest `spending.amount`, real and after tax, whose chance of success is at least the plan's confidence, by
 * bracketing on common random numbers: every amount meets the same futures, so success falls as the amount rises. (With guardrails
 * a little more can now and then succeed where a little less does not, for it is cut sooner: then it is the largest before the
 * first that does not.) What it is the amount of, the rule says. Between a rule's floor and its ceiling only: beyond them
 * another amount is no other spending. Null for rules that spend what there is.
 */
export function* sustainableSpending(plan: Plan, paths: number): Asking<Sustained | null> {
  const { rule, amount: planned } = plan.spending;
  if (rule.rule === 'percentage' || rule.rule === 'variable_percentage') return null;
  const { floor = 0, ceiling = Infinity } = rule.rule === 'guyton_klinger' ? rule : {};
  const needed = plan.simulation.confidence * paths - 1e-9;

  const wealth = plan.accounts.reduce((sum, account) => sum + account.balance, 0);
  let low = floor;
  let lasting = 0;
  let high = Math.min(ceiling, Math.max(2 * floor, 2 * planned, wealth / 10, 10_000));
  for (let round = 0, widened = 0; round < ROUNDS; round++) {
    const from = low;
    const width = (high - low) / TRIES;
    const amounts = Array.from({ length: TRIES + 1 }, (_, at) => (at === TRIES ? high : from + at * width));
    const tally = yield { plans: amounts.map((amount) => spending(plan, amount)), paths, record: false };
    const base = countLasting(tally.ruin);
    const counts = [base, ...tally.changes.map(({ gained, lost }) => base + gained - lost)];
    const failing = counts.findIndex((count) => count < needed);
    if (failing === 0) {
      return floor > 0
        ? { amount: null, success: base / paths, stop: 'floor' }
        : withNothing(base, paths, plan.simulation.confidence);
    }
    if (failing === -1) {
      low = high;
      lasting = counts.at(-1) ?? 0;
      if (high >= ceiling) return { amount: ceiling, success: lasting / paths, stop: 'ceiling' };
      high = Math.min(ceiling, 8 * high);
      if (++widened > WIDENINGS) return { amount: null, success: lasting / paths, stop: 'any' };
      round--;
      continue;
    }
    low = amounts[failing - 1] ?? low;
    lasting = counts[failing - 1] ?? lasting;
    high = amounts[failing] ?? high;
  }
  return low < CENT
    ? { amount: 0, success: lasting / paths, stop: null }
    : { amount: low, success: lasting / paths, stop: null };
}
