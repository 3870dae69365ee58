/** At the end of a date of RFC 2822: "-0500", "GMT", "(Eastern)". */
const zone = /\s{0,9}(?:\([^)]{0,40}\)|[+-]\d{2}:?\d{2}|[A-Z]{1,5})\s{0,9}$/;
const isoDate = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/**
 * The day in a date as pages and feeds write it, as YYYY-MM-DD (ISO 8601, RFC 2822, "Nov
 * 20, 2026"): the day that was written, in its own zone. Undefined for what is no date, lies before 1990, or more
 * than a day after `now`: dates from templates are no news.
 */
export function publishedDay(text: string | undefined, now: Date): string | undefined {
  if (text === undefined || text.length > 100) return undefined;
  const [, year, month, day] = isoDate.exec(text) ?? [];
  const time =
    year === undefined
      ? Date.parse(`${text.replace(zone, '')} UTC`)
      : Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time)) return undefined;
  if (time < Date.UTC(1990, 0, 1) || time > now.getTime() + 24 * 3_600_000) return undefined;
  const found = new Date(time).toISOString().slice(0, 10);
  // "2026-02-31" would be read as the third of March.
  return year === undefined || text.trimStart().startsWith(found) ? found : undefined;
}

/** The day in an address such as /2026/11/20/markets-close, a habit of newspapers. */
export function dayInAddress(url: URL, now: Date): string | undefined {
  const [, year = '', month = '', day = ''] = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?=\/|-|$)/.exec(url.pathname) ?? [];
  return publishedDay(`${year}-${month}-${day}`, now);
}

/** The day that a page gives for itself, by its dates, the most telling first, and its address; no day to come. */
export function publishedOf(dates: readonly string[], url: URL, now: Date): string | undefined {
  return dates.map((date) => publishedDay(date, now)).find((day) => day !== undefined) ?? dayInAddress(url, now);
}
