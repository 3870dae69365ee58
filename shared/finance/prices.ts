import type { PriceConflict, PricedApart, SnapshotLine } from '../schemas/analysis.ts';
import { mayBeOneListing, newestOfListing, type PriceOfDay } from './one-listing.ts';

/** So many of the prices that gave way are shown. */
const PASSED_OVER = 5;
/** So many lines of a symbol that do not hold the same thing are shown. */
const APART = 10;

/** A dated price of one unit, in the instrument's currency. */
interface DatedPrice {
  price: number;
  asOf: string;
  source: string | null;
  accountName: string;
}

/** What a line is valued at, and by `key` with which others it is one holding. */
export interface UsedPrice extends DatedPrice {
  key: string;
}

/** The same symbol quoted in two currencies is two listings, each with its own prices. */
export function instrumentKey(line: Pick<SnapshotLine, 'kind' | 'symbol' | 'currency'>): string {
  return line.kind === 'cash' ? `cash ${line.currency}` : `${line.symbol} ${line.currency}`;
}

/**
 * The price of each line: its own, or a newer one of the same listing in another line. Prices of one symbol further apart than a
 * listing moves in the days between are of different things, each a holding of its own (`apart`). A line without a price takes the
 * newest that its instrument has in other lines, where those hold one thing. A price without a date is not a price. Neither the order
 * of the lines nor their accounts' names change what is used.
 */
export function pricesOf(lines: readonly SnapshotLine[]): {
  used: Map<SnapshotLine, UsedPrice>;
  conflicts: PriceConflict[];
  apart: PricedApart[];
} {
  const used = new Map<SnapshotLine, UsedPrice>();
  const conflicts: PriceConflict[] = [];
  const apart: PricedApart[] = [];
  const holdings = lines.filter(({ kind }) => kind !== 'cash');
  for (const [key, own] of Map.groupBy(holdings, instrumentKey)) {
    const quotes = distinct(own.flatMap((line) => quoteOf(line) ?? []));
    const newest = new Map(quotes.map((quote) => [idOf(quote), newestOfListing(quote, quotes)]));
    const things = thingsOf(distinct([...newest.values()]));
    const [only] = things.length === 1 ? things.flat().toSorted(byDay) : [];
    const keyOf = (quote: DatedPrice) =>
      things.length === 1 ? key : `${key} ${things.find((thing) => thing.includes(quote))?.[0]?.price ?? ''}`;
    for (const line of own) {
      const quote = quoteOf(line);
      const best = quote === null ? only : newest.get(idOf(quote));
      if (best !== undefined) used.set(line, { ...best, key: keyOf(best) });
    }
    const { symbol, currency } = own[0] ?? { symbol: key, currency: '' };
    for (const one of things.flat()) {
      const passedOver = quotes
        .filter((quote) => newest.get(idOf(quote)) === one && quote.price !== one.price)
        .toSorted(byDay);
      if (passedOver.length === 0) continue;
      conflicts.push({
        ...{ symbol, currency, used: withoutSource(one) },
        passedOver: passedOver.slice(0, PASSED_OVER).map(withoutSource),
        passedOverCount: passedOver.length,
      });
    }
    if (things.length > 1) apart.push({ symbol, currency, ...linesApart(own, used) });
  }
  return { used, conflicts, apart };
}

const idOf = ({ price, asOf }: DatedPrice): string => `${asOf} ${price}`;

const quoteOf = ({ price, priceAsOf, priceSource, accountName }: SnapshotLine): DatedPrice | null =>
  price === null || priceAsOf === null ? null : { price, asOf: priceAsOf, source: priceSource, accountName };

/** The latest first, of one day the lowest. */
export const byDay = (a: PriceOfDay, b: PriceOfDay): number =>
  Number(a.asOf < b.asOf) - Number(a.asOf > b.asOf) || a.price - b.price;

const distinct = (quotes: readonly DatedPrice[]): DatedPrice[] => {
  const byId = new Map<string, DatedPrice>();
  for (const quote of quotes) if (!byId.has(idOf(quote))) byId.set(idOf(quote), quote);
  return [...byId.values()];
};

/** Prices that can be of one thing, together; each thing's lowest price first. */
export function thingsOf<Quote extends PriceOfDay>(quotes: readonly Quote[]): Quote[][] {
  const things: Quote[][] = [];
  for (const quote of quotes.toSorted((a, b) => a.price - b.price || byDay(a, b))) {
    const thing = things.at(-1);
    const below = thing?.at(-1);
    if (thing !== undefined && below !== undefined && mayBeOneListing(below, quote)) thing.push(quote);
    else things.push([quote]);
  }
  return things;
}

function linesApart(
  own: readonly SnapshotLine[],
  used: ReadonlyMap<SnapshotLine, UsedPrice>,
): Pick<PricedApart, 'lines' | 'count'> {
  const lines = own.flatMap((line) => {
    const { price, asOf } = used.get(line) ?? { price: null, asOf: null };
    return price === null ? [] : [{ accountName: line.accountName, quantity: line.quantity, price, asOf }];
  });
  return { lines: lines.toSorted((a, b) => b.price - a.price).slice(0, APART), count: lines.length };
}

function withoutSource({ price, asOf, accountName }: DatedPrice): { price: number; asOf: string; accountName: string } {
  return { price, asOf, accountName };
}
