import type { IsoDate } from '../schemas/decimal.ts';
import { readDate } from './date-text.ts';
import { debtEvidence, type NamedSecurity } from './debt-security.ts';

/** The day on which a single bond was due, and whether a column of its own says it, or its name. */
export interface PastDue {
  day: IsoDate;
  by: 'maturity' | 'name';
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
/** "11/15/34", "15.11.2034", "2034-11-15", "Nov 15, 2034", "15 Nov 2034". */
const DAY = new RegExp(
  `\\b\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2})\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b${MONTH}\\.?[ -]\\d{1,2},?[ -]\\d{4}\\b|\\b\\d{1,2}[ .-]+${MONTH}\\.?[ -]\\d{4}\\b`,
  'gi',
);
/** Less than a day: "2034", "11/34", "Nov-34". */
const YEAR = /\b20\d\d\b/g;
const MONTH_AND_YEAR = /\b(0?[1-9]|1[0-2])\/(\d{2})\b/g;
const NAMED_MONTH = new RegExp(`\\b${MONTH}\\.?[ '’-]+(\\d{2})\\b`, 'gi');

const OF = '(?:[\\s:-]*(?:date|on|by|at))*[\\s:(-]*$';
const DUE_BEFORE = new RegExp(`\\b(?:due|matur\\w*|mat|mty)\\.?${OF}`, 'i');
/** A day before which it was made, or on which it may be called or sold back: it is due on another. */
const OTHER_BEFORE = new RegExp(
  `\\b(?:dtd|dated|issued?|iss|orig\\w*|call\\w*|cll|clb|cld|put\\w*|first|1st|next|cpn|coupon|settle\\w*|bought|purchased?|since|as of)\\.?${OF}`,
  'i',
);

interface NamedDay {
  /** As Americans read it, and as others do where both are days. */
  readings: IsoDate[];
  isDue: boolean;
  isOther: boolean;
}

const readingsOf = (text: string): IsoDate[] =>
  (['mdy', 'dmy'] as const).map((order) => readDate(text, order)).filter((day) => day !== null);

const daysIn = (name: string): NamedDay[] =>
  [...name.matchAll(DAY)].map((match) => {
    const before = name.slice(0, match.index);
    const isDue = DUE_BEFORE.test(before);
    return { readings: readingsOf(match[0]), isDue, isOther: !isDue && OTHER_BEFORE.test(before) };
  });

/** Whether a month or a year that a name states without a day is not over yet. */
function namesAPeriodToCome(name: string, today: IsoDate): boolean {
  const rest = name.replace(DAY, ' ');
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const isToCome = (inYear: number, inMonth = 12): boolean =>
    2000 + inYear > year || (2000 + inYear === year && inMonth >= month);
  return (
    [...rest.matchAll(YEAR)].some(([text]) => isToCome(Number(text) - 2000)) ||
    [...rest.matchAll(MONTH_AND_YEAR)].some(([, named, short]) => isToCome(Number(short), Number(named))) ||
    [...rest.matchAll(NAMED_MONTH)].some(([, short]) => isToCome(Number(short)))
  );
}

/**
 * The day on which a single bond was due: by a column of its own, the day behind "due" in its name, or else the latest that the name
 * states, for names state the day of issue and days of calls, too. Null where it is no bond, where nothing says such a day, or where
 * anything that may be one is still to come.
 */
export function pastDue(security: NamedSecurity, today: IsoDate): PastDue | null {
  if (debtEvidence(security) === null) return null;
  const column = readingsOf(security.maturity ?? '');
  const days = daysIn(security.name);
  const isToCome = [...column, ...days.flatMap(({ readings }) => readings)].some((day) => day >= today);
  if (isToCome || namesAPeriodToCome(`${security.name} ${security.maturity ?? ''}`, today)) return null;
  const [stated] = column;
  if (stated !== undefined) return { day: stated, by: 'maturity' };
  const due = days.filter(({ isDue }) => isDue);
  const firsts = (due.length > 0 ? due : days.filter(({ isOther }) => !isOther)).flatMap(({ readings }) => readings[0] ?? []); // prettier-ignore
  const day = firsts.toSorted().at(-1);
  return day === undefined ? null : { day, by: 'name' };
}
