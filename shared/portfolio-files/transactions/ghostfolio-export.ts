import * as z from 'zod';
import type { CashBalance } from '../../schemas/portfolio.ts';
import { readCurrency } from '../currency-text.ts';
import { canonical, shifted } from '../decimal-number.ts';
import { readNumber } from '../number-text.ts';

const types = ['BUY', 'SELL', 'DIVIDEND', 'INTEREST', 'FEE', 'ITEM', 'LIABILITY'] as const;

/** One entry; `fee`, `quantity` and `unitPrice` are numbers in the entry's own currency. */
export const activity = z.looseObject({
  accountId: z.string().nullish(),
  currency: z.string(),
  date: z.string(),
  fee: z.number().nonnegative().default(0),
  quantity: z.number().nonnegative(),
  symbol: z.string(),
  type: z.enum(types),
  unitPrice: z.number().nonnegative(),
});
export type Activity = z.infer<typeof activity>;

const account = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  currency: z.string().nullish(),
  balance: z.number().nullish(),
});
const profile = z.looseObject({ symbol: z.string(), name: z.string().nullish() });
/** The export, its activities not yet looked at. */
export const exported = z.looseObject({
  activities: z.array(z.unknown()),
  accounts: z.array(account).default([]),
  assetProfiles: z.array(profile).catch([]).default([]),
});

/** What each account holds in cash today, as the export says. */
export function balancesOf(accounts: readonly z.infer<typeof account>[]): Map<string, CashBalance[]> {
  const balances = new Map<string, CashBalance[]>();
  for (const { id, balance, currency } of accounts) {
    const read = typeof balance !== 'number' ? null : readNumber(String(balance), '.');
    const money = readCurrency(currency ?? '');
    if (read?.kind !== 'number' || money === null) continue;
    const amount = canonical(shifted(read.value, money.perUnit === 100 ? -2 : 0));
    balances.set(id, amount === '0' ? [] : [{ currency: money.code, amount }]);
  }
  return balances;
}
