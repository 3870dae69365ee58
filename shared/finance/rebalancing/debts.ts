import type { Board, Place } from './seats.ts';

/**
 * Takes from accounts that owe the leave to buy: what they sell repays the loan first. Less than the smallest trade is no reason,
 * for no sale could repay it alone: orders are settled so that it is repaid before a purchase is paid. Returns what may be bought
 * once the loan is repaid.
 */
export function buyNothingInDebt({ places, debts }: Pick<Board, 'places' | 'debts'>, minimumTrade: number): Set<Place> {
  const withheld = new Set<Place>();
  for (const place of places) {
    if (place.holding === null || !place.buyable || (debts.get(place.account) ?? 0) < Math.max(1, minimumTrade))
      continue;
    place.buyable = false;
    withheld.add(place);
  }
  return withheld;
}

/** Gives accounts whose sales have repaid the loan the leave back; false where none has. Takes them from `withheld`. */
export function mayBuyAgain(places: readonly Place[], withheld: Set<Place>): boolean {
  const repaid = new Set(places.flatMap(({ account, debt, delta }) => (debt > 0 && debt - delta < 1 ? [account] : [])));
  let any = false;
  for (const place of withheld) {
    if (!repaid.has(place.account)) continue;
    place.buyable = true;
    withheld.delete(place);
    any = true;
  }
  return any;
}
