import type { Instruments } from '../look-through.ts';
import { productInUnits } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import type { Holding } from '../valuation.ts';
import type { Board, Place } from './seats.ts';

/** A decided trade in units of the instrument and whole units of money; `units` is positive for a purchase. */
export interface Order {
  place: Place;
  holding: Holding;
  quantity: number;
  units: number;
}

export interface SettleOptions {
  unit: MoneyUnit;
  shares: 'whole' | 'fractional';
  /** Whole units of money. */
  minimumTrade: number;
}

/** Fractions of a share as far as brokers take them. */
const SHARE_DECIMALS = 6;
/** What a sale leaves below this part of the minimum trade is sold with it. */
const CRUMB = 0.1;

/**
 * Turns what the exchange wants into orders: whole shares where asked for (mutual funds trade in fractions anyway), none
 * below the minimum, no sale of more than is held, no purchase that the account's own money does not pay.
 */
export function settle(board: Board, instruments: Instruments, options: SettleOptions): Order[] {
  const { minimumTrade } = options;
  const orders: Order[] = [];
  for (const place of board.places) {
    if (place.holding === null || place.delta === 0) continue;
    const order = place.delta < 0 ? saleOf(place, place.holding) : purchaseOf(place, place.holding, place.delta);
    if (worthPlacing(order)) orders.push(order);
  }
  const byAccount = Map.groupBy(orders, ({ place }) => place.account);
  for (const place of board.places) {
    const own = place.holding === null ? byAccount.get(place.account) : undefined;
    if (own === undefined) continue;
    payFor(place, own);
    sellNoMore(place, own.filter(worthPlacing));
  }
  return orders.filter(worthPlacing);

  function worthPlacing({ quantity, units }: Order): boolean {
    return quantity > 0 && units !== 0 && Math.abs(units) >= minimumTrade;
  }

  function saleOf(place: Place, holding: Holding): Order {
    const wanted = Math.min(-place.delta, place.held);
    // A crumb is not left behind.
    const rest = place.held - wanted;
    const { quantity, units } = sized(holding, wanted);
    if (rest < 1 || (wanted > rest && rest < minimumTrade * CRUMB)) {
      return { place, holding, quantity: place.quantity, units: -place.held };
    }
    return { place, holding, quantity: Math.min(quantity, place.quantity), units: -Math.min(units, place.held) };
  }

  function purchaseOf(place: Place, holding: Holding, wanted: number): Order {
    return { place, holding, ...sized(holding, wanted) };
  }

  /** The most shares that the money pays, and what they come to. */
  function sized(holding: Holding, wanted: number): { quantity: number; units: number } {
    const price = holding.price ?? 0;
    const perUnit = price * 10 ** options.unit.decimals;
    if (perUnit <= 0) return { quantity: 0, units: 0 };
    const grain =
      options.shares === 'whole' && instruments.get(holding.symbol)?.type !== 'mutual_fund' ? 1 : 10 ** -SHARE_DECIMALS;
    // A whole number of shares that the floating division missed by a hair is still that number.
    let quantity = Math.floor(((wanted / perUnit) * (1 + 1e-12)) / grain) * grain;
    if (grain < 1) quantity = Number(quantity.toFixed(SHARE_DECIMALS));
    let units = productInUnits([quantity, price], options.unit);
    if (units > wanted && quantity >= grain) {
      quantity = grain < 1 ? Number((quantity - grain).toFixed(SHARE_DECIMALS)) : quantity - grain;
      units = productInUnits([quantity, price], options.unit);
    }
    return { quantity, units };
  }

  /** Purchases come down to what the account's sales, once they have repaid what it owes, and the cash it may spend pay. */
  function payFor(cash: Place, own: readonly Order[]): void {
    let short = own.reduce((sum, { units }) => sum + units, 0) - cash.held + cash.debt;
    const purchases = own.filter(({ units }) => units > 0).sort((a, b) => b.units - a.units);
    for (const order of purchases) {
      if (short <= 0) return;
      const before = order.units;
      Object.assign(order, sized(order.holding, Math.max(0, before - short)));
      short -= before - order.units;
    }
  }

  /** Where a purchase fell away, for a share costs more than was meant for it, its sale is pointless: the smallest go first. */
  function sellNoMore(cash: Place, own: readonly Order[]): void {
    let idle = -own.reduce((sum, { units }) => sum + units, 0) - cash.delta;
    for (const order of own.filter(({ units }) => units < 0).sort((a, b) => b.units - a.units)) {
      if (idle < Math.max(1, minimumTrade)) return;
      const spared = sized(order.holding, Math.min(idle, -order.units));
      const rest = -order.units - spared.units;
      if (rest > 0 && rest < minimumTrade) continue;
      order.quantity = Number((order.quantity - spared.quantity).toFixed(SHARE_DECIMALS));
      order.units = -rest;
      idle -= spared.units;
    }
  }
}
