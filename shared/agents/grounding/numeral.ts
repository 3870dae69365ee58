import { LARGE_NUMBER_WORDS, NUMBER_WORDS, readNumberWords } from './number-words.ts';

/** A regular expression's source for a number in digits: "1,234.5", "63", "0.03", ".5". */
export const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`;

/** A regular expression's source for a number in words. */
export const WORDS = `(?:${NUMBER_WORDS})`;

/** The same for numbers above twelve alone. */
export const LARGE_WORDS = `(?:${LARGE_NUMBER_WORDS})`;

/** A regular expression's source for what multiplies a number: "$1.2 million", "38k". Capital K, M, B and T too. */
export const SCALE = String.raw`(?:[\s-]?(?:thousand|million|billion|trillion)\b|\s?(?:mn|bn|tn)\b|\s(?:grand|mill?)\b|[kKmMbBT]\b|\s[kMB]\b(?!\sshares))`;

const scales: Record<string, number> = { k: 1e3, t: 1e12, m: 1e6, b: 1e9, mn: 1e6, bn: 1e9, tn: 1e12, grand: 1e3, mil: 1e6, mill: 1e6, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }; // prettier-ignore

/** What a part divides by, "a fifth"; more than one of them has an s behind it. */
export const PARTS: Readonly<Record<string, number>> = { half: 2, halve: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, twelfth: 12, fifteenth: 15, twentieth: 20 }; // prettier-ignore

/** What a scale word multiplies by; 1 for none. */
export function scaleOf(word: string | undefined): number {
  return word === undefined ? 1 : (scales[word.replace(/^[\s-]/, '').toLowerCase()] ?? 1);
}

/** The value and the size of the last place shown of a number in digits or words, e.g. "412,000" is 412000 to 1000. */
export function readNumeral(text: string): { value: number; place: number } {
  if (/^[a-z]/i.test(text)) return readNumberWords(text) ?? { value: Number.NaN, place: 1 };
  const digits = text.replaceAll(',', '');
  const decimals = digits.split('.')[1];
  const zeros = /[1-9](0*)$/.exec(digits)?.[1]?.length ?? 0;
  return { value: Number(digits), place: decimals === undefined ? 10 ** zeros : 10 ** -decimals.length };
}
