import type { Portfolio } from '../schemas/portfolio.ts';

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

/** The newest price that the document states of each symbol and currency, up to `asOf`; of one day the first. */
export function newestQuotes(document: Portfolio, asOf: string): Map<string, Priced> {
  const newest = new Map<string, Priced>();
  for (const { symbol, currency, price, day, source } of quotesOf(document)) {
    const key = `${symbol} ${currency}`;
    const known = newest.get(key);
    if (day === undefined || day > asOf || (known !== undefined && known.day >= day)) continue;
    newest.set(key, { price, day, source });
  }
  return newest;
}
