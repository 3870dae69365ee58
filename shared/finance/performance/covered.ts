import type { Analysis } from '../../schemas/analysis.ts';

/** Which accounts the returns are of. */
export interface Covered {
  /** Accounts with transactions, as these call them. */
  names: string[];
  /** How many of the accounts held now are among them. */
  accounts: number;
  /** Accounts held now. */
  of: number;
  /** What those with transactions hold now, base currency. */
  value: number;
  /** Accounts with something of value and no transactions that could be used, largest first. */
  without: string[];
}

/**
 * The accounts that transactions were given of, beside those held now; an account is known by its name, whatever its
 * capitals. Null where nothing was measured.
 */
export function coveredAccounts({ performance, allocation, totals }: Analysis): Covered | null {
  const names = (performance?.accounts ?? []).filter(({ from }) => from !== null).map((one) => one.accountName);
  if (names.length === 0) return null;
  const measured = new Set(names.map(known));
  const [own, without] = [true, false].map((wanted) =>
    allocation.account.filter(({ label }) => measured.has(known(label)) === wanted),
  );
  return {
    names,
    accounts: own?.length ?? 0,
    of: totals.accounts,
    value: (own ?? []).reduce((sum, { value }) => sum + value, 0),
    without: (without ?? []).map(({ label }) => label),
  };
}

const known = (name: string): string => name.trim().toLowerCase();
