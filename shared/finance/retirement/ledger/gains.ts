import type { Account } from '../../../schemas/retirement-plan/accounts.ts';

/**
 * Gains that taxable accounts held at the start, in the dollars of that day. What they earn later is taxed every year, so
 * these are all that is untaxed: a withdrawal takes its share of them (average cost), and no inflation makes them larger.
 */
export interface Gains {
  opening: Float64Array;
  /** What of them is not realized yet on this path, dollars of the start. */
  left: Float64Array;
  taxRate: Float64Array;
  /** Balances before a withdrawal, to see how much of each it takes. */
  before: Float64Array;
}

/** Null where no gain would ever be taxed. */
export function gainsOf(accounts: readonly Account[]): Gains | null {
  const opening = Float64Array.from(accounts, ({ type, balance, costBasis = balance, taxRate }) =>
    type === 'taxable' && taxRate > 0 ? Math.max(0, balance - costBasis) : 0,
  );
  if (!opening.some((gain) => gain > 0)) return null;
  const taxRate = Float64Array.from(accounts, (account) => account.taxRate);
  return { opening, left: new Float64Array(accounts.length), taxRate, before: new Float64Array(accounts.length) };
}

/**
 * What tax leaves of a withdrawal now, for the accounts that began with gains: 1 - rate x gain / balance, in dollars of the day.
 * An account whose gains are all realized keeps the whole: what is paid into it after it was emptied has been taxed.
 */
export function markGains(
  { opening, left, taxRate }: Gains,
  balances: Float64Array,
  level: number,
  kept: Float64Array,
): void {
  for (let index = 0; index < left.length; index++) {
    if (opening[index] === 0) continue;
    const gain = left[index] ?? 0;
    const balance = (balances[index] ?? 0) * level;
    kept[index] = gain > 0 ? 1 - (taxRate[index] ?? 0) * (balance > gain ? gain / balance : 1) : 1;
  }
}

/** Takes off what the withdrawals since `before` was noted have realized, in proportion. */
export function realizeGains({ left, before }: Gains, balances: Float64Array): void {
  for (let index = 0; index < left.length; index++) {
    const [then, now] = [before[index] ?? 0, balances[index] ?? 0];
    if (now < then) left[index] = (left[index] ?? 0) * (now / then);
  }
}
