import { transaction as transactionSchema, type StatedTransaction } from '../../schemas/portfolio.ts';
import type { Findings } from '../findings.ts';
import type { ListedTransaction } from './listed-transaction.ts';

/**
 * Transactions as a portfolio holds them, each under its account's name (null: left out) and in its own currency.
 */
export function statedTransactions(
  transactions: readonly ListedTransaction[],
  nameOf: (accountKey: string) => string | null,
  findings: Findings,
): StatedTransaction[] {
  return transactions.flatMap((one) => {
    const account = nameOf(one.account.key);
    if (account === null) return [];
    const checked = transactionSchema.safeParse(statedOf(one, account));
    if (checked.success) return [checked.data];
    findings.problem(checked.error.issues[0]?.message ?? 'the transaction does not fit', one.line);
    return [];
  });
}

const OF_A_SECURITY = new Set<StatedTransaction['kind']>([
  'buy',
  'sell',
  'split',
  'dividend',
  'transfer_in',
  'transfer_out',
]);

function statedOf(
  { date, kind, symbol, quantity, price, cash, currency }: ListedTransaction,
  account: string,
): StatedTransaction {
  const movesShares = kind === 'buy' || kind === 'sell' || kind === 'transfer_in' || kind === 'transfer_out';
  return {
    ...{ account, date, kind },
    ...(symbol !== null && OF_A_SECURITY.has(kind) && { symbol }),
    ...((movesShares || kind === 'split') && quantity !== null && { quantity }),
    ...(movesShares && price !== null && { price }),
    ...(kind !== 'split' && kind !== 'transfer_in' && kind !== 'transfer_out' && { amount: cash }),
    ...(currency !== 'USD' && { currency }),
  };
}
