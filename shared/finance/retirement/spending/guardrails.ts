/** The decision rules of one year. Money is real; rates and factors are fractions. */
export interface Guardrails {
  /** First year's withdrawal over first year's balance. */
  initialRate: number;
  band: number;
  step: number;
  noCutYears: number;
  floor: number;
  ceiling: number;
  /** Whether a raise with inflation is left out after a losing year in which the rate is above the first. */
  withdrawalRule: boolean;
  /** The most of a year's inflation that withdrawals follow; Infinity for all of it. */
  inflationCap: number;
}

/** What the rules look at: all real, in today's money, but for `inflation` and `growth`, factors of the year that is over. */
export interface GuardrailYear {
  /** Last year's spending, and the part of it that the balance has to pay. */
  spending: number;
  withdrawn: number;
  balance: number;
  inflation: number;
  /** Nominal growth of the mix. */
  growth: number;
  yearsLeft: number;
}

/**
 * This year's spending after last year's. What the balance pays of it follows inflation (up to a cap, and not after a losing
 * year, where those rules are on), is cut by `step` where what was withdrawn last year (in last year's money) is more than
 * `1 + band` times the initial rate of this year's balance and more than `noCutYears` are left, and raised by `step` where it
 * is less than `1 - band` times. Guyton & Klinger, Journal of Financial Planning, March 2006: "withdrawal", "inflation",
 * "capital preservation" and "prosperity" rules. They are rules of withdrawals: other income is spent beside them.
 */
export function guardrailSpending(rules: Guardrails, year: GuardrailYear): number {
  const { spending, withdrawn, balance, inflation, growth, yearsLeft } = year;
  // The rate is compared in last year's money, as it was withdrawn.
  const last = withdrawn / inflation;
  const first = rules.initialRate * balance;
  let factor = 1;
  if (rules.withdrawalRule && growth < 1 && last > first) factor = Math.min(1, 1 / inflation);
  else if (inflation > 1 + rules.inflationCap) factor = (1 + rules.inflationCap) / inflation;
  if (last > (1 + rules.band) * first) {
    if (yearsLeft > rules.noCutYears) factor *= 1 - rules.step;
  } else if (last < (1 - rules.band) * first) {
    factor *= 1 + rules.step;
  }
  return Math.min(rules.ceiling, Math.max(rules.floor, spending + (withdrawn * factor - withdrawn)));
}
