import { STALE_AFTER_DAYS } from '../staleness.ts';
import type { Quote } from './quotes.ts';

/** A return may end with so much of the value at old prices, a fraction: half lost on it would be no more than half of that. */
const LITTLE = 0.05;

/** Prices of before it, ISO 8601, are stale on a day (staleness.ts). */
export const staleBefore = (day: string): string => daysEarlier(day, STALE_AFTER_DAYS);

/** An exchange is closed for so many days at the most: a weekend with its holiday. */
const CLOSED_DAYS = 3;

/** Prices of before it, ISO 8601, are not of a day, though no exchange was open since theirs. */
export const lagsBefore = (day: string): string => daysEarlier(day, CLOSED_DAYS);

/** The day that a price itself is of, whatever a newer exchange rate made of it. */
export const pricedOn = ({ date, of = date }: Quote): string => of;

/** Monthly prices, one of them missing: what is further back says little of a day's value. */
export const STEP = 62;

export const isAged = (quote: Quote | undefined, day = ''): boolean =>
  quote !== undefined && day !== '' && pricedOn(quote) < daysEarlier(day, STEP);

const daysEarlier = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** A close, and the part of it that is at stale prices; base currency. */
interface Close {
  date: string;
  value: number;
  old: number;
}

/**
 * The last day that returns can be measured to: the last close where nearly all of it has a price near it, else the last day
 * with prices of nearly all that was held. A price of years ago at the end would say that nothing has happened since. Null
 * where there is no such day after the first.
 *
 * @param values closes by day, earliest first
 * @param pricedDays days with a price of something held
 */
export function pricedUntil(values: readonly Close[], pricedDays: readonly string[]): string | null {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isPriced = ({ value, old }: Close): boolean => old <= LITTLE * Math.abs(value);
  if (isPriced(last)) return last.date;
  const known = new Set(pricedDays);
  const ends = values.findLast((day) => known.has(day.date) && isPriced(day));
  // Before the first price there was only money: a return that ends there is none of an investment.
  return ends === undefined || ends.date === first.date || ends.date <= (pricedDays[0] ?? '') ? null : ends.date;
}
