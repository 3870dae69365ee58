import type { Portfolio, Position } from '../schemas/portfolio.ts';
import { quotedFor } from './debt-security.ts';
import { canonical, shifted } from './decimal-number.ts';
import type { Quote } from './read-prices-file.ts';

type PlainQuote = Omit<Quote, 'line'>;

/** Whether a quote can price a position: in its currency, or in any where nothing is stated in a currency yet. */
function isFor({ currency }: PlainQuote, position: Position): boolean {
  const free = position.price === undefined && position.costBasis === undefined;
  return currency === null || currency === position.currency || free;
}

/** A price of a list says nothing of face values: that of a single bond is for 100 of it. */
function isForAHundred({ symbol, name = '', quantity }: Position, { price }: PlainQuote): boolean {
  return quotedFor({ symbol, name, kind: '' }, Number(price), Number(quantity)) === 'hundred';
}

function priced(position: Position, quotes: readonly PlainQuote[]): Position {
  const usable = quotes.filter((quote) => isFor(quote, position));
  const best = usable.reduce<PlainQuote | null>(
    (left, right) => (left === null || right.asOf > left.asOf ? right : left),
    null,
  );
  if (best === null || (position.priceAsOf !== undefined && best.asOf < position.priceAsOf)) return position;
  const { currency, asOf, source } = best;
  const price = isForAHundred(position, best) ? canonical(shifted(best.price, -2)) : best.price;
  return { ...position, currency: currency ?? position.currency, price, priceAsOf: asOf, priceSource: source };
}

/**
 * The portfolio with quotes put on its positions. The newest quote of a symbol counts; an older one never replaces a
 * position's own price, one of the same day does. A quote in another currency than the position's price or cost is not used.
 * That of a single bond is for 100 of face value, of which a unit is 1.
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

/** Bonds whose quote was read as for 100 of face value; one sentence each. */
export function quotesForAHundred(portfolio: Portfolio, quotes: readonly PlainQuote[]): string[] {
  const bySymbol = Map.groupBy(quotes, ({ symbol }) => symbol);
  const said = portfolio.accounts.flatMap(({ positions }) =>
    positions.flatMap((position) => {
      const of = (bySymbol.get(position.symbol) ?? []).filter((quote) => isForAHundred(position, quote));
      const used = of.find((quote) => priced(position, [quote]) !== position);
      if (used === undefined) return [];
      return [`${position.symbol}: ${used.price} was read as the price for 100 of face value, as bonds are quoted`];
    }),
  );
  return [...new Set(said)];
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
