import type { SnapshotLine } from '../schemas/analysis.ts';
import { debtRateOf } from './market-assumptions/debt-rates.ts';
import type { DebtRate } from './market-assumptions/debt-rates.ts';

/**
 * What accounts that are debts of a household are taken to be charged, by their names: those of which nothing states it, that hold
 * nothing, and whose name says a mortgage, a student loan or the like. A broker's loan is none, nor what an account owes that holds something.
 */
export function assumedInterest(lines: readonly SnapshotLine[]): ReadonlyMap<string, DebtRate> {
  const assumed = new Map<string, DebtRate>();
  for (const { accountName, quantity, interestRate } of lines) {
    if (quantity >= 0 || interestRate !== undefined) continue;
    const rate = debtRateOf(accountName);
    if (rate !== undefined) assumed.set(accountName, rate);
  }
  if (assumed.size > 0) {
    for (const { accountName, quantity } of lines) if (quantity > 0) assumed.delete(accountName);
  }
  return assumed;
}

/** Such lines with the interest that is assumed; a debt without any would pass for a broker's, which grows with what is held. */
export function withInterest(line: SnapshotLine, assumed: ReadonlyMap<string, DebtRate>): SnapshotLine {
  const rate = line.quantity < 0 && line.interestRate === undefined ? assumed.get(line.accountName)?.rate : undefined;
  return rate === undefined ? line : { ...line, interestRate: rate };
}
