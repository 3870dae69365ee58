import type { Reading } from '../reading/reading.ts';

/** What is owed, and what of it the cash elsewhere does not cover. A whole sentence without its end. */
export function belowZero({ cash, debts, money }: Pick<Reading, 'cash' | 'debts' | 'money'>): string {
  return debts + cash < 1
    ? `The cash balances are ${money(-cash)} below zero`
    : `The debts are ${money(debts)}, which is ${money(-cash)} more than there is in cash`;
}
