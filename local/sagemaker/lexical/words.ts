/** A word of a text. */
export interface Word {
  /** Lower case, without accents. */
  readonly text: string;
  /** Two to five capitals in a text that is not all capitals: a ticker or an abbreviation. */
  readonly isSymbol: boolean;
}

/** Chinese characters and kana stand for themselves, as they do for BERT; other letters and digits make words. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu;

/** The words of a text in their order. The same on every machine: no dictionary or locale of the system takes part. */
export function wordsOf(text: string): Word[] {
  const clean = text.normalize('NFKC').replace(/['’](?:s\b)?/gu, '');
  const shouts = !/\p{Ll}/u.test(clean);
  return Array.from(clean.matchAll(word), ([found]) => ({
    text: /^\p{N}/u.test(found) ? found.replaceAll(',', '') : folded(found),
    isSymbol: !shouts && /^[A-Z]{2,5}$/.test(found),
  }));
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
