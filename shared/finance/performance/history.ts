import { valueBeforeFlows } from './before-flows.ts';
import { isAged, lagsBefore, pricedOn, staleBefore } from './priced-until.ts';
import type { Quote } from './quotes.ts';
import type { DatedFlow, DatedValue } from './series.ts';
import { isPair, pairOf } from './in-dollars.ts';
import { cashEffect, isGivenOut, unitsAfter } from './transactions.ts';
import type { Transaction } from './transactions.ts';

/** A day's close, and what there was just before its money came or went (before-flows.ts). */
export interface Day extends DatedValue {
  before: number;
  /** The part of `before` that has no price of the day. */
  stale: number;
  /** The part of `before` at prices from more than two months ago. */
  aged: number;
  /** What of the close is not cash. */
  invested: number;
  /** The part of the close at prices older than a week. */
  old: number;
  /** The part of the close without a price of the day, or of the three before it. */
  lagging: number;
}

export interface History {
  /** Value at the close of each day on which something was quoted or done. */
  values: Day[];
  /** Money from outside. */
  flows: DatedFlow[];
  /**
   * `tracked`: deposits are recorded, cash is part of the account. `implied`: none are, so what purchases cost is taken
   * as paid in, and what sales and dividends bring as paid out: the return is that of the investments alone.
   */
  cash: 'tracked' | 'implied';
  /** Days with a price, quoted or traded at, of something held at their start or close, in order. */
  pricedDays: string[];
  /**
   * Symbols held on some day without any price until then; the history says nothing before they have one. What was given out by another
   * holding is worth nothing until it is quoted: it is in no return before, and wholly in that of its first quote.
   */
  unpriced: string[];
  /** The last quote of each symbol held at the end. */
  ends: Map<string, Quote>;
  /** What was held of each symbol on days without a price of it, summed over those days. */
  lags: Map<string, number>;
}

/**
 * The days of an account, from its transactions and its instruments' prices: quantity x latest price not after the day,
 * plus cash where it is recorded. Transactions of one day are taken in their order, all before its close.
 *
 * @param quotes by day, of the same day the one that wins last; those of trades in other accounts among them
 * @param currencies of what is quoted in another currency, by symbol: its last price follows the rate (EUR/USD) where that is quoted
 */
export function historyOf(
  transactions: readonly Transaction[],
  quotes: readonly Quote[],
  until: string,
  currencies: ReadonlyMap<string, string> = new Map(),
): History {
  const done = transactions
    .filter(({ date }) => date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const cash = done.some(({ kind }) => kind === 'deposit' || kind === 'withdrawal') ? 'tracked' : 'implied';
  const first = done[0]?.date;
  if (first === undefined)
    return { values: [], flows: [], cash, pricedDays: [], unpriced: [], ends: new Map(), lags: new Map() };
  const days = [...new Set([...quotes.map(({ date }) => date), ...done.map(({ date }) => date), until])].filter(
    (day) => day >= first && day <= until,
  );
  days.sort();

  const holding = new Map<string, number>();
  const latest = new Map<string, Quote>();
  const unpriced = new Set<string>();
  // Given out, and not quoted yet.
  const awaited = new Set<string>();
  const lags = new Map<string, number>();
  const values: Day[] = [];
  const flows: DatedFlow[] = [];
  const pricedDays: string[] = [];
  let balance = 0;
  let nextQuote = 0;
  let next = 0;
  for (const day of days) {
    const fresh = new Set<string>();
    for (; (quotes[nextQuote]?.date ?? '9999') <= day; nextQuote += 1) {
      const quote = quotes[nextQuote];
      if (quote === undefined) continue;
      if (isPair(quote.symbol)) revalue(quote, latest, currencies);
      latest.set(quote.symbol, quote);
      if (quote.date === day) fresh.add(quote.symbol);
    }
    // A rate alone says nothing of what the investments are worth.
    const freshHeld = () => [...fresh].some((symbol) => !isPair(symbol) && (holding.get(symbol) ?? 0) !== 0);
    const heldBefore = freshHeld();
    const today = transactionsOf(day, done, next);
    const opening =
      today.length === 0 ? null : valueBeforeFlows(holding, balance, today, (symbol) => latest.get(symbol));
    next += today.length;
    for (const transaction of today) {
      const moved = cashEffect(transaction);
      balance += cash === 'tracked' ? moved : 0;
      if (isUnknown(transaction, latest)) unpriced.add(transaction.symbol ?? '');
      if (isGivenOut(transaction) && (holding.get(transaction.symbol ?? '') ?? 0) === 0)
        awaited.add(transaction.symbol ?? '');
      const outside = carryOut(transaction, holding, latest);
      const fromOutside = transaction.kind === 'deposit' || transaction.kind === 'withdrawal' ? moved : outside;
      const amount = cash === 'tracked' ? fromOutside : outside - moved;
      if (amount === 0) continue;
      flows.push({ date: day, amount });
      // What there was when money came or went is not known without it.
      for (const symbol of awaited) if (!latest.has(symbol)) unpriced.add(symbol);
    }
    let invested = 0;
    let stale = 0;
    let aged = 0;
    let old = 0;
    let lagging = 0;
    const [known, near] = [staleBefore(day), lagsBefore(day)];
    for (const [symbol, quantity] of holding) {
      const quote = latest.get(symbol);
      if (quote === undefined && quantity !== 0 && (!awaited.has(symbol) || day === until)) unpriced.add(symbol);
      invested += quantity * (quote?.price ?? 0);
      if (quote?.date !== day) stale += Math.abs(quantity * (quote?.price ?? 0));
      if (quote === undefined || quantity === 0) continue;
      const worth = Math.abs(quantity * quote.price);
      if (isAged(quote, day)) aged += worth;
      if (pricedOn(quote) < known) old += worth;
      if (pricedOn(quote) >= near) continue;
      lagging += worth;
      lags.set(symbol, (lags.get(symbol) ?? 0) + worth);
    }
    if (heldBefore || freshHeld()) pricedDays.push(day);
    const value = balance + invested;
    values.push({
      date: day,
      value,
      invested,
      old,
      lagging,
      ...(opening === null
        ? { before: value, stale, aged }
        : { before: opening.value, stale: opening.stale, aged: opening.aged }),
    });
  }
  const ends = new Map([...latest].filter(([symbol]) => (holding.get(symbol) ?? 0) !== 0));
  return { values, flows, cash, pricedDays, unpriced: [...unpriced].sort(), ends, lags };
}

/** A new rate: what was last quoted in that currency, before its day, is worth so much more or less. */
function revalue(
  { symbol: pair, date, price }: Quote,
  latest: Map<string, Quote>,
  currencies: ReadonlyMap<string, string>,
): void {
  const before = latest.get(pair)?.price;
  if (before === undefined || before <= 0) return;
  for (const [symbol, currency] of currencies) {
    const quote = latest.get(symbol);
    if (quote === undefined || quote.date === date || pairOf(currency) !== pair) continue;
    latest.set(symbol, { ...quote, price: (quote.price * price) / before });
  }
}

/** Shares or currency moved at a price that nothing tells. */
const isUnknown = ({ kind, symbol, price }: Transaction, latest: ReadonlyMap<string, Quote>): boolean =>
  (kind === 'transfer_in' || kind === 'transfer_out') &&
  symbol !== undefined &&
  price === undefined &&
  !latest.has(symbol);

/** What was done on a day, where the list is sorted and `from` is the first that is not yet done. */
function transactionsOf(day: string, done: readonly Transaction[], from: number): Transaction[] {
  let to = from;
  while ((done[to]?.date ?? '9999') <= day) to += 1;
  return done.slice(from, to);
}

/** Changes what is held; returns the worth of shares that came from (+) or went (-) outside. */
function carryOut(transaction: Transaction, holding: Map<string, number>, latest: Map<string, Quote>): number {
  const { kind, symbol, date, quantity = 0, price } = transaction;
  if (symbol === undefined) return 0;
  const held = holding.get(symbol) ?? 0;
  const worth = quantity * (price ?? latest.get(symbol)?.price ?? 0);
  const units = tidy(unitsAfter(held, transaction));
  if (units !== held) holding.set(symbol, units);
  if (kind === 'split') {
    // A price from before the split is of the old shares; one of its day is of the new ones.
    const quote = latest.get(symbol);
    if (quote !== undefined && quote.date < date) latest.set(symbol, { ...quote, price: quote.price / quantity });
  }
  return kind === 'transfer_in' ? worth : kind === 'transfer_out' ? -worth : 0;
}

/** Nothing is left of 0.3 shares after selling 0.1 three times. */
function tidy(quantity: number): number {
  return Math.abs(quantity) < 1e-9 ? 0 : quantity;
}
