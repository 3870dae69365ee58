import type { Analysis, SnapshotLine } from '../schemas/analysis.ts';
import { toMoney } from './money.ts';
import type { DebtRate } from './market-assumptions/debt-rates.ts';
import type { Valuation } from './valuation.ts';

/** So many accounts are named. */
const NAMED = 20;

interface Balance {
  cash: number;
  /** The balances of it that are above zero. */
  above: number;
  /** What else it holds. */
  held: number;
  canBorrow: boolean;
}

/**
 * Nothing can be borrowed in an account that defers or saves tax, but by a loan from an employer's plan. So cash below zero there is
 * a purchase that is still to be settled, unless the account's name or an interest rate speaks of a loan, or nothing held can have been bought so.
 */
const canBorrow = ({ accountType, accountName, kind, quantity, interestRate }: SnapshotLine): boolean =>
  (accountType !== 'tax_deferred' && accountType !== 'tax_free') ||
  /loan|margin|debt|credit/i.test(accountName) ||
  (kind === 'cash' && quantity < 0 && interestRate !== undefined);

/**
 * What each account owes whose cash, all its currencies together, is below zero: base currency, positive, most first. Another
 * account's cash does not make up for it. Undefined where none owes anything. `assumed` is the interest that nobody stated.
 */
export function borrowedIn(valuation: Valuation, assumed?: ReadonlyMap<string, DebtRate>): Analysis['borrowed'] {
  const owing = owingIn(valuation).slice(0, NAMED);
  if (owing.length === 0) return undefined;
  return owing.map((one) => {
    const interest = assumed?.get(one.accountName);
    return interest === undefined ? one : { ...one, assumed: interest };
  });
}

/** Names of the accounts whose cash below zero is a purchase that is still to be settled, and no loan. */
export const pendingIn = (valuation: Valuation): ReadonlySet<string> =>
  new Set(owingIn(valuation).flatMap(({ accountName, pending }) => (pending === true ? [accountName] : [])));

function owingIn({ lines, unit }: Valuation): NonNullable<Analysis['borrowed']> {
  const balances = new Map<string, Balance>();
  for (const { line, units } of lines) {
    const one = balances.get(line.accountName) ?? { cash: 0, above: 0, held: 0, canBorrow: false };
    balances.set(line.accountName, {
      cash: one.cash + (line.kind === 'cash' ? units : 0),
      above: one.above + (line.kind === 'cash' ? Math.max(0, units) : 0),
      held: one.held + (line.kind === 'cash' ? 0 : units),
      canBorrow: one.canBorrow || canBorrow(line),
    });
  }
  return [...balances]
    .map(([accountName, one]) => ({
      accountName,
      value: toMoney(-one.cash, unit),
      ...(one.above > 0 && { cashTakenOff: toMoney(one.above, unit) }),
      ...(!one.canBorrow && one.held >= -one.cash && { pending: true as const }),
    }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}
