import { everyMatch } from '../../every-match.ts';
import { MONTHS } from '../../grounding/calendar.ts';

/** In small letters, from Sunday as `Date` counts them. */
export const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const QUARTERS = ['first', 'second', 'third', 'fourth'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const MONTH_NAMED = `(${MONTHS.join('|')})`;
const DAY_MS = 86_400_000;
export const A_DAY = /^\d{4}-\d\d-\d\d$/u;
/** Days after its end in which a quarter is a company's latest. */
const LATEST = 100;

type Resolve = (found: RegExpExecArray, written: string) => string | null;

const moved = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const monthAt = (name = ''): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)));
const two = (number: number): string => String(number).padStart(2, '0');

/** The last such day that there was when the page was written. */
function dayOf(name: string | undefined, day: string | undefined, year: string | undefined, written: string): string {
  const told = `-${two(monthAt(name) + 1)}-${two(Number(day))}`;
  const own = Number(written.slice(0, 4));
  return year === undefined ? `${`${own}${told}` > written ? own - 1 : own}${told}` : `${year}${told}`;
}

/** A month or a year that is not over is told of up to the page's day. */
const upTo = (span: string, written: string): string =>
  written.startsWith(span) ? `${span} up to ${written}` : `all ${span}`;

function monthOf(name: string | undefined, year: string | undefined, written: string): string {
  const [own, now] = [Number(written.slice(0, 4)), Number(written.slice(5, 7))];
  const month = monthAt(name) + 1;
  return upTo(`${year ?? (month > now ? own - 1 : own)}-${two(month)}`, written);
}

/** The last quarter of that number that was over when the page was written. */
function quarterOf(quarter: number, written: string): string {
  const own = Number(written.slice(0, 4));
  return `quarter ${quarter} of ${quarter * 3 >= Number(written.slice(5, 7)) ? own - 1 : own}`;
}

const mondayOf = (day: string): string => moved(day, -((new Date(day).getUTCDay() + 6) % 7));

/** Each kind of time as texts write it, the longer before what it contains, and its key. */
const KINDS: readonly (readonly [RegExp, Resolve])[] = [
  // "In the week to November 14", "for the year ended October 31".
  [
    new RegExp(
      `\\b(?:the|a) ((?:\\p{L}+ |\\d+ )?(?:days?|weeks?|months?|quarters?|years?)) (?:to|through|until|ended|ending)(?: on)? (?:${MONTH} (\\d{1,2})|${MONTH})(?:,? (\\d{4}))?\\b`,
      'giu',
    ),
    ([, span = '', name, day, month, year], written) => {
      const end = day === undefined ? monthOf(month, year, written) : dayOf(name, day, year, written);
      // A company's latest quarter goes by its number, whether or not a page says when it ended.
      const [word = ''] = /^\p{L}+(?= quarter)/iu.exec(span) ?? [];
      const number = QUARTERS.indexOf(word.toLowerCase()) + 1;
      const isLatest = A_DAY.test(end) && end <= written && moved(end, LATEST) >= written;
      return number > 0 && isLatest ? quarterOf(number, written) : `${span.toLowerCase()} to ${end}`;
    },
  ],
  [new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?`, 'giu'), ([, name, day, year], written) => dayOf(name, day, year, written)],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?: (\\d{4}))?\\b`, 'giu'), ([, day, name, year], written) => dayOf(name, day, year, written)],
  // "The September quarter", as companies say whose year is another.
  [new RegExp(`\\b(?:the |its )?${MONTH_NAMED}[- ]quarter\\b(?:(?: of)?,? (\\d{4}))?`, 'giu'), ([, name, year], written) => `quarter to ${monthOf(name, year, written)}`],
  [
    /\b(?:(first|second|third|fourth)[- ]quarter|Q([1-4]))\b(?:,?(?: of)?( fiscal)?(?: year)? (\d{4})\b)?/giu,
    ([, name, number, fiscal = '', year], written) => {
      const quarter = number === undefined ? QUARTERS.indexOf((name ?? '').toLowerCase()) + 1 : Number(number);
      return year === undefined ? quarterOf(quarter, written) : `quarter ${quarter}${fiscal} of ${year}`;
    },
  ],
  [new RegExp(`\\b${MONTH_NAMED}(?: of)?,? (\\d{4})\\b`, 'giu'), ([, name, year], written) => monthOf(name, year, written)],
  [new RegExp(`\\b(?:in|during|for|over|since|of|by) (?:early |mid-|late |all of )?${MONTH_NAMED}\\b`, 'giu'), ([, name], written) => monthOf(name, undefined, written)],
  [new RegExp(`\\b(?:(?:the )?end of|ended|closed|finished|through|until|as of) ${MONTH_NAMED}(?:,? (\\d{4}))?\\b`, 'giu'), ([, name, year], written) => `end of ${monthOf(name, year, written)}`],
  // Of last Wednesday nobody knows whether it is the latest.
  [new RegExp(`\\b(last |next )?(${WEEKDAYS.join('|')})\\b`, 'giu'), ([, other, name = ''], written) => {
    const back = (new Date(written).getUTCDay() - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7;
    return other === undefined ? moved(written, -back) : null;
  }],
  [/\b(?:today|yesterday|overnight)\b/giu, ([word], written) => moved(written, /^y/iu.test(word) ? -1 : 0)],
  [/\blast (week|month|year)\b/giu, ([, span], written) => {
    if (/^w/iu.test(span ?? '')) return `week of ${moved(mondayOf(written), -7)}`;
    if (/^y/iu.test(span ?? '')) return `all ${Number(written.slice(0, 4)) - 1}`;
    return `all ${moved(`${written.slice(0, 7)}-01`, -1).slice(0, 7)}`;
  }],
  // What goes on is told of up to the page's day: another day has another figure, and "the past year" is not "this year".
  [/\b(?:year[- ]to[- ]date|so far this (\p{L}+)|(?:this|the|past|previous|last|prior|a|\d+|\p{L}+) (?:\p{L}+ )?(?:days?|weeks?|months?|quarters?|years?|decades?))\b/giu, ([told], written) => `${/^the past \p{L}+$/iu.test(told) ? 'past ' : ''}${told.toLowerCase().replace(/^(?:(?:in|for|during|over|of|by|this|the|past|previous|last|prior) )+/u, '')} up to ${written}`],
  [/(?<![\d.,$€£-])\b((?:19|20)\d\d)\b(?![\d,.]*\d|%)/gu, ([, year = ''], written) => upTo(year, written)],
]; // prettier-ignore

/** Months that are no words besides. */
const NAMED = new RegExp(`\\b(?:${MONTHS.filter((name) => name !== 'may' && name !== 'march').join('|')})\\b`, 'iu');

/** The time that a text tells of, and what else it says. */
export interface Period {
  /**
   * The same for the same time: "on Wednesday" of two weeks are two, "in October" of two pages of November is one. Empty where none is told, null where
   * several are, or one that nobody knows.
   */
  key: string | null;
  /** The text without it. */
  rest: string;
}

const YEAR_SO_FAR = /^(?:so far this year|year[- ]to[- ]date|year) up to /u;

/** "This year through October": of two times the one that they are together; null where they are none. */
function yearTo(keys: readonly (string | null)[]): string | null {
  const [one, other, third] = keys.toSorted((a, b) => Number(YEAR_SO_FAR.test(b ?? '')) - Number(YEAR_SO_FAR.test(a ?? '')));
  if (third !== undefined || typeof one !== 'string' || typeof other !== 'string' || !YEAR_SO_FAR.test(one)) return null;
  const end = /^(?:end of )?(?:all )?(\d{4}-\d\d(?:-\d\d)?)$/u.exec(other)?.[1];
  return end === undefined ? null : `calendar year to ${isLastOfMonth(end) ? end.slice(0, 7) : end}`;
} // prettier-ignore

const isLastOfMonth = (day: string): boolean => A_DAY.test(day) && moved(day, 1).endsWith('-01');

/** @param written the day of the page, ISO */
export function periodIn(text: string, written: string): Period {
  let rest = text;
  const keys = new Set<string | null>();
  for (const [pattern, resolve] of KINDS) {
    for (const found of everyMatch(pattern, rest)) keys.add(resolve(found, written));
    rest = rest.replace(pattern, ' ');
  }
  // Named in some other way: of which time it is nobody knows.
  if (NAMED.test(rest)) keys.add(null);
  const span = yearTo([...keys]);
  if (span !== null) return { key: span, rest };
  const [key = '', second] = keys;
  return { key: second === undefined ? key : null, rest };
}
