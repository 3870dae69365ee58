import { aboveOwn } from '../compile/survivors-benefits.ts';
import type { Lives } from './lives.ts';
import { paidToSurvivor } from './survivors.ts';
import { endTrace } from './trace.ts';
import type { Trace } from './trace.ts';
import { MOST } from './accounts.ts';
import type { AccountLedger, PathMarket, PathResult } from './accounts.ts';

/**
 * Whether `runAccounts` does no more for a plan than `runOneAccount` does: one account, no tax on returns or gains, constant
 * real spending at the start of a year, yearly steps, fixed inflation. A portfolio with a person's goals is of this kind.
 */
export function isOneAccount({ compiled, balances, taxed, gains, rule }: AccountLedger): boolean {
  const { spending, simulation } = compiled.plan;
  return (
    balances.length === 1 &&
    !taxed &&
    gains === null &&
    !rule.withdrawal &&
    spending.rule.rule === 'constant_real' &&
    spending.timing !== 'end' &&
    simulation.stepsPerYear === 1 &&
    compiled.market.fixedInflation !== null
  );
}

/**
 * The whole path of `runAccounts` for a ledger that `isOneAccount`: the same operations in the same order, so the same bits,
 * with the balance in a register and nothing asked that is known beforehand. Half the time. The result is overwritten by the
 * next path.
 */
export function runOneAccount(
  ledger: AccountLedger,
  { growth, from }: PathMarket,
  lives: Lives,
  path: number,
  trace: Trace,
): PathResult {
  const { compiled, opening, kept, least, saveStart, saveEnd, result } = ledger;
  const { plan, schedule, steps, deflator, feeFactors } = compiled;
  const { unit, goals, real, nominal, survivors } = schedule;
  const { amount } = plan.spending;
  const { balance: balances, spending, stride } = trace;
  const inflation = compiled.market.fixedInflation ?? 1;
  const together = lives.together[path] ?? 0;
  const end = lives.end[path] ?? 0;
  const share = kept[0] ?? 1;
  const fee = feeFactors[0] ?? 1;
  let ruin = -1;
  let shortfall = 0;
  let level = 1;
  let balance = opening[0] ?? 0;
  let offset = 0;
  let paid = 0;
  for (let step = 0; step < end; step++) {
    if (step === together) {
      offset = (lives.survivor[path] ?? 1) * steps;
      paid = paidToSurvivor(survivors, lives, path, steps);
    }
    const at = offset + step;
    balances[step * stride + path] = balance;
    if (saveStart !== null) balance += saveStart[at] ?? 0;

    let income = (real[at] ?? 0) + (nominal[at] ?? 0) / level;
    income += aboveOwn(survivors, at, paid);
    const planned = amount * (unit[at] ?? 0) + (goals[at] ?? 0);
    const need = planned - income;
    let open = 0;
    if (need > 0) {
      const net = balance * share;
      open = need <= net ? 0 : need - net;
      balance = need <= net ? Math.max(0, balance - need / share) : 0;
    } else {
      balance -= need;
    }
    balance = Math.min(MOST, balance * ((growth[from + step] ?? 1) * deflator) * fee);
    if (saveEnd !== null) balance += saveEnd[at] ?? 0;

    if (open > least) {
      shortfall += open;
      if (ruin < 0) ruin = step;
    }
    level = Math.min(MOST, Math.max(1 / MOST, level * inflation));
    spending[step * stride + path] = planned - open;
  }
  result.ruin = ruin;
  result.shortfall = shortfall;
  result.estate = balance;
  result.cut = false;
  endTrace(trace, path, end, steps, 1, balance);
  return result;
}
