import { listingAmong } from '../finance/held-things.ts';
import type { SourcedQuote } from './memory.ts';
import { isPlausible } from './plausible.ts';
import type { HeldApart, WantedPrice, WantedThing } from './wanted.ts';

/** What a market's price comes to where lines of its symbol hold several things. */
export interface Settled {
  /** As it was wanted, with the own price that gives way, or that is doubted; null where none is. */
  wanted: WantedPrice;
  /** Accounts whose line the price is of. Null where the price is far from all of the things. */
  accounts: string[] | null;
  /** Things that keep their own price, which is older. */
  kept: WantedThing[];
  /** Null where the price can be of several of them. */
  listing: WantedThing | null;
}

/**
 * Of several things that go by one symbol the market's price is of the one that it is nearest to, and of lines that state no price: they
 * are called by the symbol, and nothing says that they are something else. The listing's own price stands while it is recent.
 */
export function settleApart(one: WantedPrice, { things, unpriced }: HeldApart, quote: SourcedQuote): Settled {
  const listing = listingAmong(things, { price: Number(quote.price), asOf: quote.day });
  const older = things.filter(({ isOld, newest }) => isOld && newest.asOf < quote.day);
  if (listing === null) return { wanted: { ...one, own: null }, accounts: [], kept: older, listing };
  const own = listing.newest;
  if (!isPlausible(quote, own)) return { wanted: { ...one, own }, accounts: null, kept: [], listing };
  const givesWay = older.includes(listing);
  return {
    wanted: { ...one, own: givesWay ? own : null },
    accounts: [...unpriced, ...(givesWay ? listing.accounts : [])],
    kept: older.filter((thing) => thing !== listing),
    listing,
  };
}
