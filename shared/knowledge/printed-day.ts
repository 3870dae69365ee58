import { MONTH } from '../agents/grounding/calendar.ts';
import { A_DAY, dayOfDateline } from './dateline-day.ts';
import { WRITTEN_DAYS, writtenDay, writtenMonth } from './written-day.ts';

/** Lines around a headline in which a page says when it is of: a section's name and the day above, the writer and the day below. */
const ABOVE = 3;
const BELOW = 6;
const LONGEST = 140;
const LABEL =
  /\b(?:(?:first|originally) )?(?:published|posted|released|issued|date|(?:(?:data|figures|all data) )?as (?:of|at))(?: (?:on|at))?\b:?/iu;
/** What a page is, beside its day: "PRESS RELEASE", "News release". */
const KIND = /\b(?:press|news|media|earnings|data) (?:release|statement|alert|information)\b:?/iu;
/** Marks of a page beside each other without a space: "PRESS RELEASEOctober 29, 2026". */
const GLUED = new RegExp(`(?<=\\p{L}{2})(?=(?:${MONTH}) \\d{1,2},? (?:19|20)\\d\\d)`, 'gu');
const UPDATED = /\b(?:last )?(?:updated|modified|revised|reviewed)(?: (?:on|at))?\b:?/iu;
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/giu;
const TIME =
  /\b(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\b(?:at )?\d{1,2} ?[ap]\.?m\b\.?|\(?\b(?:Eastern|Pacific|local time)\b\)?|\b(?:reading time:? )?\d{1,2}[- ]min(?:ute)?s?\b(?: read)?/giu;
/** "EDT", "IST", "UTC". */
const ZONE = /\(?\b(?:[A-Z]{1,4}T|UTC|Z)\b\)?/gu;
/** "By Ann Lee, Staff Writer": names, and what joins them. */
const BYLINE =
  /^[Bb][Yy](?:[\s,]+(?:\p{Lu}[\p{L}.’'-]*|and|for|of|the|de|van|von|staff|writer|reporter|editor|correspondent)){1,12}[\s,]*$/u;
/** A writer or an outlet beside the day: "Jane Roe", "CBS News". */
const NAMES =
  /^(?!.*\b(?:Holdings|Positions|Returns|Performance|Weights|Assets|Prices?|Yields?|Inception|Launch\w*|Found\w*|Copyright|Since|Established|Listed|Matur\w+|Expir\w+|Born|Due|Next|Until|Effective|Deadline|Meeting|Results|Earnings)\b),?(?:\s*\p{Lu}[\p{L}.’'-]*,?){1,5}$/u;
/** Says of what follows when it was published; in a sentence it is something else that was. */
const LABELLED =
  /(?<!\b(?:was|were|is|are|be|been|and|holdings|positions|returns|performance|weights|assets|prices?|yields?|outstanding|shares?|stock|registrant|affiliates|issued)\s)\b(?:published|posted|updated|issued|dated?|as (?:of|at))\b(?: on| at)?\s?:?\s*$/iu;
/** Lines below a headline in which a story begins: companies set their figures as a list before it. */
const DATELINE_BELOW = 20;
/** "Embargoed until USDL-26-1684 8:30 a.m. (ET) Friday, November 13, 2026": the day on which a release came out. */
const RELEASED = new RegExp(
  `\\bembargoed (?:until|till|to|for)\\b(?:[^.!?]|\\.(?=m\\b)|(?<=m)\\.){0,120}?(${A_DAY})`,
  'iu',
);
/** Emphasis of Markdown, in which bylines stand. */
const EMPHASIS = /(?<![\p{L}\d*_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\d])/gu;

/**
 * The day that a page prints beside its headline, for its readers: "March 12, 2020 4:05 pm ET", "By Ann Lee | 3 March 2021". It stands
 * on a short line that says nothing else; a day in a sentence is of what the sentence tells. That of a change counts where no other
 * stands there; of a letter that says only its month or its quarter it is the first day.
 *
 * @param lines of the page as Markdown
 * @param language as the page names it: "en-US"
 * @returns YYYY-MM-DD, or undefined where there is none
 */
export function printedDay(lines: readonly string[], language = ''): string | undefined {
  const told = lines.map((line) => line.replace(EMPHASIS, '').replace(GLUED, ' ').trim()).filter((line) => line !== '');
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
  const begins = told
    .slice(headline + 1 + BELOW, headline + 1 + DATELINE_BELOW)
    .map((line) => dayOfDateline(line, language));
  const [, released = ''] = RELEASED.exec(near.join(' ').slice(0, 2_000)) ?? [];
  return (
    changed ??
    begins.find((day) => day !== undefined) ??
    writtenDay(released, language) ??
    near.map(monthOnLine).find((day) => day !== undefined)
  );
}

interface Printed {
  day: string;
  /** The day on which the page was changed. */
  isChange: boolean;
}

function dayOnLine(line: string, language: string): Printed | undefined {
  if (/^[#|]/u.test(line)) return undefined;
  const begun = dayOfDateline(line, language);
  if (begun !== undefined) return { day: begun, isChange: false };
  if (line.length > LONGEST) return undefined;
  const parts = partsOf(line);
  if (parts.some((part) => part.split(/\s+/u).length > 14)) return undefined;
  const days = parts.flatMap((part) => {
    const found = printed(part, language, UPDATED.test(part));
    return found !== undefined && isAlone(part) ? [found] : [];
  });
  return days.find(({ isChange }) => !isChange) ?? days[0];
}

/** "Published March 3, 2021 | Updated March 5, 2021", "June 13, 2022 / 4:35 PM / Money News": each by itself. */
const partsOf = (line: string): string[] =>
  line
    .replace(/^(?:[>*-] )+/u, '')
    .split(
      /\s*[|•·—–]\s*|\s+[-/]\s+|[,;]?\s+(?=(?:[Ll]ast )?(?:[Uu]pdated|UPDATED)\b)|(?<=[a-z\d]|[A-Z]T)(?=Updated\b)|\.\s+(?=(?:[Ff]irst )?[Pp]ublished|[Uu]pdated)|\)\s*|\s*\((?=\D)/u,
    );

/** Whether nothing but who wrote it, where, and when, stands there. */
function isAlone(part: string): boolean {
  const dayAt = WRITTEN_DAYS.map((pattern) => part.search(pattern)).find((at) => at >= 0) ?? 0;
  // "Jane Roe, Markets Reporter. Published Aug 3 2021": what stands before such a label is beside it.
  const told = LABELLED.test(
    part
      .slice(0, dayAt)
      .replace(WEEKDAY, '')
      .replace(/[\s,.]+$/u, ' '),
  )
    ? part.slice(dayAt)
    : part;
  const rest = [...WRITTEN_DAYS, UPDATED, LABEL, KIND, TIME, ZONE, WEEKDAY]
    .reduce((text, pattern) => text.replace(pattern, ' '), told)
    .replace(/[\s,.:;()]+/gu, ' ')
    .replace(/ (?:on|at)(?= |$)/giu, ' ')
    .trim();
  return rest === '' || BYLINE.test(rest) || NAMES.test(rest);
}

function printed(text: string, language: string, isChange: boolean): Printed | undefined {
  const day = writtenDay(text, language);
  return day === undefined ? undefined : { day, isChange };
}

/** Of a line that is a month and a few words besides, such as a letter's: "June 2022", "Monthly commentary: Q2 2022". */
function monthOnLine(line: string): string | undefined {
  if (line.length > 60 || /[.!?]$/u.test(line)) return undefined;
  return partsOf(line.replace(/^#+ /u, '')).some((part) =>
    /^(?:[^:]*: ?|vol\b.*, |(?:as of|published|posted|updated) )?(?:\p{L}+\.?,? (?:19|20)\d\d|Q[1-4],? (?:19|20)\d\d|\p{L}+ quarter(?: of)?,? (?:19|20)\d\d)$/iu.test(
      part,
    ),
  )
    ? writtenMonth(line)
    : undefined;
}
