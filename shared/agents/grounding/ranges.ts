import { DIGITS, SCALE, WORDS } from './numeral.ts';
import type { TextView } from './text-view.ts';

export const UNIT = String.raw`(?:\s?%|[\s-](?:percent\b|per cent\b))`;
export const POINTS = String.raw`(?:\s?pp\b|(?<!\bat one)[\s-](?:percentage[\s-])?points?\b)`;

const NUMERAL = `(?:${DIGITS}|\\b${WORDS}\\b)`;
const RANGE = new RegExp(
  String.raw`(\$?)(${NUMERAL})((?<=\d)[–—-]|\s[–—-]\s|[–—]|\s(?:to|and)\s)(?=(\$?)${NUMERAL}(${SCALE})?(${UNIT}|${POINTS}|\sdollars\b)?)`,
  'gu',
);

/**
 * Writes the unit of "10–12%", "$1.2 to 1.4 million" or "between 60 and 64%" at both ends, so that each end reads alone. The
 * places stay those of the text it was. Null where there is no range.
 */
export function spellOutRanges(text: string): TextView | null {
  RANGE.lastIndex = 0;
  if (!RANGE.test(text)) return null;
  RANGE.lastIndex = 0;
  const read: string[] = [];
  const places: number[] = [];
  let from = 0;
  const take = (until: number) => {
    read.push(text.slice(from, until));
    for (let at = from; at < until; at += 1) places.push(at);
    from = until;
  };
  const insert = (extra: string) => {
    read.push(extra);
    places.push(...Array.from(extra, () => from));
  };
  for (const match of text.matchAll(RANGE)) {
    const [, sign = '', low = '', joint = '', second = '', scale = '', unit = ''] = match;
    const joined = joint.trim() === 'and';
    const between = /between\s$/i.test(text.slice(Math.max(0, match.index - 8), match.index));
    // "At 65 and 12% of it" has two figures of two kinds; "between 60 and 64%" one kind.
    if (joined && !between) continue;
    // "$261,100 and 57% of it".
    if (sign === '$' && second === '' && unit !== '' && !unit.includes('dollars')) continue;
    const dollars = sign === '$' && second === '' ? '$' : '';
    // "$527,000 to $3.14 million" has its zeros written out.
    const scaled = low.includes(',') ? '' : scale;
    if (scaled === '' && unit === '' && dollars === '') continue;
    take(match.index + sign.length + low.length);
    insert(`${scaled}${unit}`);
    take(match.index + match[0].length);
    insert(dollars);
  }
  take(text.length);
  places.push(text.length);
  return { text: read.join(''), offsets: places };
}
