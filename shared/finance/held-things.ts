import { apartBy, mayBeOneListing, newestOfListing, type PriceOfDay } from './one-listing.ts';
import { byDay, thingsOf } from './prices.ts';

/** One thing that lines of a symbol hold: their prices can be of one listing. */
export interface HeldThing<Own extends PriceOfDay> {
  /** The newest price of it, of one day the lowest. */
  newest: Own;
  /** The newest price of each of its lines; several where those of one day are a little apart. */
  prices: Own[];
  lines: Own[];
}

/** The things that lines of one symbol and currency hold, by the prices that the lines state; the cheapest first. */
export function heldThings<Own extends PriceOfDay>(own: readonly Own[]): HeldThing<Own>[] {
  const newestOf = new Map(own.map((one) => [one, newestOfListing(one, own)]));
  return thingsOf([...new Set(newestOf.values())]).flatMap((prices) => {
    const [newest] = prices.toSorted(byDay);
    if (newest === undefined) return [];
    return [{ newest, prices, lines: own.filter((one) => prices.includes(newestOf.get(one) ?? one)) }];
  });
}

/**
 * Which of several things that go by one symbol is the listing itself: the one that a price of it is nearest to, by ratio; of two that
 * are as near the cheaper. Null where, after the days between, the price can be of more than one of them, or where there is none.
 *
 * @param quote a price of one unit of the listing, in the currency of the things
 */
export function listingAmong<Thing extends Pick<HeldThing<PriceOfDay>, 'prices'>>(
  things: readonly Thing[],
  quote: PriceOfDay,
): Thing | null {
  const fitting = things.filter(({ prices }) => prices.some((one) => mayBeOneListing(one, quote)));
  if (fitting.length > 1) return null;
  const far = ({ prices }: Thing) => Math.min(...prices.map((one) => apartBy(one, quote)));
  return things.reduce<Thing | null>(
    (nearest, thing) => (nearest === null || far(thing) < far(nearest) ? thing : nearest),
    null,
  );
}
