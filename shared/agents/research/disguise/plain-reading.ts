import { viewOf } from '../../grounding/text-view.ts';

/** Letters of other alphabets that a reader takes for Latin ones (Unicode UTS 39, confusables: those of Cyrillic, Greek and Armenian). */
const ALIKE = new Map(
  [
    'aаαɑ', 'bЬ', 'cсϲ', 'dԁ', 'eеεҽ', 'gɡց', 'hһհ', 'iіιɩ', 'jјϳ', 'kκк', 'lӏ', 'mм', 'nոηпν', 'oоοօσ', 'pрρ', 'qԛգ', 'rгɾ', 'sѕꜱ', 'tтτ', 'uυսц', 'vѵ', 'wԝωѡ', 'xхχ', 'yуγү', 'zᴢ',
    'AАΑ', 'BВΒ', 'CСϹ', 'EЕΕ', 'HНΗ', 'IІΙӀ', 'JЈ', 'KКΚ', 'MМΜ', 'NΝ', 'OОΟ', 'PРΡ', 'SЅ', 'TТΤ', 'XХΧ', 'YҮΥ', 'ZΖ',
  ].flatMap(([latin = '', ...others]) => others.map((other): [string, string] => [other, latin])),
); // prettier-ignore
/** Digits and signs that are written for letters. */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};
/** A word of letters, and of digits or signs in their place. */
const LEET_WORD =
  /(?<![\p{L}\p{N}@$.,])(?=[\d@$!|]*\p{L})[\p{L}013-578@$!|]*[013-578@$!|][\p{L}013-578@$!|]*(?![\p{L}\p{N}]|[.,]\d)/gu;
/** Single letters or digits with the same sort of gap between them. */
export const LETTERS_APART =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:(?:[ \u00a0]{1,3}|[ ]?[^\p{L}\p{N}\p{M}\s"“”'’()&%$€£][ ]?)[\p{L}\p{N}](?![\p{L}\p{N}\p{M}'’])){2,}/gu;

/**
 * What a reader takes a text for who looks at its shapes: letters of other alphabets as the Latin ones that they look like, letters
 * set apart as words, digits in the place of letters as those letters. Nobody reads this; the rules for sentences judge it.
 *
 * @example plainReading('s е l l  n0w') // 'sell now'
 */
export function plainReading(text: string): string {
  const joined = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').replace(LETTERS_APART, joinLetters);
  return unaccented(viewOf(joined).text)
    .replace(/[^\p{ASCII}]/gu, (letter) => ALIKE.get(letter) ?? letter)
    .replace(LEET_WORD, lettersFor);
}

/** A word with the letters that its digits and signs look like. */
export const lettersFor = (word: string): string => word.replace(/[\d@$!|]/gu, (sign) => LEET[sign] ?? sign);

/** A wider gap is between two words. */
const joinLetters = (run: string): string =>
  run
    .replace(/ {2,}/gu, '\n')
    .replace(/[^\p{L}\p{N}\n]/gu, '')
    .replaceAll('\n', ' ');

/** Marks that belong to no letter of any alphabet, such as strokes through one. */
const unaccented = (text: string): string => text.normalize('NFC').replace(/(?<=\p{L})\p{M}+/gu, '');
