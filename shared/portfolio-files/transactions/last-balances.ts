import type { CashBalance } from '../../schemas/portfolio.ts';
import type { StatedRow } from './read-transaction.ts';

/**
 * What a file says is in each account after its last transaction, by the account's key: brokers list the newest first or last,
 * and of several on the last day the one at that end counts. Accounts without a column of balances are not in it.
 */
export function lastBalances(rows: readonly StatedRow[]): ReadonlyMap<string, CashBalance[]> {
  const balances = new Map<string, CashBalance[]>();
  for (const [key, own] of Map.groupBy(rows, ({ account }) => account.key)) {
    const byCurrency = Map.groupBy(
      own.flatMap(({ balance, date }) => (balance === null ? [] : [{ ...balance, date }])),
      ({ currency }) => currency,
    );
    const last = [...byCurrency.values()].flatMap((of) => {
      const [first, end] = [of[0], of.at(-1)];
      if (first === undefined || end === undefined) return [];
      const newestFirst = first.date > end.date;
      const latest = of.reduce((day, { date }) => (date > day ? date : day), first.date);
      const found = newestFirst ? of.find(({ date }) => date === latest) : of.findLast(({ date }) => date === latest);
      return found === undefined ? [] : [{ currency: found.currency, amount: found.amount }];
    });
    if (last.length > 0) balances.set(key, last);
  }
  return balances;
}
