import { afterSplits } from '../finance/after-splits.ts';
import { majorCurrency } from '../finance/exchange-rates.ts';
import { heldThings, type HeldThing } from '../finance/held-things.ts';
import type { PriceOfDay } from '../finance/one-listing.ts';
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
  /** The newest; of several things the oldest of theirs, so that a price that is news to one of them is found. */
  own: PriceOfDay | null;
  /** Where the lines of the symbol hold several things, by prices that no one listing has. */
  apart?: HeldApart;
}

/** Lines of one symbol that do not hold the same thing. */
export interface HeldApart {
  things: WantedThing[];
  /** Accounts whose line states no price. */
  unpriced: string[];
}

/** One of them. */
export interface WantedThing extends Pick<HeldThing<PriceOfDay>, 'newest' | 'prices'> {
  accounts: string[];
  isOld: boolean;
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
  const wantsIt = ({ own, apart }: WantedPrice) =>
    own === null || isOld(own.asOf) || apart?.things.some((thing) => thing.isOld) === true;
  const split = afterSplits(lines, history);
  const currencies = new Set(split.map(({ currency }) => majorCurrency(currency)).filter((code) => code !== 'USD'));
  const holdings = split.filter(({ kind }) => kind !== 'cash');
  const fresh = new Set(exchangeRates.filter((rate) => !isOld(rate.asOf)).map(({ from }) => from));
  return {
    prices: [...Map.groupBy(holdings, instrumentKey).values()].flatMap((own) => wantedFor(own, isOld)).filter(wantsIt),
    currencies: [...currencies].filter((code) => !fresh.has(code)).sort(),
    histories: history === undefined ? [] : sparseHistories(history, asOf),
  };
}

/** What is wanted of one instrument, be its own price old or not. */
function wantedFor(lines: readonly SnapshotLine[], isOld: (day: string) => boolean): WantedPrice[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { symbol, currency } = first;
  const stated = lines.flatMap(({ accountName, price, priceAsOf: asOf }) =>
    price === null || asOf === null ? [] : [{ accountName, price, asOf }],
  );
  const byAge = stated.toSorted((a, b) => Number(a.asOf > b.asOf) - Number(a.asOf < b.asOf));
  const own = ({ price, asOf }: PriceOfDay) => ({ price, asOf });
  const things = lines.length > 1 ? heldThings(stated) : [];
  const newest = byAge.at(-1);
  if (things.length < 2) return [{ symbol, currency, own: newest === undefined ? null : own(newest) }];
  const unpriced = lines.filter(({ price, priceAsOf }) => price === null || priceAsOf === null);
  const [oldest] = things.map((thing) => thing.newest).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  return [
    {
      ...{ symbol, currency, own: unpriced.length > 0 || oldest === undefined ? null : own(oldest) },
      apart: {
        things: things.map((thing) => ({
          ...{ newest: own(thing.newest), prices: thing.prices.map(own), isOld: isOld(thing.newest.asOf) },
          accounts: thing.lines.map(({ accountName }) => accountName),
        })),
        unpriced: unpriced.map(({ accountName }) => accountName),
      },
    },
  ];
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
