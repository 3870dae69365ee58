import type { IsoDate } from '../../schemas/decimal.ts';

/** What is older than so many days is no news: neither a report nor a note of the researcher's quotes it. */
const DAYS = 365;

/** The first day of what is news on a day. */
export const newsSince = (asOf: IsoDate): IsoDate =>
  new Date(Date.parse(asOf) - DAYS * 86_400_000).toISOString().slice(0, 10);

/**
 * Whether what a page says is news on a day, by the page's own day, or by the day on which it was read where it has none. A note is
 * as old as each of the pages that it quotes.
 */
export function isNews({ published, fetched }: { published: IsoDate | null; fetched: string }, asOf: IsoDate): boolean {
  return (published ?? fetched.slice(0, 10)) >= newsSince(asOf);
}
