import { afterSplits } from '../finance/after-splits.ts';
import { majorCurrency } from '../finance/exchange-rates.ts';
import type { PriceHistory, Transaction } from '../finance/performance/transactions.ts';
import { instrumentKey } from '../finance/prices.ts';
import { daysBetween } from '../finance/staleness.ts';
import type { ExchangeRate, SnapshotLine } from '../schemas/analysis.ts';
import type { MarketPolicy } from './policy.ts';

/** What a job has of its own, before any source is asked. */
export interface Given {
  /** ISO date, the job's day. */
  asOf: string;
  lines: readonly SnapshotLine[];
  exchangeRates: readonly ExchangeRate[];
  history: { transactions: readonly Transaction[]; prices: PriceHistory } | undefined;
}

/** An instrument without a price, or with one of its own that is too old. */
export interface WantedPrice {
  symbol: string;
  currency: string;
  own: { price: number; asOf: string } | null;
}

export interface Wanted {
  prices: WantedPrice[];
  /** Currencies, in hundredths by their whole one, without a rate into US dollars or with one that is too old. */
  currencies: string[];
  /** What transactions name, in US dollars, with the first day from which its closes are wanted. */
  histories: { symbol: string; from: string }[];
}

/** Prices on fewer than one weekday in so many leave falls and risk unmeasured, or rough. */
const SPARSE = 2;

/** Whether prices of so many days are none to measure falls with, from a day to another. */
export function isSparse(days: number, from: string, to: string): boolean {
  const weekdays = (daysBetween(from, to) * 5) / 7;
  return weekdays >= 1 && days * SPARSE < weekdays;
}

/**
 * What the market is to be asked for. The person's own prices and rates stand until they are older than `maxAgeDays` calendar
 * days on the job's day; of an instrument in several accounts the newest counts. Closes of past days are wanted of what the
 * transactions name, where the person gave a price on less than half of the weekdays.
 */
export function wantedOf(
  { asOf, lines, exchangeRates, history }: Given,
  { sources, maxAgeDays }: MarketPolicy,
): Wanted {
  if (sources.length === 0) return { prices: [], currencies: [], histories: [] };
  const isOld = (day: string) => daysBetween(day, asOf) > maxAgeDays;
  const held = new Map<string, WantedPrice>();
  const currencies = new Set<string>();
  for (const line of afterSplits(lines, history)) {
    const { kind, symbol, currency, price, priceAsOf } = line;
    if (majorCurrency(currency) !== 'USD') currencies.add(majorCurrency(currency));
    if (kind === 'cash') continue;
    const key = instrumentKey(line);
    const one = held.get(key) ?? { symbol, currency, own: null };
    if (price !== null && priceAsOf !== null && (one.own === null || priceAsOf > one.own.asOf)) {
      one.own = { price, asOf: priceAsOf };
    }
    held.set(key, one);
  }
  const fresh = new Set(exchangeRates.filter((rate) => !isOld(rate.asOf)).map(({ from }) => from));
  return {
    prices: [...held.values()].filter(({ own }) => own === null || isOld(own.asOf)),
    currencies: [...currencies].filter((code) => !fresh.has(code)).sort(),
    histories: history === undefined ? [] : sparseHistories(history, asOf),
  };
}

export const isNothing = ({ prices, currencies, histories }: Wanted): boolean =>
  prices.length + currencies.length + histories.length === 0;

function sparseHistories({ transactions, prices }: NonNullable<Given['history']>, asOf: string): Wanted['histories'] {
  const first = new Map<string, string>();
  for (const { symbol, date } of transactions) {
    if (symbol !== undefined && date <= asOf && date < (first.get(symbol) ?? '9999')) first.set(symbol, date);
  }
  return [...first]
    .map(([symbol, from]) => ({ symbol, from }))
    .filter(({ symbol, from }) => {
      const days = new Set((prices.get(symbol) ?? []).map(({ date }) => date).filter((date) => date >= from));
      return isSparse(days.size, from, asOf);
    })
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
}
