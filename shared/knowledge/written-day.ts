import { publishedDay } from './published.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** "2022", "'22"; some sites set the time right behind it: "20224:35 PM". */
const YEAR = "((?:19|20)\\d\\d(?!\\d)|(?:19|20)\\d\\d(?=\\d{1,2}:\\d\\d)|['’]\\d\\d\\b)";
/** "Nov. 5, 2019". */
const MONTH_FIRST = new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}`, 'iu');
/** "5 November 2019", "13th of June, 2022", "13-Jun-2022". */
const DAY_FIRST = new RegExp(`\\b${DAY}(?: of)?[ /.-]${MONTH},?[ /.-]${YEAR}`, 'iu');
const ISO = /\b(\d{4})[-/.](\d{2})[-/.](\d{2})(?:T[\d:.]+)?(?=Z|\b)/u;
/** "06/13/2022", "13.06.2022", "6/13/22". */
const NUMBERS = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/u;
/** "June 2022", "Q2 2022", "second quarter of 2022": no day, and the month. */
const MONTH_ONLY = new RegExp(`\\b${MONTH},? ((?:19|20)\\d\\d)\\b`, 'iu');
const QUARTER = /\b(?:q([1-4])|(first|second|third|fourth) quarter)(?: of)?,? ((?:19|20)\d\d)\b/iu;
const QUARTERS = ['first', 'second', 'third', 'fourth'];
const AMERICAN = /\b(?:E|C|M|P)[SD]?T\b|\ben-US\b/u;
const EUROPEAN = /\b(?:GMT|BST|IST|CES?T|UTC)\b|\ben-(?:GB|IE|AU|NZ|IN|ZA)\b/u;

/** How a day is written, the surest first; to be taken away from what stands around it. */
export const WRITTEN_DAYS: readonly RegExp[] = [ISO, MONTH_FIRST, DAY_FIRST, NUMBERS, MONTH_ONLY, QUARTER];

/**
 * The day that a text writes. Of 06/07/2022 it is known which is the month only where the time's zone or the page's language says so; with
 * full stops the day comes first.
 *
 * @param language as the page names it: "en-US"
 * @returns YYYY-MM-DD, or undefined where there is none
 */
export function writtenDay(text: string, language = ''): string | undefined {
  const [, year, month, date] = ISO.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, date);
  const [, name, after, inYear] = MONTH_FIRST.exec(text) ?? [];
  if (name !== undefined) return dayOf(inYear, monthOf(name), after);
  const [, before, named, ofYear] = DAY_FIRST.exec(text) ?? [];
  if (named !== undefined) return dayOf(ofYear, monthOf(named), before);
  const [, first = '', mark = '', second = '', last] = NUMBERS.exec(text) ?? [];
  if (last === undefined) return undefined;
  const isAmerican = monthFirst(Number(first), Number(second), `${text} ${language}`) ?? (mark === '.' ? false : null);
  if (isAmerican === null) return undefined;
  return isAmerican ? dayOf(last, first, second) : dayOf(last, second, first);
}

/** The first day of a month, or of a quarter's last month, that a text writes without a day: news in it is at most so old. */
export function writtenMonth(text: string): string | undefined {
  const [, name, year] = MONTH_ONLY.exec(text) ?? [];
  if (name !== undefined) return dayOf(year, monthOf(name), '1');
  const [, number, word = '', ofYear] = QUARTER.exec(text) ?? [];
  if (ofYear === undefined) return undefined;
  const quarter = number === undefined ? QUARTERS.indexOf(word.toLowerCase()) + 1 : Number(number);
  return dayOf(ofYear, String(3 * quarter), '1');
}

/** Null where it may be either. */
function monthFirst(first: number, second: number, told: string): boolean | null {
  if (first > 12 || second > 12) return second > 12;
  if (first === second || AMERICAN.test(told)) return true;
  return EUROPEAN.test(told) ? false : null;
}

const monthOf = (name: string): string => String(MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1);

const dayOf = (year = '', month = '', day = ''): string | undefined =>
  publishedDay(`${year.replace(/^['’]?(?=\d\d$)/u, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
