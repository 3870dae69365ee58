import { daysBetween } from './staleness.ts';

/** A year in which a price moves by more than this factor is rarer than a split, or than a symbol that means something else. */
export const A_YEAR = 1.7;
/** Over longer times prices do move. */
export const LONGER = 4;

/** By which factor two prices of one listing differ at most, so many days apart: closes, prices of the day and of the night before it. */
export const MOVES = [
  { days: 0, most: 1.1 },
  { days: 7, most: 1.25 },
  { days: 366, most: A_YEAR },
  { days: Infinity, most: LONGER },
];

/** A price of one unit, and the ISO date that it is of. */
export interface PriceOfDay {
  price: number;
  asOf: string;
}

/**
 * Whether two prices under one symbol can be of the same thing: no further apart than a listing moves in the days between. A company's
 * stock fund in units, a slipped decimal and shares of before a split are not.
 */
export function mayBeOneListing(one: PriceOfDay, other: PriceOfDay): boolean {
  const days = Math.abs(daysBetween(one.asOf, other.asOf));
  const { most } = MOVES.find((move) => days <= move.days) ?? { most: LONGER };
  // A hair for what a division leaves: 11 for 10 is 1.1.
  return Math.max(one.price / other.price, other.price / one.price) <= most * (1 + 1e-9);
}

/** How far two prices are apart, whichever is the larger; 0 where they are equal. */
export const apartBy = (one: PriceOfDay, other: PriceOfDay): number => Math.abs(Math.log(one.price / other.price));

/**
 * The newest of the quotes that can be of the listing that `own` is of; itself where none is newer. Of several of one day the nearest,
 * and of those as near the lower: never the one that is listed first.
 */
export function newestOfListing<Quote extends PriceOfDay>(own: Quote, quotes: readonly Quote[]): Quote {
  let used = own;
  for (;;) {
    const next = quotes
      .filter((quote) => quote.asOf > used.asOf && mayBeOneListing(used, quote))
      .toSorted(
        (a, b) =>
          Number(a.asOf < b.asOf) - Number(a.asOf > b.asOf) || apartBy(used, a) - apartBy(used, b) || a.price - b.price,
      )[0];
    if (next === undefined) return used;
    used = next;
  }
}
