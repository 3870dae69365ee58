import type { IsoDate } from '../schemas/decimal.ts';

/** What 03/04/2026 means: March 4 (mdy) or 3 April (dmy). */
export type DateOrder = 'mdy' | 'dmy';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
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
  /\b(?:download|export|as of|generated|created|updat(?:ed?|ing)|prices?|pricing|report|data|date|statement|snapshot|valu(?:es?|ed|ation)|balances?|portfolios?|holdings?|positions?|investments?|assets?|savings|net worth|(?:month|quarter|year)[- ]?end|stand|kurs|datum|situation au|fecha|peildatum)\w*\b/i;
/** A day of something else than of the figures. */
const OF_SOMETHING_ELSE =
  /\b(?:opened|open(?:ed)? (?:on|since)|since|inception|started?|joined|born|birth\w*|dob|retire\w*|matur\w*|expir\w*|due|next|target|vest\w*|contribution|deadline)\b/i;

function isoDay(year: number, month: number, day: number): IsoDate | null {
  const full = year < 100 ? 2000 + year : year;
  const moment = new Date(Date.UTC(full, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && full >= 1970 && full < 2200 ? moment.toISOString().slice(0, 10) : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

interface Found {
  day: IsoDate;
  /** The text without the date. */
  around: string;
}

/** The first date in a text. */
function find(text: string, order: DateOrder): Found | null {
  const found = (match: RegExpExecArray, day: IsoDate | null): Found | null =>
    day === null ? null : { day, around: text.replace(match[0], ' ') };
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

/** A date in a line of prose such as "Date downloaded Oct-05-2025 3:59 p.m. ET"; null where the line states none. */
export function readDateInProse(line: string, order: DateOrder): IsoDate | null {
  if (OF_SOMETHING_ELSE.test(line)) return null;
  return STATES_A_DATE.test(line) ? (find(line.slice(0, 500), order)?.day ?? null) : readDate(line, order);
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
    const [, first = '', mark = '', second = ''] = NUMERIC.exec(text) ?? [];
    if (first === '' || mark === '.' || YEAR_FIRST.test(text)) continue;
    if (Number(first) > 12) votes.dmy += 1;
    else if (Number(second) > 12) votes.mdy += 1;
    else if (first !== second) votes.open += 1;
  }
  const order = votes.dmy === votes.mdy ? usual : votes.dmy > votes.mdy ? 'dmy' : 'mdy';
  return { order, assumed: votes.open > 0 && votes.dmy + votes.mdy === 0 };
}
