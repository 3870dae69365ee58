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
    ...exchangeRates.map(({ from, to, rate, asOf, source }) => ({
      symbol: `${from}/${to}`,
      currency: to,
      price: rate,
      day: asOf,
      source: source ?? own,
    })),
  ];
}
