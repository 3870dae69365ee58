import { writtenDay } from './written-day.ts';

/** On the cover of what companies file with the SEC. */
const COMMISSION = /securities and exchange commission/iu;
const FORM = /\bform\s(?:8-k|10-[kq]|6-k|20-f|40-f)\b/iu;
const SIGNATURES = /^[#*\s]*signatures?[*\s:]*$/iu;
const DATED = /^[*\s|]*(?:dated?|on this date)\b/iu;
/** Lines of a cover, and of signatures. */
const COVER = 40;
const BELOW = 60;

/** Whether a text begins as a company's report to the SEC does. */
export function isFiling(lines: readonly string[]): boolean {
  const cover = lines.slice(0, COVER).join('\n');
  return COMMISSION.test(cover) && FORM.test(cover);
}

/**
 * The day on which a report to the SEC was signed, on or about which it was filed: its cover has other days, of which shares were counted or
 * the earliest event was. Undefined where no signature with a day is among the lines.
 *
 * @param lines of the end of the report
 * @returns YYYY-MM-DD
 */
export function signedDay(lines: readonly string[]): string | undefined {
  const at = lines.findLastIndex((line) => SIGNATURES.test(line));
  return at < 0
    ? undefined
    : lines
        .slice(at, at + BELOW)
        .filter((line) => DATED.test(line))
        .map((line) => writtenDay(line, 'en-US'))
        .find((day) => day !== undefined);
}
