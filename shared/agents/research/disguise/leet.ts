import { ENGLISH } from './is-english.ts';
import { lettersFor } from './plain-reading.ts';

/** Letters and digits without a gap. */
const MIXED = /(?=\p{N}*\p{L})(?=\p{L}*\p{N})[\p{L}\p{N}]+/gu;
/** Digits that stand for letters between small ones: "n0w", "m0n3y". */
const BETWEEN = /\p{Ll}[013457]+\p{Ll}/u;
/** What those who disguise words want done, and with what. */
const PUSHED = new Set(
  `now sell sells selling sold buy buys buying own invest invests investing investment investor trade trades trading ignore ignores ignoring switch double
act wire send transfer deposit dump move moves free safe strong best only big rich cash gold money dear holder holders owner owners adviser advisers
advisor advisors saver savers saving savings retire profit profits gain gains loss losses losing lose crash scam guaranteed must should never always`.split(/\s+/u),
); // prettier-ignore

/** Figures and names that are written with digits between small letters. */
const USUAL = [
  // "2s10s", "5y5y", "1h30min", "4x4s"
  /^(?:[1-9]\d*(?:y|yrs?|mo?s?|wk?s?|d|hr?s?|mins?|s|secs?|ft|in|x|q|p|c|k))+$/iu,
  // "1q15a", "q3fy15", "fy15q3"
  /^(?:\d{1,2}[qhm]|[qh]\d|fy\d{2,4})(?:fy|[qh])?\d{1,4}[aef]?$/iu,
  // "ps5s", "f150s"; "mid30s"; "oct31st"
  /^(?:[a-z]|[b-df-hj-np-tv-z]{2,3}|mid|pre|post|early|late|web|gen|layer|level|tier|phase|model)\d+s$/iu,
  /^\p{L}{3,9}[1-3]?\d(?:st|nd|rd|th)$/iu,
  // "gpt4o", "iphone17e", "a350neo"
  /^(?:gpt|iphone|ipad|hbm|l?p?ddr|gddr)\d+\p{Ll}*$|^\p{L}{1,6}\d+(?:mini|nano|lite|pro|plus|max|ultra|turbo|neo)$/iu,
  /^h\d{1,2}n\d{1,2}$/iu,
] as const;

/**
 * Whether digits stand in the place of letters. Beside letters they mostly are figures with a unit ("12th", "25bp", "$50bn", "10yr") or of a
 * name ("H100", "A320neo", "3M", "23andMe"): it takes digits within small letters, or a word that is read where they stand for letters.
 */
export const hasLeet = (text: string): boolean => (text.match(MIXED) ?? []).some(isLeet);

function isLeet(token: string): boolean {
  if (USUAL.some((form) => form.test(token))) return false;
  return BETWEEN.test(token) || isReadAsWord(token);
}

/** "5ell", "1nt0", "N0W". Behind a whole word they count something: "week5"; beside one letter they are a model's: "H45". */
function isReadAsWord(token: string): boolean {
  if (/^\p{L}+[^03\p{L}]+$/u.test(token) || (token.match(/\p{L}/gu)?.length ?? 0) < 2) return false;
  return isWord(lettersFor(token));
}

/** Whether a word of three letters or more is a common one of market news, or of those who push. */
export function isWord(written: string): boolean {
  const word = written.toLowerCase();
  return word.length > 2 && (PUSHED.has(word) || ENGLISH.has(word));
}
