/** Enough for any figure that a person writes: a share to a hundredth of a percent and then some. */
const FEWEST_DIGITS = 6;
const DECIMALS_OF_MONEY = 2;
/** What sums of binary fractions are off by; relative. */
const NOISE = 1e-9;
/** As many as a double has. */
const MOST_DIGITS = 17;

/**
 * A number with fewer digits that a text may round as if it were the whole: to six significant digits, and to the cent.
 * Rounding twice can go wrong where the first rounding ends on a 5 or a 0 (0.12449997, as 0.1245, would make 12.5%); there
 * more digits are kept. So, but for binary noise, it lies on the same side of every shorter number as the whole does.
 *
 * @example shortNumber(0.7649185033584265) // 0.764919
 */
export function shortNumber(value: number): number {
  // JSON knows no -0.
  if (value === 0) return 0;
  const whole = Math.abs(value) < 1 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1;
  const fewest = Math.max(FEWEST_DIGITS, whole + DECIMALS_OF_MONEY);
  for (let digits = fewest; digits < MOST_DIGITS; digits++) {
    const written = value.toExponential(digits - 1);
    const short = Number(written);
    const last = written[written.indexOf('e') - 1];
    if (Math.abs(short - value) <= NOISE * Math.abs(value) || (last !== '0' && last !== '5')) return short;
  }
  return value;
}
