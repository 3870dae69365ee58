import { assetClasses } from '../../../schemas/classification.ts';
import type { ProjectedCosts, UntaxedGain } from '../../../schemas/analysis.ts';
import { normalizeMix } from '../../market-assumptions/mix.ts';
import type { Debt, Owed } from './repayment.ts';
import type { Mix } from '../../market-assumptions/mix.ts';

/** How an account is taxed, in the order in which money is usually taken: what is taxed each year first, what never is last. */
export const taxTypes = ['taxable', 'tax_deferred', 'tax_free'] as const;
export type TaxType = (typeof taxTypes)[number];

/** What an analysed portfolio brings to a projection. */
export interface Held {
  /** Value of the portfolio today, US dollars, zero or more. */
  balance: number;
  /**
   * Shares by asset class; the `unknown` share is simulated as if spread over the known ones in proportion. Cash below zero
   * is a debt, kept in proportion to what is owned.
   */
  mix: Mix;
  /** Shares of the balance by how accounts are taxed, fractions that sum to one; all is tax-free where absent. */
  taxShares?: Partial<Record<TaxType, number>> | undefined;
  /** What accounts are for, by their names, and whether some are taxed in a way of their own ("other"), which is taken as taxable. */
  purposes?: { education: boolean; health: boolean; other: boolean } | undefined;
  /** Gains in its taxable accounts that no tax was paid on, US dollars, and the share of what they hold whose cost is known. */
  untaxedGain?: UntaxedGain | undefined;
  /** Debts that are paid first: `balance` and `mix` are then of what is held, these debts aside. */
  owed?: Owed | undefined;
  /** Debts that were taken off what is held: `balance` is what is left, and `mix` is of what is held. */
  takenOff?: Debt | undefined;
  /** What its funds cost; null where no fund's cost is known, absent where nothing is to be taken off. */
  costs?: ProjectedCosts | null | undefined;
}

/** The balance by how it is taxed, US dollars, with its share, in the order of withdrawal; parts of nothing are left out. */
export function balancesByTax({ balance, taxShares = { tax_free: 1 } }: Held) {
  return taxTypes.flatMap((type) => {
    const share = taxShares[type] ?? 0;
    return share > 0 ? [{ type, share, balance: balance * share }] : [];
  });
}

/** Weights of the classes that are held, with stocks and bonds always there: what-ifs move money between them. */
export function heldWeights(mix: Mix): { name: string; weight: number }[] {
  const { weights } = normalizeMix(mix);
  return assetClasses
    .filter((key) => weights[key] !== 0 || key === 'equity' || key === 'fixed_income')
    .map((name) => ({ name, weight: weights[name] }));
}
