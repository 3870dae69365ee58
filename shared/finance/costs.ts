import type { Costs } from '../schemas/analysis.ts';
import type { Instruments } from './look-through.ts';
import { toMoney, toUnits } from './money.ts';
import { shareOf } from './valuation.ts';
import type { Holding, Valuation } from './valuation.ts';

/**
 * The illustration that the US Securities and Exchange Commission uses: 4% a year before costs, over 20 years ("How
 * Fees and Expenses Affect Your Investment Portfolio", Investor Bulletin, Office of Investor Education and Advocacy).
 */
export const COST_YEARS = 20;
export const COST_GROWTH = 0.04;

/**
 * What holding the funds costs. The weighted expense ratio is the sum of value x ratio over the value whose ratio is
 * known; stocks, bonds, coins and balances have no yearly cost of holding and count as 0. A fund of unknown ratio is
 * left out and lowers `coverage`.
 */
export function costOf(valuation: Valuation, instruments: Instruments): Costs {
  let investedUnits = 0;
  let knownUnits = 0;
  let costUnits = 0;
  let someFund = false;
  for (const holding of valuation.holdings) {
    if (holding.kind === 'cash' || holding.units <= 0) continue;
    investedUnits += holding.units;
    const ratio = expenseRatioOf(holding, instruments);
    if (ratio === null) continue;
    someFund ||= (instruments.get(holding.symbol)?.expenseRatio ?? null) !== null;
    knownUnits += holding.units;
    costUnits += holding.units * ratio;
  }
  const coverage = shareOf(knownUnits, investedUnits);
  if (!someFund) return { weightedExpenseRatio: null, coverage, yearlyCost: null, overYears: null };
  const ratio = costUnits / knownUnits;
  const { unit } = valuation;
  const money = (value: number) => toMoney(toUnits(value, unit), unit);
  const known = toMoney(knownUnits, unit);
  return {
    weightedExpenseRatio: ratio,
    coverage,
    yearlyCost: money(toMoney(costUnits, unit)),
    overYears: { years: COST_YEARS, growth: COST_GROWTH, cost: money(costOverYears(known, ratio)) },
  };
}

/** Yearly cost of holding as a fraction: the fund's ratio; 0 for what has none by its nature; null where not known. */
export function expenseRatioOf(holding: Holding, instruments: Instruments): number | null {
  const instrument = instruments.get(holding.symbol);
  if (holding.kind === 'cash' || instrument === undefined) return null;
  if (instrument.expenseRatio !== null) return instrument.expenseRatio;
  return ['stock', 'bond', 'cash', 'crypto'].includes(instrument.type) ? 0 : null;
}

/**
 * How much less there is after `years` because of a yearly cost: V (1 + g)^n - V ((1 + g)(1 - c))^n, nominal. It holds
 * both the fees and the growth that they would have earned.
 *
 * @example costOverYears(100_000, 0.01) // 39,899: the SEC's 27,832 of fees and 12,067 of lost growth
 */
export function costOverYears(value: number, ratio: number, years = COST_YEARS, growth = COST_GROWTH): number {
  return value * ((1 + growth) ** years - ((1 + growth) * (1 - ratio)) ** years);
}
