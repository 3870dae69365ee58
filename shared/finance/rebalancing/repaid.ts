import { borrowedIn } from '../borrowed.ts';
import { usd } from '../amounts.ts';
import type { Valuation } from '../valuation.ts';
import type { PlacedMoney } from './new-money.ts';

/** What new money repays of the loans of the accounts that it comes into, before anything is bought there: base currency, and in words. */
export function repaidBy(placed: readonly PlacedMoney[], valuation: Valuation): { repaid?: number; notes: string[] } {
  let repaid = 0;
  const notes = (borrowedIn(valuation) ?? []).flatMap(({ accountName, value, pending }) => {
    const comes = placed.reduce((sum, one) => sum + (one.accountName === accountName ? one.amount : 0), 0);
    const part = Math.min(comes, value);
    if (part <= 0) return [];
    repaid += part;
    const of = part < value ? ` part of the ${usd(value)} that ${accountName} owes` : ` what ${accountName} owes`;
    if (pending === true)
      return [
        `${usd(part)} of the new money settles what ${accountName} lacks in cash, before anything is bought there.`,
      ];
    return [`${usd(part)} of the new money repays${of}, before anything is bought there.`];
  });
  return repaid > 0 ? { repaid, notes } : { notes };
}
