import { publishedDay } from './published.ts';

/** Lines around a headline in which a page says when it is of: a section's name and the day above, the writer and the day below. */
const ABOVE = 3;
const BELOW = 6;
const LONGEST = 140;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** "Nov. 5, 2019". */
const MONTH_FIRST = new RegExp(`\\b${MONTH} ${DAY},? (\\d{4})\\b`, 'iu');
/** "5 November 2019". */
const DAY_FIRST = new RegExp(`\\b${DAY} ${MONTH},? (\\d{4})\\b`, 'iu');
const ISO = /\b(\d{4})[-/](\d{2})[-/](\d{2})(?:T[\d:.]+)?(?=Z|\b)/u;
/** "06/13/2022", "13.06.2022". */
const NUMBERS = /\b(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b/u;
const AMERICAN = /\b(?:E|C|M|P)[SD]?T\b|\ben-US\b/u;
const EUROPEAN = /\b(?:GMT|BST|IST|CES?T|UTC)\b|\ben-(?:GB|IE|AU|NZ|IN|ZA)\b/u;
const LABEL = /\b(?:(?:first|originally) )?(?:published|posted|released|issued|date|(?:(?:data|figures|all data) )?as (?:of|at))(?: (?:on|at))?\b:?/iu;
const UPDATED = /\b(?:last )?(?:updated|modified|revised|reviewed)(?: (?:on|at))?\b:?/iu;
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/giu;
const TIME =
  /\b(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\b(?:at )?\d{1,2} ?[ap]\.?m\b\.?|\(?\b(?:[ECMP][SD]?T|GMT|BST|CES?T|UTC|Z|Eastern|Pacific)\b\)?/giu;
/** "By Ann Lee, Staff Writer": names, and what joins them. */
const BYLINE =
  /^[Bb][Yy](?:[\s,]+(?:\p{Lu}[\p{L}.’'-]*|and|for|of|the|de|van|von|staff|writer|reporter|editor|correspondent)){1,12}[\s,]*$/u;
/** "NEW YORK, Nov. 5, 2019 /PRNewswire/ --", "LONDON, March 3, 2021 (Reuters) -". */
const DATELINE =
  /^\p{Lu}[\p{Lu}., ]{2,40}, (?:\p{Lu}[\p{L}.]{1,12}, )?(?=\p{L})[^,]{3,14}, \d{4} (?:\/[^/]{2,40}\/|\([^)]{2,40}\)) ?[-–—]/u;

/**
 * The day that a page prints beside its headline, for its readers: "March 12, 2020 4:05 pm ET", "By Ann Lee | 3 March 2021". It stands
 * on a short line that says nothing else; a day in a sentence is of what the sentence tells. That of a change counts where no other
 * stands there. Of 06/07/2022 it is known which is the month only where the time's zone or the page's language says so.
 *
 * @param lines of the page as Markdown
 * @param language as the page names it: "en-US"
 * @returns YYYY-MM-DD, or undefined where there is none
 */
export function printedDay(lines: readonly string[], language = ''): string | undefined {
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  const headline = Math.max(
    0,
    told.findIndex((line) => /^# \S/u.test(line)),
  );
  const near = told.slice(Math.max(0, headline - ABOVE), headline + 1 + BELOW);
  let changed: string | undefined;
  for (const line of near) {
    const found = dayOnLine(line, language);
    if (found === undefined) continue;
    if (!found.isChange) return found.day;
    changed ??= found.day;
  }
  return changed;
}

interface Printed {
  day: string;
  /** The day on which the page was changed. */
  isChange: boolean;
}

function dayOnLine(line: string, language: string): Printed | undefined {
  if (/^[#|]/u.test(line)) return undefined;
  if (DATELINE.test(line)) return printed(line.slice(0, 60), language, false);
  if (line.length > LONGEST) return undefined;
  // "Published March 3, 2021 | Updated March 5, 2021": each by itself.
  const parts = line
    .replace(/^(?:[>*-] )+/u, '')
    .split(/\s*[|•·—–]\s*|\s+-\s+|[,;]?\s+(?=(?:last )?updated\b)|\)\s*|\s*\((?=\D)/iu);
  const days = parts.flatMap((part) => {
    const isChange = UPDATED.test(part);
    const found = printed(part, language, isChange);
    return found !== undefined && isAlone(part) ? [found] : [];
  });
  if (parts.some((part) => part.split(/\s+/u).length > 14)) return undefined;
  return days.find(({ isChange }) => !isChange) ?? days[0];
}

/** Whether nothing but who wrote it, and when, stands there. */
function isAlone(part: string): boolean {
  const rest = [ISO, MONTH_FIRST, DAY_FIRST, NUMBERS, UPDATED, LABEL, TIME, WEEKDAY]
    .reduce((text, pattern) => text.replace(pattern, ' '), part)
    .replace(/[\s,.:;()]+/gu, ' ')
    .replace(/ (?:on|at)(?= |$)/giu, ' ')
    .trim();
  return rest === '' || BYLINE.test(rest);
}

function printed(text: string, language: string, isChange: boolean): Printed | undefined {
  const day = dayIn(text, language);
  return day === undefined ? undefined : { day, isChange };
}

function dayIn(text: string, language: string): string | undefined {
  const [, year, month, date] = ISO.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, date);
  const [, name, after, inYear] = MONTH_FIRST.exec(text) ?? [];
  if (name !== undefined) return dayOf(inYear, monthOf(name), after);
  const [, before, named, ofYear] = DAY_FIRST.exec(text) ?? [];
  if (named !== undefined) return dayOf(ofYear, monthOf(named), before);
  const [, first = '', , second = '', last] = NUMBERS.exec(text) ?? [];
  if (last === undefined) return undefined;
  const isAmerican = monthFirst(Number(first), Number(second), `${text} ${language}`);
  if (isAmerican === null) return undefined;
  return isAmerican ? dayOf(last, first, second) : dayOf(last, second, first);
}

/** Null where it may be either. */
function monthFirst(first: number, second: number, told: string): boolean | null {
  if (first > 12 || second > 12) return second > 12;
  if (first === second || AMERICAN.test(told)) return true;
  return EUROPEAN.test(told) ? false : null;
}

const monthOf = (name: string): string => String(MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1);

const dayOf = (year = '', month = '', day = ''): string | undefined =>
  publishedDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
