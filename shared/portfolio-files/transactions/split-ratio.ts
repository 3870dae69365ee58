import { canonical, fits, quotient, sum } from '../decimal-number.ts';
import type { SplitRatio } from './listed-transaction.ts';

/** "4:1", "4 for 1", "4-for-1", "4/1", "3 to 2". Null for anything else, as a day in the words: "EFF: 09/08/25". */
export function readSplitRatio(text: string): SplitRatio | null {
  const match =
    /(?<![\d.,/])(\d{1,6}(?:\.\d{1,6})?)\s*(?::|\/|-?\s?(?:for|to)\s?-?)\s*(\d{1,6}(?:\.\d{1,6})?)(?![\d.,/])/i.exec(
      text,
    );
  const [after, before] = [canonical(match?.[1] ?? '0'), canonical(match?.[2] ?? '0')];
  return after === '0' || before === '0' ? null : { after, before };
}

/** Splits are small whole numbers for small whole numbers; 2:1 to 50:1, 3:2, 5:4, and the reverse. */
const MOST = 50;
const MOST_BEFORE = 4;

/** Brokers round the shares that a split adds to a thousandth. */
const ROUNDED = 0.001;

/**
 * The ratio of a split that a broker lists as the shares it added to `held` (negative: took away). What is no ratio that companies
 * use, for the fraction of a share was paid in money, is as many shares as it says where that is sure. Null where the number could
 * be a ratio itself, so that a "4" which means 4:1 is asked about and not taken for four shares, and where nothing would be left.
 *
 * @param sure that it is shares, whatever their number
 */
export function ratioOfAdded(held: string, added: string, sure = false): SplitRatio | null {
  const after = sum(held, added);
  if (Number(after) <= 0 || !fits(after)) return null;
  const factor = Number(quotient(after, held));
  for (let small = 1; small <= MOST_BEFORE; small += 1) {
    for (const [large, reverse] of [
      [factor * small, false],
      [small / factor, true],
    ] as const) {
      const whole = Math.round(large);
      const rounded = (ROUNDED / Math.min(Number(held), Number(after))) * large;
      if (whole <= small || whole > MOST || Math.abs(large - whole) > Math.min(0.01, Math.max(1e-6 * large, rounded)))
        continue;
      return reverse
        ? { after: String(small), before: String(whole) }
        : { after: String(whole), before: String(small) };
    }
  }
  const couldBeRatio = Number(added) > 0 && Number(added) <= MOST;
  return sure || !couldBeRatio ? { after, before: held } : null;
}
