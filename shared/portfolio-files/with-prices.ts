import type { Portfolio, Position } from '../schemas/portfolio.ts';
import type { Quote } from './read-prices-file.ts';

type PlainQuote = Omit<Quote, 'line'>;

/** Whether a quote can price a position: in its currency, or in any where nothing is stated in a currency yet. */
function isFor({ currency }: PlainQuote, position: Position): boolean {
  const free = position.price === undefined && position.costBasis === undefined;
  return currency === null || currency === position.currency || free;
}

function priced(position: Position, quotes: readonly PlainQuote[]): Position {
  const usable = quotes.filter((quote) => isFor(quote, position));
  const best = usable.reduce<PlainQuote | null>(
    (left, right) => (left === null || right.asOf > left.asOf ? right : left),
    null,
  );
  if (best === null || (position.priceAsOf !== undefined && best.asOf < position.priceAsOf)) return position;
  const { price, currency, asOf, source } = best;
  return { ...position, currency: currency ?? position.currency, price, priceAsOf: asOf, priceSource: source };
}

/**
 * The portfolio with quotes put on its positions. The newest quote of a symbol counts; an older one never replaces a
 * position's own price, one of the same day does. A quote in another currency than the position's price or cost is not used.
 */
export function withPrices(portfolio: Portfolio, quotes: readonly PlainQuote[]): Portfolio {
  const bySymbol = Map.groupBy(quotes, ({ symbol }) => symbol);
  return {
    ...portfolio,
    accounts: portfolio.accounts.map((account) => ({
      ...account,
      positions: account.positions.map((position) => priced(position, bySymbol.get(position.symbol) ?? [])),
    })),
  };
}

/**
 * Quotes of what is held that were not put on a position, and why; one sentence each. `forReturns`: older ones serve the
 * returns over time, and are no news.
 */
export function unusedQuotes(portfolio: Portfolio, quotes: readonly PlainQuote[], forReturns = false): string[] {
  const bySymbol = Map.groupBy(quotes, ({ symbol }) => symbol);
  const said = portfolio.accounts.flatMap(({ positions }) =>
    positions.flatMap((position) => {
      const [newest] = (bySymbol.get(position.symbol) ?? []).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
      if (newest === undefined || priced(position, [newest]) !== position) return [];
      const { symbol, currency, priceAsOf = '' } = position;
      if (isFor(newest, position) && forReturns) return [];
      if (isFor(newest, position)) return [`${symbol} keeps its own price of ${priceAsOf}, newer than ${newest.asOf}`];
      return [`${symbol} is held in ${currency}, but its price is in ${newest.currency ?? ''}; it was not used`];
    }),
  );
  return [...new Set(said)];
}
