/**
 * How wide text will be, without a browser to measure it: ECharts' server side has none. Widths are those of common
 * interface fonts in em, rounded up, so that what is said to fit does fit.
 */
const narrow = /[ .,:;'|!ijlI()[\]{}ft/-]/;
const wide = /[MWmw@%—…]/;

/** East Asian wide characters and pictographs take about one em. */
const fullWidth = /[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;

function emOf(grapheme: string): number {
  if (fullWidth.test(grapheme)) return 1.2;
  const first = grapheme.charAt(0);
  if (narrow.test(first)) return 0.36;
  if (wide.test(first)) return 0.95;
  return /[A-Z]/.test(first) ? 0.7 : 0.58;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Estimated width in pixels at a font size in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return graphemes(text).reduce((sum, grapheme) => sum + emOf(grapheme) * fontSize, 0);
}

/** The text, cut at a whole character and ended with "…" where it would be wider than `maxWidth` pixels. */
export function fitText(text: string, maxWidth: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= maxWidth) return text;
  const room = maxWidth - emOf('…') * fontSize;
  let kept = '';
  let width = 0;
  for (const grapheme of graphemes(text)) {
    width += emOf(grapheme) * fontSize;
    if (width > room) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * The text on at most two lines of `maxWidth` pixels, broken at a space, the second cut where it is still too long.
 * One line where it fits one.
 */
export function wrapText(text: string, maxWidth: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= maxWidth) return text;
  const words = text.split(' ');
  let first = '';
  while (words.length > 1 && textWidth(`${first} ${words[0] ?? ''}`.trim(), fontSize) <= maxWidth) {
    first = `${first} ${words.shift() ?? ''}`.trim();
  }
  const second = fitText(words.join(' '), maxWidth, fontSize);
  return first === '' ? second : `${first}\n${second}`;
}
