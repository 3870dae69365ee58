import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { compile } from '../compile/compile.ts';
import { simulate } from '../simulate.ts';

/** The balances of one year's start over the futures in which somebody lives then: US dollars of today (real). */
export interface YearsBalances {
  /** The share of the futures with so much, or more; a fraction. */
  share: (amount: number) => number;
  /** What there is at least in such a share of the futures, a fraction; null where nobody lives then in any. */
  atLeast: (share: number) => number | null;
}

/** The balances at the start of a year, counted from 0, on the very futures that `projectRetirement` simulates for the plan. */
export function balancesOf(plan: Plan, assumptions?: MarketAssumptions): (year: number) => YearsBalances {
  const compiled = compile(plan, assumptions);
  const { sequences } = compiled.market;
  const paths = Number.isFinite(sequences) ? sequences : plan.simulation.paths;
  const { records } = simulate({ plans: [compiled], first: 0, paths, all: paths, record: true });
  return (year) => ({
    share: (amount) => records?.balance.share(year, amount) ?? 0,
    atLeast: (share) => records?.balance.read(year, [1 - share])[0] ?? null,
  });
}

/**
 * In what share of the futures in which somebody lives then the plan holds so much, or more: US dollars of today (real) at the start of a
 * year, counted from 0. A fraction for each.
 */
export function balanceChances(
  plan: Plan,
  asked: readonly { year: number; amount: number }[],
  assumptions?: MarketAssumptions,
): number[] {
  const balances = balancesOf(plan, assumptions);
  return asked.map(({ year, amount }) => balances(year).share(amount));
}
