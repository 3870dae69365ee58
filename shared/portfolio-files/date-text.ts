import type { IsoDate } from '../schemas/decimal.ts';

/** What 03/04/2026 means: March 4 (mdy) or 3 April (dmy). */
export type DateOrder = 'mdy' | 'dmy';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const EACH_NUMERIC = new RegExp(NUMERIC, 'g');
const MONTH_FIRST = /\b([a-z]{3,9})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?[-,\s]+(\d{4})(?!\d)/i;
const DAY_FIRST = /(?<!\d)(\d{1,2})[-\s.]+([a-z]{3,9})\.?[-,\s]+(\d{4}|\d{2})(?!\d)/i;
const ZONE = '(?:\\s*(?:z|utc|gmt|[a-z]{1,2}t|[a-z]{1,2}[sd]t|[+-]\\d{2}:?\\d{2}))?';
const TIME = `\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?${ZONE}`;
/** What may stand around a date in its own cell: a weekday, a time. */
const AROUND = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|as of|at|t|[,\\s]|${TIME})*$`,
  'i',
);
/** A line of text that says how old the file's figures are, or what it is a list of; a title may be nothing but a day. */
const STATES_A_DATE =
  /\b(?:download|export|as of|generated|created|updat(?:ed?|ing)|prices?|pricing|report|data|date|statement|period|snapshot|valu(?:es?|ed|ation)|balances?|portfolios?|holdings?|positions?|investments?|assets?|savings|net worth|(?:month|quarter|year)[- ]?end|stand|[a-zü]*bestand|[a-z]*übersicht|[a-z]*auszug|[a-zö]*aufstellung|kurs|datum|situation au|fecha|peildatum)\w*\b/i;
/** A day of something else than of the figures. */
const OF_SOMETHING_ELSE =
  /\b(?:opened|open(?:ed)? (?:on|since)|since|inception|started?|joined|born|birth\w*|dob|retir\w*|matur\w*|expir\w*|due|next|target|vest\w*|contribution|deadline)\b/i;

function isoDay(year: number, month: number, day: number): IsoDate | null {
  const full = year < 100 ? 2000 + year : year;
  const moment = new Date(Date.UTC(full, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && full >= 1970 && full < 2200 ? moment.toISOString().slice(0, 10) : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** The day of a list, by the word in front of its date: "As at 30 June 2026", "Depotübersicht per 30.06.2026". */
const DATED_BY =
  /(?:^|[\s,(])(?:as (?:at|on|of)|per|zum|pr\.|au|al|op|(?:erstellt|abgerufen|bewertet) am)\s*:?\s*\uE000/iu;
/** The days that a period begins and ends on. */
const PERIOD = /\uE000\s*(?:to|through|thru|until|till|and|bis(?: zum)?|au|al|tot(?: en met)?|t\/m|[-–—])\s*\uE001/iu;
/** "October 1-31, 2026". */
const WITHIN_A_MONTH = /\b([a-z]{3,9}\.?\s+)\d{1,2}\s?[-–—]\s?(?=\d{1,2},?\s+\d{4}(?!\d))/i;

interface Found {
  day: IsoDate;
  /** The text without the date. */
  around: string;
}

/** The first date in a text; `mark` stands in its place around it. */
function find(text: string, order: DateOrder, mark = ' '): Found | null {
  const found = (match: RegExpExecArray, day: IsoDate | null): Found | null =>
    day === null ? null : { day, around: text.replace(match[0], mark) };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    return found(yearFirst, isoDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])));
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) return found(compact, isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const [month, day] = order === 'dmy' || numeric[2] === '.' ? [second, first] : [first, second];
    return found(numeric, isoDay(Number(numeric[4]), month, day));
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null && monthOf(monthFirst[1] ?? '') > 0) {
    return found(monthFirst, isoDay(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])));
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst === null || monthOf(dayFirst[2] ?? '') === 0) return null;
  return found(dayFirst, isoDay(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1])));
}

/** The date that a cell holds, perhaps with a time or a weekday; null where it holds anything else. */
export function readDate(cell: string, order: DateOrder): IsoDate | null {
  // Schwab adds the day on which an entry counts to the day on which it was made: "09/30/2026 as of 09/29/2026".
  const text = cell.trim().replace(/(?<=\d)\s+as of\s.*$/i, '');
  const found = text.length > 60 ? null : find(text, order);
  return found !== null && AROUND.test(found.around) ? found.day : null;
}

/** Day 0 of Excel's count, as it counts from March 1900 on: it takes 1900 for a leap year. */
const EXCEL_BEGAN = Date.UTC(1899, 11, 30);
const EXCEL_DAY = /^\d{5}(?:\.\d+)?$/;
const A_DAY = 86_400_000;

/**
 * The day that a cell of a column of dates holds as the number by which Excel counts days, perhaps with the time as a fraction: 45980 is
 * 2025-11-19. Null where it holds anything else, or a day before 1970 or after 2199.
 */
export function readExcelDay(cell: string): IsoDate | null {
  const text = cell.trim();
  if (!EXCEL_DAY.test(text)) return null;
  const day = new Date(EXCEL_BEGAN + Math.floor(Number(text)) * A_DAY);
  return isoDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** A date in a line of prose such as "Date downloaded Oct-05-2025 3:59 p.m. ET"; null where the line states none. */
export function readDateInProse(line: string, order: DateOrder): IsoDate | null {
  if (OF_SOMETHING_ELSE.test(line)) return null;
  const text = line.slice(0, 500).replace(WITHIN_A_MONTH, '$1');
  const first = find(text, order, '\uE000');
  if (first === null) return null;
  const second = find(first.around, order, '\uE001');
  // What a statement of a period says that things are worth is of its last day.
  const isPeriod = second !== null && second.day >= first.day && PERIOD.test(second.around);
  const isAlone = isPeriod && !/\p{L}/u.test(second.around.replace(PERIOD, ''));
  if (isAlone || STATES_A_DATE.test(line) || DATED_BY.test(first.around)) return isPeriod ? second.day : first.day;
  return readDate(line, order);
}

/** A day in the header of a column; `exact` where it names one, and not a month, a quarter or a year, of which `day` is the last. */
export interface HeaderDay {
  day: IsoDate;
  exact: boolean;
}

const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const MONTH_AND_DAY = new RegExp(`\\b${MONTH_NAME}[-\\s]+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d'’])`, 'i');
const DAY_AND_MONTH = new RegExp(`(?<![\\d'’])(\\d{1,2})[-\\s.]+${MONTH_NAME}(?![\\w])`, 'i');
const MONTH_ALONE = new RegExp(`\\b${MONTH_NAME}(?:[-\\s/]*['’]?(\\d{4}|\\d{2}))?(?![\\w])`, 'i');
const YEAR_AND_MONTH = /(?<![\d/.-])(20\d\d)[-/.](0?[1-9]|1[0-2])(?![\d/.-])/;
const MONTH_AND_YEAR = /(?<![\d/.-])(0?[1-9]|1[0-2])[-/.](20\d\d)(?![\d/.-])/;
const TWO_NUMBERS = /(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\.?(?![\d/.-])/;
const QUARTER = /\bq([1-4])[-\s/]*['’]?(\d{4}|\d{2})?\b|\b(\d{4})[-\s/]*q([1-4])\b/i;
const YEAR_ALONE = /(?<![\d/.-])(20\d\d)(?![\d/.-])/;

const lastOf = (year: number, month: number): IsoDate => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** Of a day without a year the last one up to `until`. */
function lately(until: IsoDate, inYear: (year: number) => IsoDate | null): IsoDate | null {
  const year = Number(until.slice(0, 4));
  const own = inYear(year);
  return own !== null && own <= until ? own : inYear(year - 1);
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The month, quarter or year that a header names, by its last day. */
function periodInHeader(header: string, until: IsoDate): IsoDate | null {
  const [, year, month] = YEAR_AND_MONTH.exec(header) ?? [];
  if (year !== undefined) return lastOf(Number(year), Number(month));
  const [, first, second] = MONTH_AND_YEAR.exec(header) ?? [];
  if (first !== undefined) return lastOf(Number(second), Number(first));
  const quarter = QUARTER.exec(header);
  if (quarter !== null) {
    const end = 3 * Number(quarter[1] ?? quarter[4]);
    const stated = quarter[2] ?? quarter[3];
    return stated === undefined ? lately(until, (one) => lastOf(one, end)) : lastOf(fullYear(stated), end);
  }
  const named = MONTH_ALONE.exec(header);
  if (named !== null) {
    const number = monthOf(named[1] ?? '');
    if (named[2] !== undefined) return lastOf(fullYear(named[2]), number);
    // The month that is not over yet is this year's.
    return Number(until.slice(5, 7)) === number
      ? lastOf(Number(until.slice(0, 4)), number)
      : lately(until, (one) => lastOf(one, number));
  }
  const alone = YEAR_ALONE.exec(header)?.[1];
  return alone === undefined ? null : lastOf(Number(alone), 12);
}

/** The day, month, quarter or year that a header names; without a year the last such one up to `until`. */
export function dayInHeader(header: string, order: DateOrder, until: IsoDate): HeaderDay | null {
  const full = find(header, order);
  if (full !== null) return { day: full.day, exact: true };
  const monthFirst = MONTH_AND_DAY.exec(header);
  const dayFirst = DAY_AND_MONTH.exec(header);
  const numbers = TWO_NUMBERS.exec(header);
  const [month, day] =
    monthFirst !== null
      ? [monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])]
      : dayFirst !== null
        ? [monthOf(dayFirst[2] ?? ''), Number(dayFirst[1])]
        : numbersOf(numbers, order);
  const exact = month === 0 ? null : lately(until, (year) => isoDay(year, month, day));
  if (exact !== null) return { day: exact, exact: true };
  const period = periodInHeader(header, until);
  return period === null ? null : { day: period, exact: false };
}

/** The month and the day of "10/31", "31.10."; a month of 0 where it is neither. */
function numbersOf(match: RegExpExecArray | null, order: DateOrder): [month: number, day: number] {
  const [first, second] = [Number(match?.[1] ?? 0), Number(match?.[3] ?? 0)];
  const isDayFirst = first > 12 || (second <= 12 && (order === 'dmy' || match?.[2] === '.'));
  return isDayFirst ? [second, first] : [first, second];
}

export interface OrderReading {
  order: DateOrder;
  /** A date such as 03/04/2026 was there, and nothing in the file said which of the two it is. */
  assumed: boolean;
}

/** Which way round a file writes its dates; a number above 12 tells. Without one: as is `usual` where such files come from. */
export function dateOrder(texts: Iterable<string>, usual: DateOrder = 'mdy'): OrderReading {
  const votes = { mdy: 0, dmy: 0, open: 0 };
  for (const text of texts) {
    if (YEAR_FIRST.test(text)) continue;
    for (const [, first = '', mark = '', second = ''] of text.matchAll(EACH_NUMERIC)) {
      if (mark === '.') continue;
      if (Number(first) > 12) votes.dmy += 1;
      else if (Number(second) > 12) votes.mdy += 1;
      else if (first !== second) votes.open += 1;
    }
  }
  const order = votes.dmy === votes.mdy ? usual : votes.dmy > votes.mdy ? 'dmy' : 'mdy';
  return { order, assumed: votes.open > 0 && votes.dmy + votes.mdy === 0 };
}
