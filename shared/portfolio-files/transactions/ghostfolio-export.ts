import * as z from 'zod';
import type { CashBalance } from '../../schemas/portfolio.ts';
import { readCurrency } from '../currency-text.ts';
import { readDate } from '../date-text.ts';
import { canonical, shifted } from '../decimal-number.ts';
import { readNumber } from '../number-text.ts';

const types = ['BUY', 'SELL', 'DIVIDEND', 'INTEREST', 'FEE', 'ITEM', 'LIABILITY'] as const;

/** One entry; `fee`, `quantity` and `unitPrice` are numbers in the entry's own currency. */
export const activity = z.looseObject({
  accountId: z.string().nullish(),
  currency: z.string(),
  dataSource: z.string().nullish(),
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
  isExcluded: z.boolean().nullish().catch(null),
});
const marketPrice = z.looseObject({ date: z.string(), marketPrice: z.number().positive() });
const profile = z.looseObject({
  symbol: z.string(),
  name: z.string().nullish(),
  currency: z.string().nullish().catch(null),
  /** Of what the person prices by hand. */
  marketData: z.array(z.unknown()).nullish().catch(null),
});
export type Profile = z.infer<typeof profile>;
/** The export, its activities not yet looked at. */
export const exported = z.looseObject({
  activities: z.array(z.unknown()),
  accounts: z.array(account).default([]),
  assetProfiles: z.array(profile).catch([]).default([]),
});

/** What an export says that a unit of something was last worth, by the day of the analysis, in its major currency; null where it says nothing. */
export function lastMarketPrice(
  { marketData, currency }: Profile,
  asOf: string,
): { price: string; currency: string; date: string } | null {
  const money = readCurrency(currency ?? '');
  const read = (marketData ?? []).flatMap((one) => {
    const parsed = marketPrice.safeParse(one);
    const date = parsed.success ? readDate(parsed.data.date.slice(0, 10), 'mdy') : null;
    return parsed.success && date !== null && date <= asOf ? [{ date, price: parsed.data.marketPrice }] : [];
  });
  const last = read.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  const number = last === undefined ? null : readNumber(String(last.price), '.');
  if (last === undefined || money === null || number?.kind !== 'number' || number.value === '0') return null;
  return { ...last, currency: money.code, price: canonical(shifted(number.value, money.perUnit === 100 ? -2 : 0)) };
}

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
