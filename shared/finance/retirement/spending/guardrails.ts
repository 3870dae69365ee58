/** The decision rule of one year. Money is real; rates and factors are fractions. */
export interface Guardrails {
  /** First year's spending over first year's balance. */
  initialRate: number;
  band: number;
  step: number;
  noCutYears: number;
  floor: number;
  ceiling: number;
}

/**
 * This year's spending after last year's: cut by `step` where what was withdrawn last year (in last year's money) is more
 * than `1 + band` times the initial rate of this year's balance and more than `noCutYears` are left; raised by `step`
 * where it is less than `1 - band` times; otherwise kept, in real terms. Guyton & Klinger, Journal of Financial Planning,
 * March 2006, "capital preservation" and "prosperity" rules.
 *
 * `previous` is last year's spending and `withdrawn` the part of it that came from the balance, both in today's money like
 * the balance; `inflation` is the factor of the year between, which takes it back to last year's money.
 */
export function guardrailSpending(
  rules: Guardrails,
  previous: number,
  withdrawn: number,
  balance: number,
  inflation: number,
  yearsLeft: number,
): number {
  const last = withdrawn / inflation;
  let spending = previous;
  if (last > (1 + rules.band) * rules.initialRate * balance) {
    if (yearsLeft > rules.noCutYears) spending *= 1 - rules.step;
  } else if (last < (1 - rules.band) * rules.initialRate * balance) {
    spending *= 1 + rules.step;
  }
  return Math.min(rules.ceiling, Math.max(rules.floor, spending));
}
