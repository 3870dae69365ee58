import type { PriceHistory, Transaction } from './transactions.ts';

/** A price of one unit on a day. */
export interface Quote {
  symbol: string;
  date: string;
  price: number;
  /** The day that the price itself is of, where a newer exchange rate moved it to `date`. */
  of?: string;
}

/** Quotes by day until `until`, a history's own after a trade's of the same day, so that the close wins. */
export function quotesOf(transactions: readonly Transaction[], prices: PriceHistory, until: string): Quote[] {
  const traded = transactions.flatMap(({ symbol, date, price }) =>
    symbol === undefined || price === undefined ? [] : [{ symbol, date, price }],
  );
  const quoted = [...prices].flatMap(([symbol, history]) =>
    history.map(({ date, price }) => ({ symbol, date, price })),
  );
  return [...traded, ...quoted]
    .filter(({ date }) => date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
