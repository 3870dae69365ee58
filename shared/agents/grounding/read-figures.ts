import { everyMatch } from '../every-match.ts';
import { decadeOf, isoDate } from './calendar.ts';
import type { Figure, FigureKind } from './figure.ts';
import { grammar, kinds } from './grammar.ts';
import { withinOf } from './magnitudes.ts';
import { DIGITS, PARTS, SCALE, WORDS, readNumeral, scaleOf } from './numeral.ts';
import { spellOutRanges } from './ranges.ts';
import type { TextView } from './text-view.ts';

const APPROXIMATE =
  /(?:\b(?:about|around|roughly|approximately|nearly|almost|some|over|under|above|below|more than|less than|just over|just under|close to|at least|at most|up to|only|in the region of|on the order of|not quite|not far from|well over|a little over|a little under|a bit over|a bit under|a bit more than|a bit less than|a touch over|a touch under|a shade over|slightly over|slightly under|slightly more than|slightly less than|nearer|closer to|something like|call it|a mere|a good|a full|getting on for|in the order of|give or take|or so|near|just shy of|shy of|just short of|a hair under|a hair over|well under|as good as|very nearly|not far off|comfortably over|a shade under|upwards of|north of|another|the better part of)\s(?:an?\s)?|[~≈]\s?)[-−(]?$/i; // prettier-ignore
const MORE = /\b(?:more than|over|above|at least|upwards of|well over|just over|exceeding|a little over|a bit over|a bit more than|a touch over|a shade over|slightly over|slightly more than|a good|north of|comfortably over)\s(?:an?\s)?[-−(]?$/i; // prettier-ignore
const LESS = /\b(?:no|none|nothing|neither)\b[^.;]{0,30}\b(?:tops?|exceeds?|reach(?:es)?|goes (?:above|over))\s$|\b(?:less than|fewer than|under|below|nearly|almost|just under|not quite|at most|(?<!\badd(?:s|ed|ing)? )up to|close to|a shade under|a bit under|a bit less than|a touch under|slightly under|slightly less than|getting on for|just shy of|shy of|just short of|a little under|well under|very nearly|as good as|not far off)\s(?:an?\s)?[-−(]?$/i; // prettier-ignore
const ANY_NUMBER = new RegExp(
  `\\p{N}|\\b(?:${WORDS}|[Tt]hird|[Qq]uarter|[Ff]ifth|[Tt]enth|[Tt]welfth|[Ff]ifteenth|[Tt]wentieth|[Dd]oubled|[Tt]ripled)`,
  'u',
);

/** Whether a text can have a figure that is no ticker and no link. */
export const hasNumber = (text: string): boolean => ANY_NUMBER.test(text);

const NUMERALS = new RegExp(`${DIGITS}|\\b${WORDS}\\b`, 'gu');
const SCALED = new RegExp(`(?<=\\d)${SCALE}`, 'u');

/** The figures of a text, in order; list numbers ("1." at the start of a line) and "first", "second" are none. */
export function readFigures(view: Pick<TextView, 'text'>): Figure[] {
  const listed = view.text.replace(/^\s*(?:\d{1,2}[.)]|#+)(?=\s)|\(\d\)(?=\s[a-z])/gmu, (number) =>
    ' '.repeat(number.length),
  );
  const ranged = spellOutRanges(listed);
  const text = ranged?.text ?? listed;
  const placeOf = (at: number) => (ranged === null ? at : (ranged.offsets[at] ?? 0));
  return everyMatch(grammar, text).flatMap((match) => {
    const [found] = match;
    const group = kindIn(match);
    const left = text.slice(Math.max(0, match.index - 40), match.index);
    const right = text.slice(match.index + found.length, match.index + found.length + 40);
    if (ROUND.test(found) && EACH.test(left)) return [];
    if (/^\d{1,2}$/.test(found) && LABEL.test(left)) return [];
    const bound = MORE.test(left) ? 1 : LESS.test(left) ? -1 : 0;
    const read = ofEach(found, text.slice(Math.max(0, match.index - 90), match.index), right) ?? readFigure(group, found, right); // prettier-ignore
    // "Not a seven-figure sum" says only what it is not.
    if (read?.within !== undefined && DENIED.test(left)) return [];
    if (read === null || (group === 'ordinal' && read.value <= 10 && !/^\s*percentile/.test(right))) return [];
    const before = /([a-z]+)[^a-z]*$/i.exec(left)?.[1]?.toLowerCase() ?? '';
    // "95 % CI" is what a label calls an interval.
    const after = /^\s?(?:CI\b|confidence interval)/.test(right)
      ? 'interval'
      : (/^[^a-z]*(?:(?:more|extra|additional|further|full) )?([a-z]+)/i.exec(right)?.[1]?.toLowerCase() ?? '');
    const start = placeOf(match.index);
    const end = Math.max(start, placeOf(match.index + found.trimEnd().length));
    const sign =
      /\bminus $/i.test(left) || /(?:^|[\s(|])-(?:(?:more|less) than )?$/.test(left) ? -1 : left.endsWith('+') ? 1 : 0;
    return [
      {
        ...read,
        ...(read.within && { within: bounded(read.within, bound, left) }),
        text: found.trim(),
        start,
        end,
        sign,
        bound,
        approximate: APPROXIMATE.test(left),
        before,
        after,
      },
    ];
  });
}

const DENIED =
  /(?:\b(?:not|no|never|nowhere near|far from|hardly|instead of|rather than|cannot)|n['’]t)\s(?:(?:yet|quite|really|even|be|in|reach|the|any|of|an?|low|high|mid) )*$/i;

/** Below, or above, what a size in words stands for; what is nearly so much is not far below. */
function bounded([from, to]: readonly [number, number], bound: -1 | 0 | 1, left: string): readonly [number, number] {
  if (bound === 0) return [from, to];
  if (bound === 1) return [from, 100 * to];
  return [/\b(?:less|fewer|under|below|most|no|none)\b/i.test(left.slice(-16)) ? 0 : 0.4 * from, from];
}

/** "Chart 3" is the third. */
const LABEL = /\b(?:[Cc]hart|[Ff]igure|[Tt]able|[Ss]ection|[Ss]tep|[Pp]anel|[Ss]lide|[Pp]age|[Ff]ootnote) $/;

/** An amount that so much is said to be of: "for every $1,000". */
const ROUND = /^\$(?:100|1,000|10,000|100,000|1,000,000|1k|10k|100k|1 million)$/i;
const EACH = /\b(?:every|each|per|a)\s$/i;
const OF_EACH =
  /^(?: cents?| dollars?)?(?: (?:a|per|each) year| annually)?(?: in fees| goes?| is| are| in costs?)? (?:per|(?:for|on|of|out of|in) (?:every|each)) \$([\d,]+)(k?)\b/i;
const EACH_BEFORE = /\b(?:every|each|per) \$([\d,]+)(k?)\b[^.;$\d]{0,50}$/i;

/** "30 cents per $1,000", "for every $10,000 you pay $3": a share; null for anything else. */
function ofEach(found: string, left: string, right: string): Read | null {
  const cents = /^ cents?\b/i.test(right) || /\bcents?$/i.test(found);
  if (!found.startsWith('$') && !cents) return null;
  const [, base, thousands] = OF_EACH.exec(right) ?? EACH_BEFORE.exec(left) ?? [];
  const whole = Number((base ?? '').replaceAll(',', '')) * (thousands ? 1000 : 1);
  if (!(whole > 0)) return null;
  const { value, place } = readNumeral(found.match(NUMERALS)?.[0] ?? '0');
  const unit = (cents ? 1 : 100) / whole;
  return value * unit > 100 ? null : valued('percent', value * unit, place * unit);
}

/** The alternative of the grammar that fitted. */
function kindIn(match: RegExpExecArray): string {
  for (let at = 1; at < match.length; at += 1) if (match[at] !== undefined) return kinds[at - 1] ?? '';
  return '';
}

type Read = Pick<Figure, 'kind' | 'value' | 'place' | 'key' | 'within'>;

const keyed = (kind: FigureKind, key: string): Read => ({
  kind,
  value: 0,
  place: 0,
  key,
});
const valued = (kind: FigureKind, value: number, place: number): Read => ({
  kind,
  value,
  place,
  key: '',
});

/** No digit is shown: the last place is the size itself. */
function sized(kind: FigureKind, within: readonly [from: number, to: number]): Read {
  const middle = Math.sqrt(Math.max(1, within[0]) * within[1]);
  return { ...valued(kind, middle, middle), within };
}

function readFigure(group: string, text: string, right: string): Read | null {
  const numerals = text.match(NUMERALS) ?? [];
  const { value, place } = readNumeral(numerals[0] ?? '0');
  const scale = scaleOf(SCALED.exec(text)?.[0]);
  switch (group) {
    case 'link':
      return keyed('link', text.replace(/[.,;:!?]+$/, ''));
    case 'iso':
    case 'slashed':
    case 'monthDay':
    case 'dayMonth':
    case 'monthYear':
    case 'bareDay':
      return keyed('date', isoDate(text));
    case 'figures':
    case 'plural':
      return sized('money', withinOf(group, text));
    case 'many':
      return sized('number', withinOf(group, text));
    case 'digits':
      return sized('percent', withinOf(group, text));
    case 'grade':
    case 'odds': {
      const of = readNumeral(numerals[1] ?? '1').value;
      return valued('odds', value / of, 1 / of);
    }
    case 'once':
      return valued('odds', 1 / value, 1 / value);
    case 'part':
      return valued('odds', partOf(text), 0.07);
    case 'partOfOne': {
      const said = partOf(text.replace(/ of .*| an? .*| one .*/i, ''));
      return valued('percent', said, said / 4);
    }
    case 'times':
      return valued('percent', { d: 100, t: 200, q: 300 }[text.charAt(0).toLowerCase()] ?? 0, 30);
    case 'mix':
      return { ...valued('percent', value, 1), key: 'mix' };
    case 'money':
      return valued('money', value * scale, place * scale);
    case 'basis':
      return valued('percent', value / 100, place / 100);
    case 'hundred':
      return null;
    case 'cents':
    case 'percent':
      return valued('percent', value, place >= 1 ? 1 : place);
    case 'points':
      return valued('points', value, place >= 1 ? 1 : place);
    case 'ordinal':
      return valued('number', value, 1);
    case 'yearSpan':
      return {
        ...valued('year', Number(text.slice(0, 4)), 1),
        key: text.slice(0, 4),
      };
    case 'decade':
      return keyed('year', decadeOf(text));
    case 'number':
    case 'counted': {
      if (/^(?:19|20|21)\d\d$/.test(text)) return valued('year', value, 1);
      const [, unit = ''] = /^[\s-](?:[a-z]+\s)?(decade|week)s?\b/.exec(right) ?? [];
      const times = { decade: 10, week: 7 }[unit] ?? 1;
      return valued('number', value * scale * times, times === 1 ? place * scale : times);
    }
    case 'ticker':
      return keyed('ticker', text);
    default:
      return keyed('word', text);
  }
}

function partOf(text: string): number {
  const [, above = '', below] = /^(\d+)[/⁄](\d+)$/.exec(text) ?? [];
  if (below !== undefined) return Number(above) / Number(below);
  const [first = '', second] = text.toLowerCase().split(/[\s-]/);
  const numerator = second === undefined ? 1 : readNumeral(/^an?$/.test(first) ? 'one' : first).value;
  return numerator / (PARTS[(second ?? first).replace(/s$/, '')] ?? 1);
}
