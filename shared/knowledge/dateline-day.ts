import { writtenDay } from './written-day.ts';

const WIRE = String.raw`(?:\/[^/]{2,40}\/|\([^()]{2,40}\))`;
/** A day with its year, as a regular expression's source. */
export const A_DAY = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,9}\.?,? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)`;
const DASH = '(?:[-–—|]{1,2})';
/** A town, and its state, its country or both: names, so that no sentence is one. */
const TOWN = String.raw`(?!(?:Inception|Launch|Holdings|As|On|Since|Updated?|Copyright|Effective|Due|Until|Next)\b)\p{Lu}[\p{L}.’'/-]*(?: (?:\p{Lu}[\p{L}.’'/-]*|de|of|la|upon|am)){0,4}(?:, ?\p{Lu}[\p{L}.’']*(?: \p{Lu}[\p{L}.’']*){0,3}){0,2}`;
/**
 * "NEW YORK, Nov. 5, 2019 /PRNewswire/ --", "LONDON, March 3, 2021 (Reuters) -", and as companies' own sites write it: "ISSAQUAH, Wash., Nov. 4, 2026 –",
 * "REDMOND, Wash. — October 29, 2025 —", "SEATTLE (Feb. 1, 2024) –", "CITY, State--(BUSINESS WIRE)--Nov. 4, 2026--", "Nov. 4, 2026 – CITY –", "(Reuters, 4 November 2026)".
 */
const DATELINES = [
  `^${TOWN}(?: ?(?:${DASH}|,) ?| (?=[(/]))(?:${WIRE} ?(?:${DASH}|,)? ?)?(\\(?${A_DAY}\\)?)(?: ?(?:${WIRE}|[,:])){0,2} ?(?:${DASH}|(?<=\\))) ?(?=["“‘$€£\\p{L}\\d])(?!${A_DAY})`,
  `^(${A_DAY}) ?(?:[,|]|${DASH})? ?(?:${TOWN},? ?)?(?:${WIRE} ?${DASH}|(?<=\\p{L}\\.?,? ?)${DASH}) ?(?=["“‘$€£\\p{Lu}\\d])(?!${A_DAY})`,
  `^\\((?:\\p{Lu}[^()]{1,40}, ?)(${A_DAY})\\) ?(?=["“‘$€£\\p{Lu}\\d])`,
].map((source) => new RegExp(source, 'u'));

/**
 * The day of the dateline that a line begins with: where, when and by whose wire its story was first told.
 *
 * @param language of the page, as it names it: "en-US"
 * @returns YYYY-MM-DD, or undefined where it begins with none, or with one without its year
 */
export function dayOfDateline(line: string, language = ''): string | undefined {
  const start = line.slice(0, 160);
  const [, day = ''] = DATELINES.map((pattern) => pattern.exec(start)).find((found) => found !== null) ?? [];
  return writtenDay(day, language);
}
