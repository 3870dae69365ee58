import type { Board, Place } from './seats.ts';

/**
 * Takes from accounts that owe the leave to buy: what they sell repays the loan first. Less than the smallest trade is no reason,
 * for no sale could repay it alone: orders are settled so that it is repaid before a purchase is paid. Returns what may be bought,
 * or kept as cash, once the loan is repaid.
 */
export function buyNothingInDebt({ places, debts }: Pick<Board, 'places' | 'debts'>, minimumTrade: number): Set<Place> {
  const withheld = new Set<Place>();
  for (const place of places) {
    if (place.debt > 0 || !place.buyable || (debts.get(place.account) ?? 0) < Math.max(1, minimumTrade)) continue;
    place.buyable = false;
    withheld.add(place);
  }
  return withheld;
}

/**
 * Gives accounts whose sales have repaid the loan, to less than the smallest trade, the leave back; false where none has. Takes them
 * from `withheld`.
 */
export function mayBuyAgain(places: readonly Place[], withheld: Set<Place>, minimumTrade: number): boolean {
  const least = Math.max(1, minimumTrade);
  const repaid = new Set(
    places.flatMap(({ account, debt, delta }) => (debt > 0 && debt - delta < least ? [account] : [])),
  );
  let any = false;
  for (const place of withheld) {
    if (!repaid.has(place.account)) continue;
    place.buyable = true;
    withheld.delete(place);
    any = true;
  }
  return any;
}

/** Gives all of them the leave back: whole shares may repay what parts of shares did not, and the orders see to it that they do so first. */
export function giveBack(withheld: ReadonlySet<Place>): void {
  for (const place of withheld) place.buyable = true;
}

/**
 * What is owed that no sale in the account that owes it could repay, units: a loan in an account of its own. It stays whatever is traded,
 * and cash elsewhere makes up for it, so that much more cash is aimed for than the target says, as weights count cash less what is borrowed.
 */
export function debtsLeft({ places, debts }: Pick<Board, 'places' | 'debts'>, onlyNewMoney: boolean): number {
  if (debts.size === 0) return 0;
  const sellable = new Map<number, number>();
  for (const { account, holding, held } of places) {
    if (holding === null || onlyNewMoney) continue;
    sellable.set(account, (sellable.get(account) ?? 0) + held);
  }
  return [...debts].reduce((sum, [account, owes]) => sum + Math.max(0, owes - (sellable.get(account) ?? 0)), 0);
}
