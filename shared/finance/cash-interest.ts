/** How a bank counts a year: actual days over 365 or over 360. */
export type DayCount = 'actual/365' | 'actual/360';

/**
 * Interest on a balance over days, in the balance's currency, nominal. Simple, or compounded daily as most US savings
 * accounts do: B ((1 + r / y)^d - 1) with y the days of the count's year.
 *
 * @param rate yearly interest rate (not the yield), a fraction; may be negative
 * @param days whole days, 0 or more
 */
export function interestOn(
  balance: number,
  rate: number,
  days: number,
  { dayCount = 'actual/365', compounding = 'daily' }: { dayCount?: DayCount; compounding?: 'simple' | 'daily' } = {},
): number {
  const year = dayCount === 'actual/360' ? 360 : 365;
  return compounding === 'simple'
    ? (balance * rate * days) / year
    : balance * Math.expm1(days * Math.log1p(rate / year));
}

/**
 * Annual percentage yield, a fraction: (1 + interest / principal)^(365 / days) - 1 (US Regulation DD, 12 CFR 1030,
 * Appendix A, part I.A).
 *
 * @example annualPercentageYield(61.68, 1000, 365) // 0.0617
 */
export function annualPercentageYield(interest: number, principal: number, days: number): number {
  return (1 + interest / principal) ** (365 / days) - 1;
}
