import { MONTH, monthNumber } from './calendar.ts';
import type { Figure, FigureKind } from './figure.ts';
import { DIGITS, SCALE, WORDS, readNumeral, scaleOf } from './numeral.ts';

const COUNTED =
  'accounts?|holdings?|positions?|lines?|funds?|stocks?|shares|companies|instruments?|prices?|days?|months?|years?|decades?|paths?|simulations?|futures|sectors?|regions?|currencies|dollars?|percent|percentage points?|times'; // prettier-ignore
const CURRENCY =
  '(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|KRW|SEK|NOK|DKK|PLN|CZK|HUF|ILS|BRL|MXN|ZAR|TRY|THB)';
const UNIT = String.raw`\s?%|\s(?:percent\b|per cent\b)`;
const POINTS = String.raw`\s?pp\b|[\s-](?:percentage[\s-])?points?\b`;

/** The kinds of figure, tried in this order at each place of the text; the first that fits wins. */
const grammar = new RegExp(
  [
    String.raw`(?<link>\b(?:https?:\/\/|www\.)[^\s)>\]]+)`,
    String.raw`(?<iso>\b\d{4}-\d{2}-\d{2}\b)`,
    String.raw`(?<monthDay>\b${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b)`,
    String.raw`(?<dayMonth>\b\d{1,2}(?:st|nd|rd|th)?\s${MONTH},?\s\d{4}\b)`,
    String.raw`(?<monthYear>\b${MONTH},?\s\d{4}\b)`,
    String.raw`(?<odds>\b(?:${DIGITS}|${WORDS}|[Oo]ne)\s(?:in|out of)\s(?:every\s)?(?:${DIGITS}|${WORDS})\b(?![.,]?\d|\s?%|\s(?:percent|${COUNTED}|million)))`,
    String.raw`(?<part>\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)[\s-](?:third|quarter|fifth|sixth|eighth|tenth)s?\b(?=\sof\b)|\b[Hh]alf(?=\s(?:of|the|your)\b)(?!\sof\s(?:the\s|all\s|those\s)*(?:simulated\s)?(?:futures|simulations|paths|outcomes|scenarios)\b)|\b[Tt]hree[\s-]quarters\b|\b[Tt]wo[\s-]thirds\b)`,
    String.raw`(?<money>[$€£¥]\s?${DIGITS}${SCALE}?|\b${CURRENCY}\s?${DIGITS}${SCALE}?|\b${DIGITS}${SCALE}?\s(?:dollars\b|${CURRENCY}\b))`,
    String.raw`(?<basis>\b${DIGITS}\s?(?:basis points|bps?)\b)`,
    String.raw`(?<percent>(?<![\w.])(?:${DIGITS}(?:${UNIT})|${WORDS}\s(?:percent|per cent)\b))`,
    String.raw`(?<points>(?<![\w.])(?:${DIGITS}|${WORDS})(?:${POINTS}))`,
    String.raw`(?<ordinal>\b\d+(?:st|nd|rd|th)\b)`,
    String.raw`(?<number>(?<![\w.])${DIGITS}${SCALE}?(?![\w]))`,
    String.raw`(?<counted>\b${WORDS}(?=\s(?:[a-z]+\s)?(?:${COUNTED})\b))`,
    String.raw`(?<word>\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])\w[\w-]*|[^\P{N}\d])`,
    String.raw`(?<ticker>\b[A-Z][A-Z0-9]{1,5}(?:[.-][A-Z]{1,2})?(?![\w])|(?<=\()[A-Z](?=\)))`,
  ].join('|'),
  'gu',
);

const APPROXIMATE =
  /(?:\b(?:about|around|roughly|approximately|nearly|almost|some|over|under|above|below|more than|less than|just over|just under|close to|at least|at most|up to)\s|~)[-−(]?$/i; // prettier-ignore
const RANGE = new RegExp(
  String.raw`(\$?)(${DIGITS})\s?(?:–|-|to|and)\s?(?=\$?${DIGITS}(${SCALE})?(${UNIT}|${POINTS})?)`,
  'gu',
);

/** Writes the unit of "10–12%", "$1.2 to 1.4 million" or "between 60 and 64%" at both ends, so that each end reads alone. */
function spellOutRanges(text: string): string {
  return text.replaceAll(RANGE, (whole, sign: string, low: string, scale = '', unit = '', offset: number) => {
    const joined = /and\s?$/.test(whole);
    const between = /between\s$/i.test(text.slice(Math.max(0, offset - 8), offset));
    const dollars = sign === '$' && !text.slice(0, offset + whole.length + 1).endsWith('$') ? '$' : '';
    if ((joined && !between) || (scale === '' && unit === '' && dollars === '')) return whole;
    return `${sign}${low}${String(scale)}${String(unit)} – ${dollars}`;
  });
}

/** The figures of a text, in order; list numbers ("1." at the start of a line) and "first", "second" are none. */
export function readFigures(text: string): Figure[] {
  const plain = spellOutRanges(
    text
      .normalize('NFKC')
      .replaceAll('−', '-')
      .replace(/^\s*(?:\d{1,2}[.)]|#+)\s/gmu, ' '),
  );
  return [...plain.matchAll(grammar)].flatMap((match) => {
    const group = kindIn(match.groups ?? {});
    const [found] = match;
    const left = plain.slice(Math.max(0, match.index - 40), match.index);
    const right = plain.slice(match.index + found.length, match.index + found.length + 40);
    const read = readFigure(group, found);
    if (read === null || (group === 'ordinal' && read.value <= 10 && !/^\s*percentile/.test(right))) return [];
    const before = /([a-z]+)[^a-z]*$/i.exec(left)?.[1]?.toLowerCase() ?? '';
    const after = /^[^a-z]*([a-z]+)/i.exec(right)?.[1]?.toLowerCase() ?? '';
    return [{ ...read, text: found.trim(), approximate: APPROXIMATE.test(left), before, after }];
  });
}

/** The alternative of the grammar that fitted; its name is its group's. */
function kindIn(groups: Record<string, string | undefined>): string {
  return Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
}

type Read = Pick<Figure, 'kind' | 'value' | 'place' | 'key'>;

function readFigure(group: string, text: string): Read | null {
  const keyed = (kind: FigureKind, key: string): Read => ({ kind, value: 0, place: 0, key });
  const valued = (kind: FigureKind, value: number, place: number): Read => ({ kind, value, place, key: '' });
  const numerals = text.match(new RegExp(`${DIGITS}|\\b(?:${WORDS}|one)\\b`, 'giu')) ?? [];
  const { value, place } = readNumeral(numerals[0] ?? '0');
  const scale = scaleOf(new RegExp(`(?<=\\d)${SCALE}`, 'u').exec(text)?.[0]);
  switch (group) {
    case 'link':
      return keyed('link', text.replace(/[.,;:!?]+$/, ''));
    case 'iso':
      return keyed('date', text);
    case 'monthDay':
    case 'dayMonth':
    case 'monthYear': {
      const month = monthNumber(/[A-Za-z]{3,}/.exec(text.replace(/\d+(?:st|nd|rd|th)/, ''))?.[0] ?? '') ?? '';
      const year = /\d{4}$/.exec(text)?.[0] ?? '';
      const day = group === 'monthYear' ? '' : `-${(/\d{1,2}/.exec(text)?.[0] ?? '').padStart(2, '0')}`;
      return keyed('date', `${year}-${month}${day}`);
    }
    case 'odds':
      return valued('odds', value / readNumeral(numerals[1] ?? '1').value, 1 / readNumeral(numerals[1] ?? '1').value);
    case 'part':
      return valued('odds', partOf(text), 0.07);
    case 'money':
      return valued('money', value * scale, place * scale);
    case 'basis':
      return valued('percent', value / 100, place / 100);
    case 'percent':
      return valued('percent', value, place >= 1 ? 1 : place);
    case 'points':
      return valued('points', value, place >= 1 ? 1 : place);
    case 'ordinal':
      return valued('number', value, 1);
    case 'number':
      return /^(?:19|20|21)\d\d$/.test(text)
        ? valued('year', value, 1)
        : valued('number', value * scale, place * scale);
    case 'counted':
      return valued('number', value, 1);
    case 'ticker':
      return keyed('ticker', text);
    default:
      return keyed('word', text);
  }
}

const parts: Record<string, number> = { half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 };

function partOf(text: string): number {
  const [first = '', second] = text.toLowerCase().split(/[\s-]/);
  const numerator = second === undefined ? 1 : readNumeral(/^an?$/.test(first) ? 'one' : first).value;
  return numerator / (parts[(second ?? first).replace(/s$/, '')] ?? 1);
}
