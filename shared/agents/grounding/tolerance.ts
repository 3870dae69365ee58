import type { Figure } from './figure.ts';

/** Room for the binary rounding of a number that was itself rounded half up. */
export const EPSILON = 1e-6;

/** Room for an amount of money: half of the last place shown, never more than a percent of it; more where it is marked as rounded. */
export function moneyTolerance({ value, place, approximate, text }: Figure): number {
  const scaled = /\d\s?-?(?:thousand|[mbtr]+illion|[kKmMbBT]n?\b)|^[a-z]/i.test(text);
  const share = scaled && text.includes('.') ? 0.05 : approximate || scaled ? 0.04 : 0.01;
  return Math.max(Math.min(approximate ? place : place / 2, share * value), Math.min(place, 1) / 2);
}

/** The same for percent and for points. */
export function percentTolerance({ value, place, approximate }: Figure): number {
  if (!approximate || place > 1) return place / 2;
  return value >= 10 && value % 5 === 0 ? 1.5 : place;
}

/** Parts that people round to: halves, thirds, quarters, fifths, tenths and twentieths; whoever says "a sixth" means one. */
const ROUND_PARTS = [2, 3, 4, 5, 10, 20];

/** The same for "a third" and "one in ten", in percent: a fifth of what is said (a tenth of it: 8 to 12%), never more than 3.5 points. */
export function partTolerance({ value, place, approximate, bound }: Figure): number {
  const round = ROUND_PARTS.some((part) => Math.abs(value * part - Math.round(value * part)) < 1e-9);
  const loose = approximate && bound === 0;
  return 100 * Math.min(place / 2, loose ? 0.045 : 0.035, (loose ? 0.25 : 0.2) * value * (round ? 1 : 0.5));
}

/** The same for plain numbers: ages, counts, years. */
export function numberTolerance({ value, place, approximate, after }: Figure): number {
  // "Nearly three decades" is said of 28 years.
  if (approximate && /^decades?$/.test(after)) return 3;
  if (/^weeks?$/.test(after)) return approximate ? 6 : 3.5;
  const limit = value < 100 ? 0.5 : Math.max(0.5, (approximate ? 0.04 : 0.01) * value);
  return Math.min(place / 2, limit);
}

/** "More than $3 million" may stand for 3.14, "over half" for 55%: a round figure that is said to be a bound. */
export function boundedRoom({ bound, kind, value, place }: Figure): number {
  if (bound === 0) return 0;
  if (kind === 'money') return value / place < 10 ? 0.08 * value : 0;
  if (kind === 'odds') return Math.min(5, 0.1 * value);
  if (kind === 'percent')
    return place > 1
      ? 50
      : value >= 100
        ? 0.08 * value
        : value < 1
          ? 0.6 * value
          : value % 10 === 0
            ? 4
            : value % 5 === 0
              ? 2
              : 0;
  return 0;
}
