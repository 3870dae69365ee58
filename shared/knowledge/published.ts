/** At the end of a date of RFC 2822: "-0500", "GMT", "(Eastern)". */
const zone = /\s{0,9}(?:\([^)]{0,40}\)|[+-]\d{2}:?\d{2}|[A-Z]{1,5})\s{0,9}$/;
const isoDate = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const longest = 100;

/** When something says that it was published. */
export interface Published {
  /** YYYY-MM-DD */
  published?: string;
  /** ISO 8601 in UTC, where it says the time. */
  publishedAt?: string;
}

/**
 * The day in a date as pages and feeds write it, as YYYY-MM-DD (ISO 8601, RFC 2822, "Nov
 * 20, 2026"): the day that was written, in its own zone. Undefined for what is no date or lies before 1990: dates from
 * templates are no news. It may be a day to come, and whoever reads the page says so.
 */
export function publishedDay(text: string | undefined): string | undefined {
  if (text === undefined || text.length > longest) return undefined;
  const [, year, month, day] = isoDate.exec(text) ?? [];
  const time =
    year === undefined
      ? Date.parse(`${text.replace(zone, '')} UTC`)
      : Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(time) || time < Date.UTC(1990, 0, 1) || time >= Date.UTC(10_000, 0, 1)) return undefined;
  const found = new Date(time).toISOString().slice(0, 10);
  // "2026-02-31" would be read as the third of March.
  return year === undefined || text.trimStart().startsWith(found) ? found : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** "/2026/11/20/", "/2026-11-20-close", "/2019/mar/11/", and at the end of a name: "close-2026-11-20.html". */
const IN_ADDRESS =
  /\/((?:19|20)\d\d)([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?=[/.-]|$)|[-_]((?:19|20)\d\d)[-_](\d{2})[-_](\d{2})(?=[/._-]|$)/iu;

/** The day in an address such as /2026/11/20/markets-close, a habit of newspapers. */
export function dayInAddress(url: URL): string | undefined {
  const [, year, , month = '', day = '', ...named] = IN_ADDRESS.exec(url.pathname) ?? [];
  if (year === undefined) return publishedDay(named.join('-'));
  const number = /^\d/u.test(month) ? month : String(MONTHS.indexOf(month.toLowerCase()) + 1);
  return publishedDay(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A time with its zone: without one it would be that of the machine which reads it. */
const ZONED = /\d:\d\d.*(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|[ECMP][SD]T))\s*$/i;

/** The first of some dates that is one, with its time where it says which it is. */
export function firstPublished(dates: readonly (string | undefined)[]): Published {
  for (const date of dates) {
    const published = publishedDay(date);
    if (published === undefined) continue;
    const time = ZONED.test(date ?? '') ? Date.parse(date ?? '') : Number.NaN;
    return { published, ...(!Number.isNaN(time) && { publishedAt: new Date(time).toISOString() }) };
  }
  return {};
}

/** What a page gives for itself, by its dates, the most telling first, and its address. */
export function publishedOf(dates: readonly string[], url: URL): Published {
  const found = firstPublished(dates);
  const day = found.published === undefined ? dayInAddress(url) : undefined;
  return day === undefined ? found : { published: day };
}
