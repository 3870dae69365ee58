import type { CashInterest } from '../schemas/analysis.ts';
import { toMoney, toUnits } from './money.ts';
import { shareOf } from './valuation.ts';
import type { Valuation } from './valuation.ts';

const YEAR = 365;

/**
 * Interest on a balance over days, in the balance's currency, nominal, compounded daily as most US savings accounts do:
 * B ((1 + r / 365)^d - 1).
 *
 * @param rate yearly interest rate (not the yield), a fraction; may be negative
 * @param days whole days, 0 or more
 */
export function interestOn(balance: number, rate: number, days: number): number {
  return balance * Math.expm1(days * Math.log1p(rate / YEAR));
}

/**
 * Annual percentage yield, a fraction: (1 + interest / principal)^(365 / days) - 1 (US Regulation DD, 12 CFR 1030,
 * Appendix A, part I.A).
 *
 * @example annualPercentageYield(61.68, 1000, 365) // 0.0617
 */
export function annualPercentageYield(interest: number, principal: number, days: number): number {
  return (1 + interest / principal) ** (YEAR / days) - 1;
}

/**
 * What the balances bring in a year at today's rates and amounts, base currency, nominal, before tax; what is borrowed stands
 * apart, with what it is charged: the rate times the debt, for interest that is paid as it falls due bears none. Undefined where no balance's rate is known.
 */
export function cashInterestOf({ lines, unit }: Valuation): CashInterest | undefined {
  let held = 0;
  let known = 0;
  let earned = 0;
  let charged: number | null = null;
  for (const { line, units } of lines) {
    if (line.kind !== 'cash') continue;
    held += Math.max(0, units);
    if (line.interestRate === undefined || units === 0) continue;
    const year = units < 0 ? units * line.interestRate : interestOn(units, line.interestRate, YEAR);
    const interest = toUnits(toMoney(year, unit), unit);
    if (units < 0) charged = (charged ?? 0) - interest;
    else [known, earned] = [known + units, earned + interest];
  }
  if (known === 0 && charged === null) return undefined;
  return {
    yearly: toMoney(earned, unit),
    yield: known === 0 ? 0 : annualPercentageYield(earned, known, YEAR),
    coverage: shareOf(known, held),
    charged: charged === null ? null : toMoney(charged, unit),
  };
}
