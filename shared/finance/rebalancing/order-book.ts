import { debtIn } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { CASH_EXPOSURE } from './make-ups.ts';
import { PHASES } from './sale-order.ts';
import { isPurse } from './seats.ts';
import type { Board, Place } from './seats.ts';
import type { Order } from './settle.ts';
import { onGrain, onlyWhole, perShare, SHARE_DECIMALS, unitsOf } from './sizing.ts';
import type { Sizing } from './sizing.ts';
import { afterTrading } from './trades.ts';
import type { Holding } from '../valuation.ts';

/** What may be ordered of a holding in an account, and what is: shares and money (units), negative for a sale. */
export interface Lot {
  place: Place;
  holding: Holding;
  /** What a share costs, units. */
  price: number;
  whole: boolean;
  quantity: number;
  units: number;
}

/** The lots of one account; `spent` is what its orders cost more than they bring, units. */
export interface AccountBook {
  cash: Place;
  /** Where what its sales bring beyond a loan stays; null where it owes nothing. */
  kept: Place | null;
  lots: Lot[];
  spent: number;
}

/** The orders of all accounts, and how far what is then held is from the target. */
export interface OrderBook {
  accounts: AccountBook[];
  gap: Exposure;
  exposures: readonly Exposure[];
}

/** A lot's order, changed. */
export interface Change {
  lot: Lot;
  quantity: number;
  units: number;
}

export function bookOf(orders: readonly Order[], board: Board, target: Exposure, sizing: Sizing): OrderBook {
  const byPlace = new Map(orders.map((order) => [order.place, order]));
  const accounts = new Map<number, AccountBook>();
  for (const place of board.places) {
    if (isPurse(place, board.debts)) accounts.set(place.account, { cash: place, kept: null, lots: [], spent: 0 });
  }
  for (const place of board.places) {
    const account = accounts.get(place.account);
    if (account === undefined) continue;
    if (place.holding === null && place !== account.cash) account.kept = place;
    if (place.holding === null) continue;
    const { holding } = place;
    const price = perShare(holding, sizing);
    if (price <= 0) continue;
    const order = byPlace.get(place);
    const units = order?.units ?? 0;
    const quantity = Math.sign(units) * (order?.quantity ?? 0);
    account.lots.push({ place, holding, price, whole: onlyWhole(holding, sizing), quantity, units });
    account.spent += units;
  }
  const held = afterTrading(board.held, orders, board.exposures, board.debts);
  const gap = held.map((value, index) => value - (target[index] ?? 0));
  return { accounts: [...accounts.values()], gap, exposures: board.exposures };
}

export function ordersOf({ accounts }: OrderBook): Order[] {
  return accounts.flatMap(({ lots }) =>
    lots.flatMap(({ place, holding, quantity, units }) =>
      units === 0 ? [] : [{ place, holding, quantity: Math.abs(quantity), units }],
    ),
  );
}

/** So many shares of a lot instead of what is ordered; all that is held brings just what it is worth. */
export function changed(lot: Lot, wanted: number, sizing: Sizing): Change {
  if (wanted <= -lot.place.quantity) return { lot, quantity: -lot.place.quantity, units: -lot.place.held };
  // A share less than all of 84.851 is no whole number of them: only who sells all sells a fraction.
  const quantity = lot.whole ? Math.trunc(wanted) : wanted;
  const units = unitsOf(lot.holding, Math.abs(quantity), sizing);
  return { lot, quantity, units: quantity < 0 ? -Math.min(units, lot.place.held) : units };
}

/** The shares nearest to an amount of money (units), below and above it; none where they are below the smallest trade. */
export function around(lot: Lot, units: number, sizing: Sizing, minimumTrade: number): Change[] {
  const wanted = units / lot.price;
  const step = lot.whole ? 1 : 10 ** -SHARE_DECIMALS;
  const found: Change[] = [];
  for (const round of lot.whole ? [Math.floor, Math.ceil] : [Math.floor]) {
    const near = changed(lot, onGrain(round(wanted / step) * step), sizing);
    found.push(near.units === 0 || Math.abs(near.units) >= minimumTrade ? near : { lot, quantity: 0, units: 0 });
  }
  return found;
}

/** The gap once the changes, all in one account, are made: what they cost comes from its cash, what they bring repays its debt first. */
export function gapAfter(book: OrderBook, account: AccountBook, changes: readonly Change[], into: Exposure): Exposure {
  const { gap, exposures } = book;
  into.set(gap);
  let spent = account.spent;
  for (const { lot, units } of changes) {
    const more = units - lot.units;
    spent += more;
    add(into, exposures[lot.place.exposure], more);
  }
  const repaid = repaidBy(account, spent) - repaidBy(account, account.spent);
  add(into, exposures[CASH_EXPOSURE], account.spent - spent - repaid);
  const debt = debtIn(into);
  into[debt] = (into[debt] ?? 0) + repaid;
  return into;
}

/** Whether an account can pay for its orders once the changes are made: purchases only after its debt is repaid, and not from cash that is kept. */
export function pays({ cash, lots, spent }: AccountBook, changes: readonly Change[]): boolean {
  const after = changes.reduce((sum, { lot, units }) => sum + units - lot.units, spent);
  if (after <= (cash.sellFrom === PHASES.never && cash.debt === 0 ? 0 : cash.held - cash.debt)) return true;
  if (after > 0) return false;
  return !lots.some((lot) => (changes.find((one) => one.lot === lot)?.units ?? lot.units) > 0);
}

/** What the orders are, to come back to. */
export function remember({ accounts, gap }: OrderBook): () => void {
  const before = accounts.map(({ lots, spent, cash, kept }) => ({
    spent,
    delta: cash.delta,
    keptDelta: kept?.delta ?? 0,
    lots: lots.map(({ quantity, units }) => ({ quantity, units })),
  }));
  const was = gap.slice();
  return () => {
    gap.set(was);
    for (const [index, account] of accounts.entries()) {
      const then = before[index];
      if (then === undefined) continue;
      account.spent = then.spent;
      account.cash.delta = then.delta;
      if (account.kept !== null) account.kept.delta = then.keptDelta;
      for (const [at, lot] of account.lots.entries()) Object.assign(lot, then.lots[at]);
    }
  };
}

export function apply(book: OrderBook, account: AccountBook, changes: readonly Change[]): void {
  book.gap.set(gapAfter(book, account, changes, new Float64Array(book.gap.length)));
  for (const { lot, quantity, units } of changes) {
    account.spent += units - lot.units;
    lot.quantity = quantity;
    lot.units = units;
  }
  const repaid = repaidBy(account, account.spent);
  account.cash.delta = account.cash.debt > 0 ? repaid : -account.spent;
  if (account.kept !== null) account.kept.delta = Math.max(0, -account.spent - repaid);
}

function repaidBy({ cash }: AccountBook, spent: number): number {
  return Math.max(0, Math.min(-spent, cash.debt));
}

function add(into: Exposure, exposure: Exposure | undefined, units: number): void {
  if (exposure === undefined) return;
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) + (exposure[at] ?? 0) * units;
}
