/** In the order of the year, in small letters. */
export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');

/** A regular expression's source for the name of a month with its capital, whole or shortened. */
export const MONTH = `(?:${MONTHS.map(written).join('|')}|Sept\\.?)`;

function written(month: string): string {
  const name = month.slice(0, 1).toUpperCase() + month.slice(1);
  return `${name}|${name.slice(0, 3)}\\.?`;
}

/** "March" or "Mar." as "03"; undefined for anything else. */
export function monthNumber(name: string): string | undefined {
  const index = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3)));
  return index === -1 ? undefined : String(index + 1).padStart(2, '0');
}

/**
 * A date in any of the forms of the grammar as an ISO date; "2026-03" for a month, "-03-31" for a day without its year.
 * "3/31/2026" is read as Americans write it, where the first number can be a month.
 */
export function isoDate(text: string): string {
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed !== null) {
    const [, first = '', second = '', year = ''] = slashed;
    const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  if (/^\d{4}-/.test(text)) return text;
  const words = text.replace(/\d+(?:st|nd|rd|th)/, (day) => day.slice(0, -2)).replace(/\bof\b|\bthe\b/g, '');
  const month = monthNumber(/[A-Za-z]{3,}/.exec(words)?.[0] ?? '') ?? '';
  const year = /\d{4}$/.exec(words)?.[0] ?? '';
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(words)?.[0];
  return `${year}-${month}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`;
}

/** "the 1970s" as "197", with which its years begin. */
export const decadeOf = (text: string): string => text.slice(0, 3);
