import { daysBetween } from '../staleness.ts';
import type { Transaction } from './transactions.ts';

/** What later splits made of one share of a day: 10 where one became ten since, 1 where none followed. */
export type SharesSince = (symbol: string, date: string) => number;

/** Two accounts list one split on days of their own: the day it was announced for, the day it was booked. */
const SAME_WITHIN = 15;
const SAME_RATIO = 0.01;

interface Split {
  date: string;
  ratio: number;
  accounts: Set<string>;
}

/** What of a transaction tells a split. */
type SplitOf = Pick<Transaction, 'kind' | 'symbol' | 'date' | 'quantity' | 'accountName'>;

/** The splits that transactions of all accounts tell, each once though several accounts list it. Of the day of a split prices are of the new shares. */
export function laterSplits(transactions: readonly SplitOf[]): SharesSince {
  const bySymbol = new Map<string, Split[]>();
  for (const { kind, symbol, date, quantity: ratio, accountName } of transactions) {
    if (kind !== 'split' || symbol === undefined || ratio === undefined || ratio <= 0) continue;
    const splits = bySymbol.get(symbol) ?? [];
    const same = splits.find(
      (one) =>
        !one.accounts.has(accountName) &&
        Math.abs(daysBetween(one.date, date)) <= SAME_WITHIN &&
        Math.abs(one.ratio / ratio - 1) <= SAME_RATIO,
    );
    if (same === undefined) splits.push({ date, ratio, accounts: new Set([accountName]) });
    else same.accounts.add(accountName);
    bySymbol.set(symbol, splits);
  }
  return (symbol, date) =>
    (bySymbol.get(symbol) ?? []).reduce((all, one) => (one.date > date ? all * one.ratio : all), 1);
}
