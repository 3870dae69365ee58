import { newestOfListing } from '../finance/one-listing.ts';
import type { Portfolio, Position } from '../schemas/portfolio.ts';

/** Every dated price that the portfolio states, of positions first: of two for one day and source the first one counts. */
export function quotesOf({ accounts: held, quotes, exchangeRates }: Portfolio) {
  const own = 'the person';
  return [
    ...held.flatMap(({ positions }) =>
      positions.flatMap(({ symbol, currency, price, priceAsOf, priceSource }) =>
        price === undefined ? [] : [{ symbol, currency, price, day: priceAsOf, source: priceSource ?? own }],
      ),
    ),
    ...quotes.map(({ symbol, currency, price, asOf, source }) => ({
      symbol,
      currency,
      price,
      day: asOf,
      source: source ?? own,
    })),
    ...exchangeRates.flatMap(({ from, to, rate, asOf, source }) => {
      const about = { day: asOf, source: source ?? own };
      const stated = { symbol: `${from}/${to}`, currency: to, price: rate, ...about };
      // Returns over time look for what a unit costs in dollars.
      if (from !== 'USD' || to === 'USD') return [stated];
      return [stated, { symbol: `${to}/USD`, currency: 'USD', price: (1 / Number(rate)).toFixed(8), ...about }];
    }),
  ];
}

export interface Priced {
  price: string;
  day: string;
  source: string;
}

/**
 * What prices a position of the document on a day: its own price, or a newer one of the same listing that the document states; without
 * its own the newest of the document's quotes, of one day the first. What other positions state prices none without a price here: an
 * analysis knows whether they hold one thing (shared/finance/prices.ts).
 */
export function pricesIn(document: Portfolio, asOf: string): (position: Position) => Priced | undefined {
  const known = quotesOf(document).flatMap(({ symbol, currency, price, day, source }) =>
    day === undefined || day > asOf
      ? []
      : [{ key: `${symbol} ${currency}`, price: Number(price), asOf: day, quote: { price, day, source } }],
  );
  const byKey = Map.groupBy(known, ({ key }) => key);
  const newest = new Map<string, Priced>();
  for (const { symbol, currency, price, asOf: day, source = 'the person' } of document.quotes) {
    const key = `${symbol} ${currency}`;
    if (day <= asOf && day > (newest.get(key)?.day ?? '')) newest.set(key, { price, day, source });
  }
  return ({ symbol, currency, price, priceAsOf: day, priceSource: source = 'the person' }) => {
    const key = `${symbol} ${currency}`;
    if (price === undefined || day === undefined || day > asOf) return newest.get(key);
    const own = { key, price: Number(price), asOf: day, quote: { price, day, source } };
    return newestOfListing(own, byKey.get(key) ?? []).quote;
  };
}
