import type { Compiled } from '../compile/compile.ts';
import type { Lives } from './lives.ts';
import { ruleOf } from './rule.ts';
import type { Situation } from './rule.ts';

/** What one path leaves behind. Money is real. */
export interface PathResult {
  /** Step in which spending could not be met in full for the first time, or -1. */
  ruin: number;
  /** All that could not be met. */
  shortfall: number;
  /** What is left when the last person dies. */
  estate: number;
}

/** Balance at the start of each year and spending in it, at [year * stride + at]; NaN where nobody lives (that long). */
export interface Trace {
  balance: Float64Array;
  spending: Float64Array;
  stride: number;
  years: number;
}

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

/**
 * The ledger of one path with every account kept apart: each step pays in what is due at its start, asks the spending rule
 * once a year, withdraws account after account (taxing what is withdrawn from tax-deferred ones), grows what is left (less
 * fees, less tax on the nominal return of taxable ones), and pays in what is due at its end. Income beyond spending is
 * saved in the first account. After money has run out the path goes on, on other income alone.
 */
export function accountLedger(compiled: Compiled) {
  const { plan, schedule, steps, deflator, feeFactors } = compiled;
  const { accounts, spending } = plan;
  const { amount } = spending;
  const constant = spending.rule.rule === 'constant_real';
  const size = accounts.length;
  const perYear = plan.simulation.stepsPerYear;
  const atEnd = spending.timing === 'end';
  const couple = plan.people.length > 1;
  const fixedInflation = compiled.market.fixedInflation ?? 1;
  const opening = Float64Array.from(accounts, (account) => account.balance);
  const kept = Float64Array.from(accounts, (one) => (one.type === 'tax_deferred' ? 1 - one.taxRate : 1));
  const returnTax = Float64Array.from(accounts, (one) => (one.type === 'taxable' ? one.taxRate : 0));
  const taxed = returnTax.some((rate) => rate > 0);
  const { unit, goals, real, nominal, spendingStart, saveStart, saveEnd } = schedule;
  const savesAtStart = saveStart.some((flows) => flows.some((flow) => flow > 0));
  const hasNominal = nominal.some((flow) => flow > 0);
  const rule = ruleOf(compiled);
  const balances = new Float64Array(size);
  const now: Situation = { step: 0, year: 0, balance: 0, afterTax: 0, income: 0, share: 1, inflation: 1 };
  const result: PathResult = { ruin: -1, shortfall: 0, estate: 0 };

  /** Takes `need` after tax out of the accounts in their order; what they cannot give is returned. */
  const withdraw = (need: number): number => {
    let open = need;
    for (let index = 0; index < size; index++) {
      const balance = balances[index] ?? 0;
      const net = balance * (kept[index] ?? 1);
      if (open <= net) {
        balances[index] = Math.max(0, balance - open / (kept[index] ?? 1));
        return 0;
      }
      open -= net;
      balances[index] = 0;
    }
    return open;
  };

  const total = (): number => {
    let sum = 0;
    for (let index = 0; index < size; index++) sum += balances[index] ?? 0;
    return sum;
  };

  const ask = (step: number, count: number, income: number, share: number, inflation: number): void => {
    now.step = step;
    now.year = count / perYear;
    now.balance = 0;
    now.afterTax = 0;
    for (let index = 0; index < size; index++) {
      const balance = balances[index] ?? 0;
      now.balance += balance;
      now.afterTax += balance * (kept[index] ?? 1);
    }
    now.income = income * perYear;
    now.share = share;
    now.inflation = inflation;
    rule.decide(now);
  };

  return (market: PathMarket, lives: Lives, path: number, trace: Trace | null, stopAtRuin: boolean): PathResult => {
    const together = lives.together[path] ?? 0;
    const end = lives.end[path] ?? 0;
    const { growth, from, prices, pricesFrom, columns } = market;
    balances.set(opening);
    result.ruin = -1;
    result.shortfall = 0;
    let offset = 0;
    let level = 1;
    let decided = 1;
    let count = 0;
    let spent = 0;
    let active = spendingStart[0] ?? 0;
    for (let step = 0; step < end; step++) {
      if (step === together) {
        offset = (lives.survivor[path] ?? 1) * steps;
        active = spendingStart[lives.survivor[path] ?? 1] ?? 0;
      }
      const at = offset + step;
      const inflation = prices === null ? fixedInflation : (prices[pricesFrom + step * columns] ?? 1);
      if (trace !== null && step % perYear === 0) trace.balance[(step / perYear) * trace.stride + path] = total();
      if (savesAtStart) pay(balances, saveStart, at);
      let income = real[at] ?? 0;
      if (hasNominal) income += (nominal[at] ?? 0) / (atEnd ? level * inflation : level);
      let planned = 0;
      if (constant) {
        planned = amount * (unit[at] ?? 0);
      } else if (step >= active) {
        if (count % perYear === 0) {
          ask(step, count, income, couple && offset > 0 ? spending.survivorShare : 1, level / decided);
          decided = level;
        }
        count++;
        planned = rule.yearly / perYear + (rule.withdrawal ? income : 0);
      }
      planned += goals[at] ?? 0;
      const need = planned - income;
      let open = 0;
      if (!atEnd) {
        if (need > 0) open = withdraw(need);
        else balances[0] = (balances[0] ?? 0) - need;
      }
      const factor = (growth[from + step] ?? 1) * deflator;
      for (let index = 0; index < size; index++) {
        let own = factor;
        const tax = taxed ? (returnTax[index] ?? 0) : 0;
        // Tax is on the nominal return: real * inflation - 1; a loss is credited.
        if (tax > 0) own = factor - (tax * (factor * inflation - 1)) / inflation;
        balances[index] = (balances[index] ?? 0) * own * (feeFactors[index] ?? 1);
      }
      if (atEnd) {
        if (need > 0) open = withdraw(need);
        else balances[0] = (balances[0] ?? 0) - need;
      }
      pay(balances, saveEnd, at);
      if (open > 0 && !(rule.withdrawal && open <= ROUNDING * need)) {
        result.shortfall += open;
        if (result.ruin < 0) {
          result.ruin = step;
          if (stopAtRuin) return result;
        }
      }
      level *= inflation;
      if (trace !== null) {
        spent += planned - open;
        if ((step + 1) % perYear === 0) {
          trace.spending[((step + 1) / perYear - 1) * trace.stride + path] = spent;
          spent = 0;
        }
      }
    }
    result.estate = total();
    if (trace !== null) {
      // The last row is what is left at the end of a horizon that is the same for all.
      for (let year = Math.ceil(end / perYear); year <= trace.years; year++) {
        trace.balance[year * trace.stride + path] = end === steps && year * perYear === steps ? result.estate : NaN;
      }
      for (let year = Math.floor(end / perYear); year <= trace.years; year++) {
        trace.spending[year * trace.stride + path] = NaN;
      }
    }
    return result;
  };
}

function pay(balances: Float64Array, flows: readonly Float64Array[], at: number): void {
  for (let index = 0; index < balances.length; index++) {
    balances[index] = (balances[index] ?? 0) + (flows[index]?.[at] ?? 0);
  }
}
