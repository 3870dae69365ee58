const ZONE =
  '(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|JST|HKT|IST|(?:Eastern|Central|Mountain|Pacific|London|New York|local)(?: [Tt]ime)?)';
const TIME = `(?:\\d{1,2}:\\d\\d(?:\\s?[aApP]\\.?[mM]\\b\\.?)?|\\d{1,2}(?:\\.\\d\\d)?\\s?[aApP]\\.?[mM]\\b\\.?)(?:\\s${ZONE})?`;
const BEGINS = `^[[(]?(?:(?:Updated?|Posted|At)(?: at)?:? )?(${TIME})[\\])]?`;
/** "16:05", "11:20 a.m. ET – AMD rises". */
const HEADING = new RegExp(`${BEGINS}(?:$|\\s?[:.|–—-]|\\s(?=[\\p{Lu}$“"]))`, 'u');
const ALONE = new RegExp(`${BEGINS}[:.–—-]?$`, 'u');
/** "16:05 AMD closed", "11:20 a.m.: AMD rises". */
const LEAD = new RegExp(`${BEGINS}(?:\\s?[:|–—-]\\s?|\\s)(?=[\\p{Lu}$“"])`, 'u');
/** Deeper than any heading. */
const PARAGRAPH = 7;

/** A heading, with its level from 1 on, or a paragraph of a page; without marks. */
export interface PagePart {
  text: string;
  level?: number | undefined;
}

/**
 * Of each part of a page that goes on all day, a live blog, the time of the entry that it is of, as the page writes it: that of the heading above it,
 * or that with which it begins. Empty where it has none; and everywhere on a page that does not have at least two.
 */
export function entryTimes(parts: readonly PagePart[]): string[] {
  let [time, depth] = ['', 0];
  const times = parts.map(({ text, level }) => {
    const [, above] = (level === undefined ? ALONE : HEADING).exec(text) ?? [];
    if (above !== undefined) [time, depth] = [above, level ?? PARAGRAPH];
    else if (level !== undefined && level <= depth) time = '';
    return above ?? LEAD.exec(text)?.[1] ?? time;
  });
  const isLive = new Set(times.filter((one) => one !== '')).size > 1;
  return isLive ? times : times.map(() => '');
}

/** The latest of such times, of one day; empty for none. */
export function latestTime(times: readonly string[]): string {
  return times.reduce((latest, time) => (minutesOf(time) > minutesOf(latest) ? time : latest), '');
}

/** A sentence without the time of its entry. */
export const withoutEntryTime = (sentence: string): string => sentence.replace(LEAD, '');

/** Minutes of the day; -1 for no time. */
function minutesOf(time: string): number {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.](\d\d))?(?:\s?([ap])\.?m)?/iu.exec(time) ?? [];
  if (hours === undefined) return -1;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour * 60 + Number(minutes);
}
