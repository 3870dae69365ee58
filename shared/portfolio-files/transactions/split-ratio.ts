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
 * use, for the fraction of a share was paid in money, is as many shares as it says where that is sure. A "4" may mean 4:1 as well as
 * four shares: prices of before and after decide it where they tell, else it is asked about. Null there, and where nothing would be left.
 *
 * @param sure that it is shares, whatever their number
 * @param fell what a share cost before over what it cost after, where that is known
 */
export function ratioOfAdded(
  held: string,
  added: string,
  { sure = false, fell = null }: { sure?: boolean; fell?: number | null } = {},
): SplitRatio | null {
  const after = sum(held, added);
  if (Number(after) <= 0 || !fits(after)) return null;
  const factor = Number(quotient(after, held));
  const shares = usualRatio(held, after, factor);
  if (sure) return shares ?? { after, before: held };
  const stated = Number(added);
  if (stated < 0 || stated > MOST) return shares ?? { after, before: held };
  if (!isUsual(stated)) return shares;
  // Two shares added to two are 2:1 either way.
  if (Math.abs(factor / stated - 1) < 1e-6) return shares;
  const told = fell === null ? null : nearer(fell, factor, stated);
  if (told === null) return null;
  return told === stated ? { after: added, before: '1' } : (shares ?? { after, before: held });
}

/** Whether a number may be what one share became: 4, or 1.5 for 3:2. */
const isUsual = (stated: number): boolean =>
  stated > 1 && Array.from({ length: MOST_BEFORE }, (_, at) => stated * (at + 1)).some(Number.isInteger);

/** Prices move between two trades too: so far off, of what is between two ratios or of a ratio itself, neither is told by them. */
const FAR = 0.25;

/** Which of two ratios prices fell by; null where they do not tell. */
function nearer(fell: number, one: number, other: number): number | null {
  const off = (ratio: number) => Math.abs(Math.log(fell / ratio));
  const ratio = off(one) < off(other) ? one : other;
  return off(ratio) <= FAR * Math.min(Math.abs(Math.log(one / other)), Math.abs(Math.log(ratio))) ? ratio : null;
}

/** The ratio of small whole numbers that the shares make, as far as brokers round them; null where they make none. */
function usualRatio(held: string, after: string, factor: number): SplitRatio | null {
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
  return null;
}
