import type { Holding } from '../valuation.ts';
import { isPurse } from './seats.ts';
import type { Board, Place } from './seats.ts';
import { onGrain, onlyWhole, sized, unitsOf } from './sizing.ts';
import type { Sizing } from './sizing.ts';

/** A decided trade in units of the instrument and whole units of money; `units` is positive for a purchase. */
export interface Order {
  place: Place;
  holding: Holding;
  quantity: number;
  units: number;
}

/** What a sale leaves below this part of the minimum trade is sold with it. */
const CRUMB = 0.1;

/**
 * Turns what the exchange wants into orders: whole shares where asked for (mutual funds and coins trade in fractions anyway), none
 * below the minimum (units), no sale of more than is held, no purchase that the account's own money does not pay.
 */
export function settle(board: Board, sizing: Sizing, minimumTrade: number): Order[] {
  const orders: Order[] = [];
  for (const place of board.places) {
    if (place.holding === null || place.delta === 0) continue;
    const order = place.delta < 0 ? saleOf(place, place.holding) : purchaseOf(place, place.holding, place.delta);
    if (worthPlacing(order)) orders.push(order);
  }
  const byAccount = Map.groupBy(orders, ({ place }) => place.account);
  for (const place of board.places) {
    const own = isPurse(place, board.debts) ? byAccount.get(place.account) : undefined;
    if (own === undefined) continue;
    payFor(place, own);
    sellNoMore(keptIn(place.account), own.filter(worthPlacing));
  }
  return orders.filter(worthPlacing);

  /** What is meant to stay as cash there, or to repay what it owes; below zero where cash is meant to be spent. */
  function keptIn(account: number): number {
    return board.places.reduce(
      (sum, one) => sum + (one.holding === null && one.account === account ? one.delta : 0),
      0,
    );
  }

  function worthPlacing({ quantity, units }: Order): boolean {
    return quantity > 0 && units !== 0 && Math.abs(units) >= minimumTrade;
  }

  function saleOf(place: Place, holding: Holding): Order {
    const wanted = Math.min(-place.delta, place.held);
    // A crumb is not left behind.
    const rest = place.held - wanted;
    // Whole shares that the exchange decided on may come to half a unit more once they are rounded; what repays a loan it decided on in
    // parts of them, and the nearest share is meant.
    const near = place.grain > 0 ? (board.debts.has(place.account) ? Math.max(0.5, place.grain / 2) : 0.5) : 0;
    const { quantity, units } = sized(holding, Math.min(wanted + near, place.held + 0.5), sizing);
    if (rest < 1 || (wanted > rest && rest < minimumTrade * CRUMB)) {
      return { place, holding, quantity: place.quantity, units: -place.held };
    }
    return { place, holding, quantity: Math.min(quantity, place.quantity), units: -Math.min(units, place.held) };
  }

  function purchaseOf(place: Place, holding: Holding, wanted: number): Order {
    return { place, holding, ...sized(holding, wanted, sizing) };
  }

  /** Purchases come down to what the account's sales, once they have repaid what it owes, and the cash it may spend pay. */
  function payFor(cash: Place, own: readonly Order[]): void {
    let short = own.reduce((sum, { units }) => sum + units, 0) - cash.held + cash.debt;
    const purchases = own.filter(({ units }) => units > 0).sort((a, b) => b.units - a.units);
    for (const order of purchases) {
      if (short <= 0) return;
      const before = order.units;
      Object.assign(order, sized(order.holding, Math.max(0, before - short), sizing));
      short -= before - order.units;
    }
  }

  /** A sale that brings so much less (units) at most: whole shares, also of an order that sold a fraction with all that is held. */
  function sellLess({ holding, quantity, units }: Order, idle: number): { quantity: number; units: number } {
    if (idle >= -units) return { quantity: 0, units: 0 };
    const fraction = onlyWhole(holding, sizing) ? onGrain(quantity - Math.floor(quantity)) : 0;
    const whole = fraction === 0 ? -units : unitsOf(holding, Math.floor(quantity), sizing);
    const after = idle - (-units - whole);
    // The fraction alone would be a crumb left behind.
    const spared = after > 0 ? sized(holding, after, sizing) : { quantity: 0, units: 0 };
    if (spared.quantity === 0) return { quantity, units };
    return { quantity: onGrain(Math.floor(quantity) - spared.quantity), units: -Math.max(0, whole - spared.units) };
  }

  /** Where a purchase fell away, for a share costs more than was meant for it, its sale is pointless: the smallest go first. */
  function sellNoMore(kept: number, own: readonly Order[]): void {
    let idle = -own.reduce((sum, { units }) => sum + units, 0) - kept;
    for (const order of own.filter(({ units }) => units < 0).sort((a, b) => b.units - a.units)) {
      if (idle < Math.max(1, minimumTrade)) return;
      const less = sellLess(order, idle);
      if (less.units < 0 && -less.units < minimumTrade) continue;
      idle -= less.units - order.units;
      Object.assign(order, less);
    }
  }
}
