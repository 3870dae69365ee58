import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { compile } from '../compile/compile.ts';
import { simulate } from '../simulate.ts';

/**
 * In what share of the futures in which somebody lives then the plan holds so much, or more: US dollars of today (real) at the start of a
 * year, counted from 0, on the very futures that `projectRetirement` simulates. A fraction for each.
 */
export function balanceChances(
  plan: Plan,
  asked: readonly { year: number; amount: number }[],
  assumptions?: MarketAssumptions,
): number[] {
  const compiled = compile(plan, assumptions);
  const { sequences } = compiled.market;
  const paths = Number.isFinite(sequences) ? sequences : plan.simulation.paths;
  const { records } = simulate({ plans: [compiled], first: 0, paths, all: paths, record: true });
  return asked.map(({ year, amount }) => records?.balance.share(year, amount) ?? 0);
}
