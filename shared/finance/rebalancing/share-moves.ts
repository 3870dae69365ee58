import { assetClasses } from '../../schemas/classification.ts';
import { dot, offBy, squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { CASH_EXPOSURE } from './make-ups.ts';
import { around, gapAfter, pays } from './order-book.ts';
import type { AccountBook, Change, Lot, OrderBook } from './order-book.ts';
import type { Place } from './seats.ts';
import type { Sizing } from './sizing.ts';
import { EVEN, wayBetween } from './swap.ts';
import type { Table } from './swap.ts';

/** What a step may do besides what it gains. */
export interface Rules {
  sizing: Sizing;
  minimumTrade: number;
  table: Table;
  /** Whether more of it may be sold, or bought, than is ordered. */
  maySell: (place: Place) => boolean;
  mayBuy: (place: Place) => boolean;
  /** Lots whose orders stay as they are. */
  fixed: ReadonlySet<Lot>;
}

/** One or two orders of an account, changed; `gain` in squared distance, less what the orders themselves are held to cost. */
export interface Move {
  account: AccountBook;
  changes: Change[];
  score: number;
}

/** An end of a move: a lot, or the account's cash. */
interface End {
  place: Place;
  lot: Lot | null;
  /** Whether it takes an order back instead of ordering more. */
  back: boolean;
}

const CASH = assetClasses.indexOf('cash');

/**
 * An order has to bring the portfolio nearer to its target by so much of what moving the smallest trade at best does (squared):
 * a twentieth of a point is not worth another order.
 */
const WORTH_AN_ORDER = 0.25;

/** What an order is held to cost, in squared distance. */
export const costOfAnOrder = (minimumTrade: number): number => WORTH_AN_ORDER * minimumTrade ** 2;

/** The best that one account can do by changing one order or two, in whole shares; null where nothing helps. */
export function bestMove(book: OrderBook, account: AccountBook, rules: Rules): Move | null {
  const { table, sizing, minimumTrade } = rules;
  const scratch: Exposure = new Float64Array(book.gap.length);
  const cost = costOfAnOrder(minimumTrade);
  const now = dot(book.gap, book.gap);
  const cashFloor = table.unplaced ? -Infinity : Math.min(0, book.gap[CASH] ?? 0) - 0.5;
  const off = offBy(book.gap);
  let best: Move | null = null;

  const ups: End[] = [];
  const downs: End[] = [];
  for (const lot of account.lots) {
    if (rules.fixed.has(lot)) continue;
    const { place, units } = lot;
    if (units < 0) ups.push({ place, lot, back: true });
    else if (rules.mayBuy(place)) ups.push({ place, lot, back: false });
    if (units > 0) downs.push({ place, lot, back: true });
    else if (place.held + units >= 1 && place.held >= minimumTrade && rules.maySell(place))
      downs.push({ place, lot, back: false });
  }
  if (ups.length === 0 && downs.length === 0) return null;
  const cash: End = { place: account.cash, lot: null, back: false };
  for (const down of downs) for (const up of ups) if (up.lot !== down.lot) between(down, up);
  const kept: End = account.kept === null ? cash : { place: account.kept, lot: null, back: false };
  for (const down of downs) for (const purse of new Set([cash, kept])) between(down, purse);
  if (account.cash.debt === 0 || account.cash.debt + account.spent < 0) for (const up of ups) between(kept, up);
  for (const { lot } of [...downs, ...ups]) if (lot !== null && lot.units !== 0) consider([none(lot)], 1);
  return best;

  /** Money from one end to the other: as much as helps, in the shares of the dearer one, and what then suits the other best. */
  function between(down: End, up: End): void {
    const size = sizeBetween(down, up);
    if (size <= 0) return;
    const preference = down.lot === null || down.back ? 1 : down.place.sellPreference;
    const [first, second] = (down.lot?.price ?? 0) >= (up.lot?.price ?? 0) ? [down, up] : [up, down];
    if (first.lot === null) return;
    for (const one of towards(first, first === down ? -size : size)) {
      consider([one], preference);
      if (second.lot === null) continue;
      for (const other of answersTo(one, second, second === down ? -1 : 1)) consider([one, other], preference);
    }
    if (down.back && up.back && down.lot !== null && up.lot !== null) consider([none(down.lot), none(up.lot)], 1);
  }

  function sizeBetween(down: End, up: End): number {
    const room = Math.min(roomOf(down, -1), roomOf(up, 1));
    if (!down.back && !up.back) {
      const way = wayBetween(down.place, up.place, table);
      const size = way === null ? 0 : Math.min(way.most, room);
      // A first trade of half the smallest and more may still be rounded up to it.
      const started = (down.lot?.units ?? 0) < 0 || (up.lot?.units ?? 0) > 0;
      return started || size >= minimumTrade / 2 ? size : 0;
    }
    const slope = (table.pull[down.place.exposure] ?? 0) - (table.pull[up.place.exposure] ?? 0);
    if (slope <= 0) return down.back && up.back ? room : 0;
    const curve = squaredDistance(
      book.exposures[down.place.exposure] ?? scratch,
      book.exposures[up.place.exposure] ?? scratch,
    );
    if (curve <= 0) return 0;
    const best = Math.min(slope / curve, room);
    const alike = down.place.stands === up.place.stands && down.place.stands >= 0;
    if ((down.back && up.back) || alike) return best;
    const way = wayBetween(down.place, up.place, table);
    return way === null ? 0 : Math.min(best, way.most);
  }

  function roomOf({ place, lot, back }: End, sign: -1 | 1): number {
    if (lot === null) return Infinity;
    if (back) return Math.abs(lot.units);
    return sign > 0 ? Infinity : place.held + lot.units;
  }

  /** Orders of a lot with so much more money in it (units, negative: less), to either side of it. */
  function towards({ lot, place, back }: End, more: number): Change[] {
    if (lot === null) return [];
    return around(lot, lot.units + more, sizing, minimumTrade).filter(({ quantity, units }) => {
      if (quantity === lot.quantity || quantity > lot.quantity !== more > 0) return false;
      // A mixture is not bought past what all that it brings is wanted for.
      if (place.stands < 0 && more > 0 && !back && units > lot.units + more + 0.5) return false;
      return !back || Math.sign(quantity) !== -Math.sign(lot.quantity);
    });
  }

  /** What the other end does best once the first is decided: what lies nearest to the target, and what just pays. */
  function answersTo(one: Change, end: End, sign: -1 | 1): Change[] {
    const exposure = book.exposures[end.place.exposure];
    const money = book.exposures[CASH_EXPOSURE];
    if (end.lot === null || exposure === undefined || money === undefined) return [];
    const gap = gapAfter(book, account, [one], scratch);
    const curve = squaredDistance(exposure, money);
    const cover = Math.max(0, account.spent + one.units - one.lot.units + account.cash.debt - account.cash.held);
    const most = Math.min(roomOf(end, sign), end.back ? Infinity : untilTarget(end.place, sign, gap));
    const amounts = [Math.min(most, Math.abs(one.units - one.lot.units))];
    if (curve > 0) amounts.push(Math.min(most, (sign * (dot(gap, money) - dot(gap, exposure))) / curve));
    // What a share too dear for what is missing costs is paid, though the class sold then passes its target too.
    if (sign < 0 && cover < most + one.lot.price) amounts.push(Math.min(cover, roomOf(end, sign)));
    return amounts.flatMap((amount) => (amount > 0 ? towards(end, sign * amount) : []));
  }

  /** How much of it may be bought or sold before what it stands for is at its target. */
  function untilTarget({ exposure, stands }: Place, sign: -1 | 1, gap: Exposure): number {
    const made = book.exposures[exposure];
    if (made === undefined) return 0;
    if (stands >= 0) return Math.max(0, (-sign * (gap[stands] ?? 0)) / (made[stands] ?? 1));
    if (sign < 0) return Infinity;
    let most = Infinity;
    for (let at = 0; at < assetClasses.length; at += 1) {
      const share = made[at] ?? 0;
      if (share > EVEN) most = Math.min(most, Math.max(0, -(gap[at] ?? 0)) / share);
    }
    return most;
  }

  function consider(changes: Change[], preference: number): void {
    if (!pays(account, changes)) return;
    const after = gapAfter(book, account, changes, scratch);
    if ((after[CASH] ?? 0) < cashFloor) return;
    let gain = now - dot(after, after);
    for (const { lot, units } of changes) gain += cost * (Number(lot.units !== 0) - Number(units !== 0));
    const score = gain * preference;
    if (score <= (best?.score ?? 0) || gain <= now * 1e-12) return;
    // Squares also fall where what is missing is only spread, as from too many bonds to too much cash: that is no reason to trade.
    const fewer = changes.some(({ lot, units }) => lot.units !== 0 && units === 0);
    if (!fewer && offBy(after) > off - 1) return;
    best = { account, changes, score };
  }
}

function none(lot: Lot): Change {
  return { lot, quantity: 0, units: 0 };
}
