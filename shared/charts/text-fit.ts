import { plainText } from './plain-text.ts';

/**
 * How wide text will be, without a browser to measure it: ECharts' server side has none. Widths are those of common
 * interface fonts in em, rounded up, so that what is said to fit does fit.
 */
const narrow = /[ .,:;'|!ijlI()[\]{}ft/-]/;
const wide = /[MWmw@%—…<>=+~]/;

/** East Asian wide characters and pictographs take about one em. */
const fullWidth = /[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;

function emOf(grapheme: string): number {
  if (fullWidth.test(grapheme)) return 1.2;
  const first = grapheme.charAt(0);
  if (narrow.test(first)) return 0.36;
  if (wide.test(first)) return 0.95;
  return /[A-Z]/.test(first) ? 0.77 : 0.6;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Estimated width in pixels at a font size in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return graphemes(text).reduce((sum, grapheme) => sum + emOf(grapheme) * fontSize, 0);
}

/** The text, cut at a whole character and ended with "…" where it would be wider than `maxWidth` pixels. */
export function fitText(name: string, maxWidth: number, fontSize: number): string {
  const text = plainText(name);
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

/** The text on at most `most` lines of `maxWidth` pixels, broken at spaces, each line cut where it is still too long. */
export function wrapText(text: string, maxWidth: number, fontSize: number, most: number): string {
  const words = plainText(text).split(' ');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most - 1) {
    let line = words.shift() ?? '';
    while (words.length > 0 && textWidth(`${line} ${words[0] ?? ''}`, fontSize) <= maxWidth) {
      line += ` ${words.shift() ?? ''}`;
    }
    lines.push(line);
  }
  return [...lines, ...(words.length > 0 ? [words.join(' ')] : [])]
    .map((line) => fitText(line, maxWidth, fontSize))
    .join('\n');
}
