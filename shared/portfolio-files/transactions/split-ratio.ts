import { canonical, fits, quotient, sum } from '../decimal-number.ts';
import type { SplitRatio } from './listed-transaction.ts';

/** "4:1", "4 for 1", "4-for-1", "4/1", "3 to 2". Null for anything else. */
export function readSplitRatio(text: string): SplitRatio | null {
  const match =
    /(?<![\d.,])(\d{1,6}(?:\.\d{1,6})?)\s*(?::|\/|-?\s?(?:for|to)\s?-?)\s*(\d{1,6}(?:\.\d{1,6})?)(?![\d.,])/i.exec(
      text,
    );
  const [after, before] = [canonical(match?.[1] ?? '0'), canonical(match?.[2] ?? '0')];
  return after === '0' || before === '0' ? null : { after, before };
}

/** Splits are small whole numbers for small whole numbers; 2:1 to 50:1, 3:2, 5:4, and the reverse. */
const MOST = 50;
const MOST_BEFORE = 4;

/**
 * The ratio of a split that a broker lists as the shares it added to `held` (negative: took away). Null where it would be no
 * ratio that companies use, so that a "4" which means 4:1 is asked about and not taken for four shares.
 */
export function ratioOfAdded(held: string, added: string): SplitRatio | null {
  const after = sum(held, added);
  if (Number(after) <= 0 || !fits(after)) return null;
  const factor = Number(quotient(after, held));
  for (let small = 1; small <= MOST_BEFORE; small += 1) {
    for (const [large, reverse] of [
      [factor * small, false],
      [small / factor, true],
    ] as const) {
      const whole = Math.round(large);
      if (whole <= small || whole > MOST || Math.abs(large - whole) > 1e-6 * large) continue;
      return reverse
        ? { after: String(small), before: String(whole) }
        : { after: String(whole), before: String(small) };
    }
  }
  return null;
}
