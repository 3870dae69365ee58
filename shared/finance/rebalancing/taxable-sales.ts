import type { TaxableSales, Trade } from '../../schemas/rebalancing.ts';
import { called } from '../called.ts';
import { listed } from '../listed.ts';
import { isAdvantaged } from './sale-order.ts';

/** So many are named whose cost is not known; of the rest there is a number. */
const NAMED = 3;

/**
 * What sales outside tax-advantaged accounts bring and the gains that they realize, at average cost, with for how much of it the
 * cost is known: a gain that nobody knows is none of nothing. The gain is null where no cost is known; nothing is said of no sales.
 */
export function taxed(trades: readonly Trade[]): { taxableGain: number | null; taxableSales?: TaxableSales } {
  const sales = trades.filter(({ action, accountType }) => action === 'sell' && !isAdvantaged(accountType));
  if (sales.length === 0) return { taxableGain: null };
  const known = sales.filter(({ gain }) => gain !== null);
  const unknown = sales.filter(({ gain }) => gain === null);
  const taxableSales = {
    sold: total(sales.map(({ value }) => value)),
    costKnown: total(known.map(({ value }) => value)),
    costUnknown: [...new Set(unknown.map(({ symbol, name }) => called(symbol, name)))],
  };
  return { taxableGain: known.length === 0 ? null : total(known.map(({ gain }) => gain ?? 0)), taxableSales };
}

/** "VTI", "VTI and SAP.DE", "VTI, SAP.DE, ACME and 4 more". */
export function namesOf({ costUnknown }: TaxableSales): string {
  const more = costUnknown.length - NAMED;
  return listed(more > 0 ? [...costUnknown.slice(0, NAMED), `${more} more`] : costUnknown);
}

function total(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100;
}
