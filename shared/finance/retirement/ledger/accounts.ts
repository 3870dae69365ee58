import type { Compiled } from '../compile/compile.ts';
import { leastMissing } from '../compile/pool.ts';
import { aboveOwn } from '../compile/survivors-benefits.ts';
import { pay, total, totalAfterTax, withdraw } from './balances.ts';
import { gainsOf, markGains, realizeGains } from './gains.ts';
import type { Gains } from './gains.ts';
import type { Lives } from './lives.ts';
import { ruleOf } from './rule.ts';
import type { Rule, Situation } from './rule.ts';
import { paidToSurvivor } from './survivors.ts';
import { endTrace } from './trace.ts';
import type { Trace } from './trace.ts';

/** What one path leaves behind. Money is real. */
export interface PathResult {
  /** Step in which spending could not be met in full for the first time, or -1. */
  ruin: number;
  /** All that could not be met. */
  shortfall: number;
  /** What is left when the last person dies. */
  estate: number;
  /** Whether a rule that follows the markets spent less than was planned in some year. */
  cut: boolean;
}

/** Less than this share of what was planned is a cut. */
const CUT = 0.995;

/** Growth of a path: real factors at `growth[from + step]`, inflation factors at `prices[pricesFrom + step * columns]`. */
export interface PathMarket {
  growth: Float64Array;
  from: number;
  prices: Float64Array | null;
  pricesFrom: number;
  columns: number;
}

/** Less of a withdrawal than this, missing from a percentage of the balance, is rounding. */
const ROUNDING = 1e-9;
/** No balance and no price level goes beyond this, or the level below its inverse: a wild history compounded for centuries would. */
export const MOST = 1e100;

/** Everything that the ledger of a plan's accounts needs, and its scratch space. One path is run at a time. */
export interface AccountLedger {
  compiled: Compiled;
  rule: Rule;
  opening: Float64Array;
  balances: Float64Array;
  /** Share of a withdrawal that its tax leaves, and share of a nominal return that its tax takes. */
  kept: Float64Array;
  returnTax: Float64Array;
  taxed: boolean;
  /** Less than this, missing, is rounding. */
  least: number;
  /** Gains that are there already; null where there are none to tax. */
  gains: Gains | null;
  /** Savings, [account * (states * steps) + state * steps + step]; null where there are none. */
  saveStart: Float64Array | null;
  saveEnd: Float64Array | null;
  situation: Situation;
  result: PathResult;
}

/** Prepares the ledger of a plan's accounts. */
export function accountLedger(compiled: Compiled): AccountLedger {
  const { accounts } = compiled.plan;
  const join = (flows: readonly Float64Array[]): Float64Array | null => {
    if (!flows.some((flow) => flow.some((amount) => amount > 0))) return null;
    const joined = new Float64Array(flows.reduce((sum, flow) => sum + flow.length, 0));
    flows.reduce((at, flow) => (joined.set(flow, at), at + flow.length), 0);
    return joined;
  };
  const returnTax = Float64Array.from(accounts, (one) => (one.type === 'taxable' ? one.taxRate : 0));
  return {
    compiled,
    rule: ruleOf(compiled),
    opening: Float64Array.from(accounts, (account) => account.balance),
    balances: new Float64Array(accounts.length),
    kept: Float64Array.from(accounts, (one) => (one.type === 'tax_deferred' ? 1 - one.taxRate : 1)),
    returnTax,
    taxed: returnTax.some((rate) => rate > 0),
    gains: gainsOf(accounts),
    least: leastMissing(compiled.plan),
    saveStart: join(compiled.schedule.saveStart),
    saveEnd: join(compiled.schedule.saveEnd),
    situation: {
      step: 0,
      at: 0,
      year: 0,
      balance: 0,
      afterTax: 0,
      income: 0,
      paid: 0,
      share: 1,
      level: 1,
      inflation: 1,
      growth: 1,
    },
    result: { ruin: -1, shortfall: 0, estate: 0, cut: false },
  };
}

/**
 * The ledger of one path with every account kept apart: each step pays in what is due at its start, asks the spending rule
 * once a year, withdraws account after account (taxing what is withdrawn from tax-deferred ones, and of taxable ones the gain
 * in it that was there at the start), grows what is left (less
 * fees, less tax on the nominal return of taxable ones), and pays in what is due at its end. Income beyond spending is
 * saved in the first account. After money has run out the path goes on, on other income alone, unless `trace` is null: then
 * only the step of ruin is wanted. The result is overwritten by the next path.
 */
export function runAccounts(
  ledger: AccountLedger,
  market: PathMarket,
  lives: Lives,
  path: number,
  trace: Trace | null,
): PathResult {
  const { compiled, rule, balances, kept, returnTax, taxed, gains, least, saveStart, saveEnd, result } = ledger;
  const { plan, schedule, steps, deflator, feeFactors } = compiled;
  const { unit, goals, real, nominal, spendingStart, survivors } = schedule;
  const { amount } = plan.spending;
  const constant = plan.spending.rule.rule === 'constant_real';
  const watched = plan.spending.rule.rule === 'guyton_klinger' && plan.spending.rule.withdrawalRule;
  const inDollars = plan.spending.rule.rule === 'constant_nominal';
  const atEnd = plan.spending.timing === 'end';
  const perYear = plan.simulation.stepsPerYear;
  const fixedInflation = compiled.market.fixedInflation ?? 1;
  const { growth, from, prices, pricesFrom, columns } = market;
  const together = lives.together[path] ?? 0;
  const end = lives.end[path] ?? 0;
  balances.set(ledger.opening);
  gains?.left.set(gains.opening);
  result.ruin = -1;
  result.shortfall = 0;
  result.cut = false;
  let state = 0;
  let level = 1;
  let decided = 1;
  let grown = 1;
  let base = 0;
  let count = 0;
  let spent = 0;
  let active = spendingStart[0] ?? 0;
  let paid = 0;
  for (let step = 0; step < end; step++) {
    if (step === together) {
      state = lives.survivor[path] ?? 1;
      active = spendingStart[state] ?? 0;
      paid = paidToSurvivor(survivors, lives, path, steps);
    }
    const at = state * steps + step;
    const inflation = prices === null ? fixedInflation : (prices[pricesFrom + step * columns] ?? 1);
    if (trace !== null && step % perYear === 0) trace.balance[(step / perYear) * trace.stride + path] = total(balances);
    if (saveStart !== null) pay(balances, saveStart, unit.length, at);
    if (gains !== null) markGains(gains, balances, level, kept);

    let income = (real[at] ?? 0) + (nominal[at] ?? 0) / (atEnd ? level * inflation : level);
    income += aboveOwn(survivors, at, paid);
    let planned = 0;
    if (constant) {
      planned = amount * (unit[at] ?? 0);
    } else if (step >= active) {
      if (inDollars) {
        // The dollars of the first step of spending, whose worth falls with prices.
        if (base === 0) base = level;
        planned = (amount * (unit[at] ?? 0) * base) / (atEnd ? level * inflation : level);
      } else {
        if (count % perYear === 0) {
          ledger.situation.paid = paid;
          ask(ledger, step, at, count / perYear, income * perYear, (unit[at] ?? 0) * perYear, level, decided, grown);
          decided = level;
          grown = 1;
          if (rule.yearly < CUT * amount * (unit[at] ?? 0) * perYear) result.cut = true;
        }
        count++;
        planned = rule.yearly / perYear + (rule.withdrawal ? income : 0);
      }
    }
    planned += goals[at] ?? 0;
    const need = planned - income;

    let open = 0;
    if (!atEnd) open = settle(balances, kept, need, gains);
    const factor = (growth[from + step] ?? 1) * deflator;
    if (watched) grown *= factor * inflation;
    for (let index = 0; index < balances.length; index++) {
      let own = factor;
      const tax = taxed ? (returnTax[index] ?? 0) : 0;
      // Tax is on the nominal return, real * inflation - 1; a loss is credited. It is on all of it, before the fee: what an adviser or a
      // bank charges is not deducted (26 U.S.C. 67), and an account has one fee, whoever takes it. Of a fund's own cost, which lessens
      // what it pays out, this taxes a little too much: 0.03% of the balance a year at a cost of 0.2% and a rate of 15%.
      if (tax > 0) own = factor - (tax * (factor * inflation - 1)) / inflation;
      balances[index] = Math.min(MOST, (balances[index] ?? 0) * own * (feeFactors[index] ?? 1));
    }
    if (atEnd) {
      if (gains !== null) markGains(gains, balances, level * inflation, kept);
      open = settle(balances, kept, need, gains);
    }
    if (saveEnd !== null) pay(balances, saveEnd, unit.length, at);

    if (open > least && !(rule.withdrawal && open <= ROUNDING * need)) {
      result.shortfall += open;
      if (result.ruin < 0) {
        result.ruin = step;
        if (trace === null) return result;
      }
    }
    level = Math.min(MOST, Math.max(1 / MOST, level * inflation));
    if (trace !== null) {
      spent += planned - open;
      if ((step + 1) % perYear === 0) {
        trace.spending[((step + 1) / perYear - 1) * trace.stride + path] = spent;
        spent = 0;
      }
    }
  }
  result.estate = total(balances);
  if (trace !== null) endTrace(trace, path, end, steps, perYear, result.estate);
  return result;
}

/** Withdraws what is needed, or saves what is left over in the first account; returns what cannot be met. */
function settle(balances: Float64Array, kept: Float64Array, need: number, gains: Gains | null): number {
  if (need > 0 && gains !== null) {
    gains.before.set(balances);
    const open = withdraw(balances, kept, need);
    realizeGains(gains, balances);
    return open;
  }
  if (need > 0) return withdraw(balances, kept, need);
  balances[0] = (balances[0] ?? 0) - need;
  return 0;
}

function ask(
  { rule, situation, balances, kept }: AccountLedger,
  step: number,
  at: number,
  year: number,
  income: number,
  share: number,
  level: number,
  decided: number,
  growth: number,
): void {
  situation.step = step;
  situation.at = at;
  situation.year = year;
  situation.balance = total(balances);
  situation.afterTax = totalAfterTax(balances, kept);
  situation.income = income;
  situation.share = share;
  situation.level = level;
  situation.inflation = level / decided;
  situation.growth = growth;
  rule.decide(situation);
}
