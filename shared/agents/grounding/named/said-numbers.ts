import type { Context } from '../context.ts';
import { readFigures } from '../read-figures.ts';
import type { WholeText } from './whole-text.ts';

/** Plain numbers that words say without a figure. */
const WORDS: Readonly<Record<number, RegExp>> = {
  2: /\b(?:half|halves|halv\w+|twice|doubl\w+|two|both|couple|2)\b/i,
  3: /\b(?:thirds?|tripl\w+|three|3)\b/i,
  4: /\b(?:quarter\w*|fourths?|four|4)\b/i,
  5: /\b(?:fifths?|five|5)\b/i,
  7: /\bweek(?:s|ly)?\b/i,
  10: /\b(?:tenths?|ten|10|decades?|ten-?fold)\b/i,
  12: /\bmonth(?:s|ly)?\b|\b(?:twelve|12)\b/i,
  52: /\bweek(?:s|ly)?\b/i,
  100: /\b(?:percent|per cent|hundred\w*|100)\b|%/i,
  365: /\b(?:day|daily|days)\b/i,
  1000: /\b(?:thousand\w*|1,000)\b/i,
};

/** Whether a passage, or the text that it is of, says a plain number that its writer reckoned with: no other may be. */
export function isNumberSaid(number: number, { passage }: Context, { text }: WholeText): boolean {
  if (WORDS[number]?.test(passage) === true) return true;
  return readFigures({ text }).some(({ kind, value }) =>
    kind === 'odds' || kind === 'percent'
      ? [value, value / 100, 1 - value / 100, 1 + value / 100].some((one) => Math.abs(one - number) < 1e-6 || Math.abs(1 / one - number) < 1e-6)
      : (kind === 'number' || kind === 'year') && Math.abs(value - number) < 1e-6,
  ); // prettier-ignore
}
