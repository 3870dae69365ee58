import type { Instrument } from '../schemas/classification.ts';
import type { Instruments } from './look-through.ts';
import type { PriceHistory, Transaction } from './performance/transactions.ts';
import { MOSTLY } from './risk/single-names.ts';

/** A share of a money market fund is one of its currency, but for what no price of cents shows. */
const ONE = 0.0005;

const isOne = (price: number): boolean => Math.abs(price - 1) <= ONE;

/**
 * Whether a price is that of a money market fund which keeps it at 1.00, as government and retail ones in the United States do (SEC Rule
 * 2a-7, 17 CFR 270.2a-7(c)): such a price is never old, and what the fund earns is paid out.
 */
export function isStableValue(instrument: Instrument | undefined, price: number | null): boolean {
  if (instrument === undefined || price === null) return false;
  const isFund = instrument.type === 'etf' || instrument.type === 'mutual_fund';
  return isFund && (instrument.classification?.assetClasses.cash ?? 0) >= MOSTLY && isOne(price);
}

/**
 * Prices in the base currency with those of money market funds at 1.00 on every day that has any price or transaction, so that no return ends
 * where the last of them was stated. One that was ever at another price is left as it is.
 *
 * @param until the last day, ISO 8601
 */
export function withStableValues(
  prices: PriceHistory,
  transactions: readonly Transaction[],
  instruments: Instruments,
  { baseCurrency, until }: { baseCurrency: string; until: string },
): PriceHistory {
  const traded = Map.groupBy(transactions, ({ symbol = '' }) => symbol);
  const stable = [...traded].flatMap(([symbol, done]) => {
    const instrument = instruments.get(symbol);
    const known = [
      ...(prices.get(symbol) ?? []).map(({ price }) => price),
      ...done.flatMap(({ price }) => price ?? []),
    ];
    const isSuch = instrument?.currency === baseCurrency && known.length > 0 && known.every((price) => isStableValue(instrument, price)); // prettier-ignore
    return isSuch ? [symbol] : [];
  });
  if (stable.length === 0) return prices;
  const days = new Set([...transactions.map(({ date }) => date), ...[...prices.values()].flat().map(({ date }) => date), until]); // prettier-ignore
  const at = [...days].filter((date) => date <= until).map((date) => ({ date, price: 1 }));
  return new Map([...prices, ...stable.map((symbol) => [symbol, at] as const)]);
}
