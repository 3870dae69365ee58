import { everyMatch } from '../every-match.ts';
import { DIGITS, SCALE, WORDS, readNumeral } from './numeral.ts';
import type { TextView } from './text-view.ts';

export const UNIT = String.raw`(?:\s?%|[\s-](?:percent\b|per cent\b))`;
export const POINTS = String.raw`(?:\s?(?:pp|pts?)\b|(?<!\bat one)[\s-](?:percentage[\s-])?points?\b)`;

const NUMERAL = `(?:${DIGITS}|\\b${WORDS}\\b)`;
const NUMERALS = new RegExp(NUMERAL, 'gu');
const AT_ONCE = new RegExp(`^\\$?(${NUMERAL})`, 'u');
const IN_POINTS = new RegExp(`^${POINTS}`);
const RANGE = new RegExp(
  String.raw`(\$?)(${NUMERAL})((?<=\d)[–—-]|\s[–—-]\s|[–—]|\s(?:to|and|or)\s)(?=(\$?)${NUMERAL}(${SCALE})?(${UNIT}|${POINTS}|\sdollars\b)?)`,
  'gu',
);

/** "11, 10 and 6 points": three numbers or more, and one unit. */
const LIST = new RegExp(
  String.raw`(?<![\w.,$])${NUMERAL}(?:,\s${NUMERAL})+,?\s(?:and|or)\s${NUMERAL}(${UNIT}|${POINTS})`,
  'gu',
);

/** What joins the numbers of each of them. Most texts are labels of facts without it, and need not be searched for numbers in words. */
const JOINED = /[–—]|\d-|\s-\s|\s(?:to|and|or)\s/u;
const ENUMERATED = /,\s/u;

/** Whether the number that a text begins with is a little more than another. */
function areNear(low: string, rest: string): boolean {
  const high = readNumeral(AT_ONCE.exec(rest)?.[1] ?? '0').value;
  const { value } = readNumeral(low);
  return high > value && high <= 2 * value + 1;
}

/**
 * Writes the unit of "10–12%", "$1.2 to 1.4 million", "between 60 and 64%" or "11, 10 and 6 points" at each of the numbers, so
 * that each reads alone. The places stay those of the text it was. Null where there is nothing of the kind.
 */
export function spellOutRanges(text: string): TextView | null {
  if (!JOINED.test(text)) return null;
  const inserts = [...rangeUnits(text), ...(ENUMERATED.test(text) ? listUnits(text) : [])].sort((a, b) => a.at - b.at);
  if (inserts.length === 0) return null;
  const places: number[] = [];
  let [from, read] = [0, ''];
  const take = (until: number) => {
    read += text.slice(from, until);
    for (let at = from; at < until; at += 1) places.push(at);
    from = until;
  };
  for (const { at, unit } of inserts) {
    take(at);
    read += unit;
    places.push(...Array.from(unit, () => from));
  }
  take(text.length);
  places.push(text.length);
  return { text: read, offsets: places };
}

/** A unit to be read at a place. */
interface Insert {
  at: number;
  unit: string;
}

function listUnits(text: string): Insert[] {
  return everyMatch(LIST, text).flatMap((match) => {
    const [whole, unit = ''] = match;
    const numbers = everyMatch(NUMERALS, whole).slice(0, -1);
    return numbers.map((number) => ({ at: match.index + number.index + number[0].length, unit }));
  });
}

function rangeUnits(text: string): Insert[] {
  return everyMatch(RANGE, text).flatMap((match): Insert[] => {
    const [, sign = '', low = '', joint = '', second = '', scale = '', unit = ''] = match;
    const joined = joint.trim() === 'and';
    const between = /between\s$/i.test(text.slice(Math.max(0, match.index - 8), match.index));
    // "At 65 and 12% of it" has two figures of two kinds; "between 60 and 64%" one kind.
    if (joined && !between && !IN_POINTS.test(unit)) return [];
    // "73% at 63 to 89% at 65".
    if (unit !== '' && /\d ?%? (?:at|by) (?:age )?$/.test(text.slice(Math.max(0, match.index - 16), match.index)))
      return [];
    // "Eight or nine dollars", and not "at 65 or 12% of it".
    if (joint.trim() === 'or' && !areNear(low, text.slice(match.index + match[0].length))) return [];
    // "$261,100 and 57% of it".
    if (sign === '$' && second === '' && unit !== '' && !unit.includes('dollars')) return [];
    const dollars = sign === '$' && second === '' ? '$' : '';
    // "$527,000 to $3.14 million" has its zeros written out.
    const scaled = low.includes(',') ? '' : scale;
    if (scaled === '' && unit === '' && dollars === '') return [];
    const end = match.index + match[0].length;
    return [
      { at: match.index + sign.length + low.length, unit: `${scaled}${unit}` },
      ...(dollars === '' ? [] : [{ at: end, unit: dollars }]),
    ];
  });
}
