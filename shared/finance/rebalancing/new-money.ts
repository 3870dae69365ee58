import type { AccountType } from '../../schemas/portfolio.ts';
import type { RebalancingRequest } from '../../schemas/rebalancing.ts';
import type { Valuation } from '../valuation.ts';
import { overLimit, takes } from './purpose.ts';

/** New money with the account that it goes into, base currency. */
export interface PlacedMoney {
  accountName: string;
  amount: number;
  /** Whether the person says that it goes there. */
  chosen: boolean;
}

/**
 * Where new money goes: the account that is named, whatever its capitals; without a name, or where there is no account of that
 * name (which `notes` then says), of those that may take so much in a year the one that most is invested in, of equals the first; where
 * nothing is invested the one with most cash. Empty where there is no account at all.
 *
 * @param age of the saver, where it is known
 * @param coins accounts that hold coins alone: money that is to buy funds goes elsewhere, which `notes` says
 */
export function placeMoney(
  given: NonNullable<RebalancingRequest['newMoney']>,
  { lines, excluded }: Valuation,
  age?: number,
  coins: ReadonlySet<string> = new Set(),
): { placed: PlacedMoney[]; notes: string[] } {
  const names = new Map<string, string>();
  const types = new Map<string, AccountType>();
  for (const { line } of [...lines, ...excluded]) {
    names.set(line.accountName.toLowerCase(), line.accountName);
    types.set(line.accountName, line.accountType);
  }
  const typeOf = (name: string): AccountType => types.get(name) ?? 'other';
  const invested = new Map<string, number>();
  const cash = new Map<string, number>();
  for (const { line, units } of lines) {
    if (coins.has(line.accountName)) continue;
    const sums = line.kind === 'cash' ? cash : invested;
    sums.set(line.accountName, (sums.get(line.accountName) ?? 0) + units);
  }
  const usualFor = (amount: number): string | undefined => {
    const able = (sums: ReadonlyMap<string, number>) =>
      new Map([...sums].filter(([name]) => takes(name, typeOf(name), amount, age)));
    return largest(able(invested)) ?? largest(invested) ?? largest(cash) ?? [...names.values()][0];
  };
  const notes: string[] = [];
  const placed = given.flatMap(({ account, amount }) => {
    const usual = usualFor(amount);
    const named = account === undefined ? undefined : names.get(account.toLowerCase());
    const chosen = named !== undefined && coins.has(named) ? undefined : named;
    if (chosen === undefined && account !== undefined && usual !== undefined && usual !== named) {
      const why = named === undefined ? `There is no account "${account}"` : `${named} holds coins alone`;
      notes.push(`${why}: its new money is taken to go into ${usual}.`);
    }
    const accountName = chosen ?? usual;
    const over = accountName === undefined ? null : overLimit(accountName, typeOf(accountName), amount, age);
    if (over !== null) notes.push(over);
    return accountName === undefined ? [] : [{ accountName, amount, chosen: chosen !== undefined }];
  });
  return { placed, notes };
}

function largest(sums: ReadonlyMap<string, number>): string | undefined {
  let best: [string, number] | undefined;
  for (const [name, sum] of sums) if (sum > (best?.[1] ?? 0)) best = [name, sum];
  return best?.[0];
}
