/** Percentiles of spending by age, as an analysis has them. */
interface SpendingFan {
  ages: readonly number[];
  p5: readonly number[];
  p25: readonly number[];
  p50: readonly number[];
}

/** Until which age the whole income is paid in 95 %, 75 % and half of the futures; null where that is to the end. */
export interface PaidInFull {
  p5: number | null;
  p25: number | null;
  p50: number | null;
}

/** Less of the income than this, missing, is rounding. */
const ROUNDING = 1e-9;

/**
 * The first age, from `from` on, in whose year the percentile of spending is below `income` (real dollars a year): what
 * a share of 95 %, 75 % and 50 % of the futures pay in full until then.
 */
export function paidInFull({ ages, ...fan }: SpendingFan, from: number, income: number): PaidInFull {
  const until = (column: readonly number[]): number | null => {
    const short = ages.findIndex((age, year) => age >= from && (column[year] ?? income) < income * (1 - ROUNDING));
    return ages[short] ?? null;
  };
  return { p5: until(fan.p5), p25: until(fan.p25), p50: until(fan.p50) };
}
