/** East Asian wide characters and pictographs take two columns of a terminal (Unicode Standard Annex 11, roughly). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const none = /^\p{M}+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const columnsOf = (grapheme: string): number => (none.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1);

/** How many columns of a terminal a text without escapes takes. */
export const columns = (text: string): number =>
  Array.from(segmenter.segment(text)).reduce((sum, { segment }) => sum + columnsOf(segment), 0);

/** The text cut to so many columns, ended with "…" where it was longer. */
export function cutTo(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of segmenter.segment(text)) {
    used += columnsOf(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - columns(text))) + text;

/** The text on lines of at most so many columns, broken at spaces; a word that is longer than a line is cut. */
export function wrapTo(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 1 + columns(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(cutTo(word, width));
  }
  return lines;
}
