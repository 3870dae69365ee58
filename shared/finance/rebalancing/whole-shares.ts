import { dot, offBy } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { apply, around, bookOf, changed, ordersOf, pays, remember } from './order-book.ts';
import type { AccountBook, Lot } from './order-book.ts';
import { PHASES } from './sale-order.ts';
import type { Board } from './seats.ts';
import type { Order } from './settle.ts';
import { bestMove, costOfAnOrder } from './share-moves.ts';
import type { Rules } from './share-moves.ts';
import type { Sizing } from './sizing.ts';
import { tableOf } from './swap.ts';

export interface WholeShareOptions {
  sizing: Sizing;
  /** Units. */
  minimumTrade: number;
  /** Whether a weight is outside its band where so much is held. */
  drifted: (held: Exposure) => boolean;
  /** What is left undone below that is not looked into, units. */
  noticeable: number;
  /** Only new money is spent. */
  onlyNewMoney: boolean;
}

/** More steps than a portfolio of a few hundred positions takes; of thousands a share matters little. */
const MOST_STEPS = 500;
/** With more places than that, of which no share is dear, rounding loses too little to look for. */
const MANY = 2000;
/** Of a portfolio with more dear shares than that only so many are tried. */
const MOST_TRIALS = 300;
/** Trying dear shares has to bring the portfolio nearer by so much of what they cost (squared: a tenth), and of what is undone. */
const WORTHWHILE = 0.01;
const OF_THE_REST = 0.1;

interface Trial {
  account: AccountBook;
  lot: Lot;
  /** Shares. */
  more: number;
}

/**
 * Orders in whole shares that lie nearer to the target than those that rounding left: one order or two of an account are
 * changed at a time, by whole shares, as long as that helps; then one share more or less of each that is dear is tried, with what
 * suits it best in the others' place (an iterated local search over the whole-number program, which the exchange
 * solved without the whole numbers). The order of sales, the bands, the smallest trade and what may be bought hold as there; a class
 * passes its target by part of a share at most, and only where that is nearer.
 */
export function nearerInWholeShares(
  orders: readonly Order[],
  board: Board,
  target: Exposure,
  { sizing, minimumTrade, noticeable, drifted, onlyNewMoney }: WholeShareOptions,
): Order[] {
  if (board.places.length > MANY && !board.places.some(({ grain }) => grain >= noticeable)) return [...orders];
  const book = bookOf(orders, board, target, sizing);
  const { gap, exposures } = book;
  const table = { ...tableOf(exposures, gap, minimumTrade), unplaced: onlyNewMoney };
  const first = board.held.map((value, index) => value - (target[index] ?? 0));
  const held = () => gap.map((value, index) => value + (target[index] ?? 0));
  let steps = 0;
  let trials = 0;
  for (const phase of Object.values(PHASES)) {
    if (phase === PHASES.never || (onlyNewMoney && phase !== PHASES.cash)) continue;
    if (phase > PHASES.taxAdvantaged && !board.places.some(({ sellFrom }) => sellFrom === phase)) continue;
    const rules = rulesOf(phase);
    const done = () => phase > PHASES.taxAdvantaged && !drifted(held());
    descend(rules, done);
    const last = onlyNewMoney || phase > PHASES.cash;
    while (last && !done() && tryDearShares(rules, done)) if (trials >= MOST_TRIALS) break;
  }
  // Where the bands stopped a phase, what it left over is taken back.
  descend(rulesOf(onlyNewMoney ? PHASES.cash : PHASES.taxAdvantaged), () => false);
  return ordersOf(book);

  function rulesOf(phase: number): Rules {
    return {
      sizing,
      minimumTrade,
      table,
      maySell: ({ sellFrom, stands }) => sellFrom <= phase && (stands < 0 || (first[stands] ?? 0) >= 0),
      mayBuy: ({ buyable, stands }) => buyable && (stands < 0 || (gap[stands] ?? 0) < 0),
      fixed: new Set(),
    };
  }

  function descend(rules: Rules, done: () => boolean): void {
    for (let any = true; any && steps < MOST_STEPS;) {
      any = false;
      for (const account of book.accounts) {
        if (done()) return;
        for (let at = 0; at < exposures.length; at += 1) table.pull[at] = dot(gap, exposures[at] ?? gap);
        const move = bestMove(book, account, rules);
        if (move === null) continue;
        apply(book, account, move.changes);
        steps += 1;
        any = true;
      }
    }
  }

  /** What is left undone, with what the orders are held to cost. */
  function distance(): number {
    const orderCount = book.accounts.reduce((sum, { lots }) => sum + lots.filter(({ units }) => units !== 0).length, 0);
    return dot(gap, gap) + orderCount * costOfAnOrder(minimumTrade);
  }

  /** A share more or less of one that is dear, or none of it, else of two; true where that, with what suits it best, helped. */
  function tryDearShares(rules: Rules, done: () => boolean): boolean {
    const single = book.accounts.flatMap((account) =>
      account.lots.flatMap((lot) =>
        lot.price < noticeable
          ? []
          : [...new Set([-1, 1, -lot.quantity])]
              .filter((more) => more !== 0 && mayTry(lot, more, rules))
              .map((more) => ({ account, lot, more })),
      ),
    );
    if (single.some((one) => helps([one], rules, done))) return true;
    for (const [at, one] of single.entries()) {
      for (const other of single.slice(at + 1)) {
        if (other.lot !== one.lot && helps([one, other], rules, done)) return true;
        if (trials >= MOST_TRIALS) return false;
      }
    }
    return false;
  }

  function helps(tried: readonly Trial[], rules: Rules, done: () => boolean): boolean {
    const now = distance();
    if (now < noticeable ** 2 / 2 || trials >= MOST_TRIALS) return false;
    trials += 1;
    const off = offBy(gap);
    const back = remember(book);
    for (const { account, lot, more } of tried) apply(book, account, [changed(lot, lot.quantity + more, sizing)]);
    const worth = WORTHWHILE * tried.reduce((sum, { lot, more }) => sum + (lot.price * more) ** 2, 0);
    const fixed = new Set(tried.map(({ lot }) => lot));
    for (const { account } of tried) buyOnlyWhatIsPaid(account, fixed);
    steps = 0;
    descend({ ...rules, fixed }, done);
    const nearer = now - distance() > Math.max(worth, now * OF_THE_REST) && offBy(gap) < off - 1;
    if (nearer && tried.every(({ account }) => pays(account, []))) return true;
    back();
    return false;
  }

  /** Takes back purchases that the account can no longer pay, the cheapest shares first. */
  function buyOnlyWhatIsPaid(account: AccountBook, fixed: ReadonlySet<Lot>): void {
    const bought = account.lots.filter((lot) => lot.units > 0 && !fixed.has(lot)).sort((a, b) => a.price - b.price);
    for (const lot of bought) {
      if (pays(account, [])) return;
      const short = account.spent + account.cash.debt - account.cash.held;
      const [fewer] = around(lot, Math.max(0, lot.units - short), sizing, minimumTrade);
      if (fewer !== undefined) apply(book, account, [fewer]);
    }
  }

  function mayTry({ place, quantity, price, whole }: Lot, more: number, rules: Rules): boolean {
    const wanted = quantity + more;
    const then = whole && wanted > -place.quantity ? Math.trunc(wanted) : wanted;
    if (then !== 0 && Math.abs(then) * price < minimumTrade) return false;
    if (more < 0) return quantity > 0 || (-then <= place.quantity && rules.maySell(place));
    return quantity < 0 || (place.stands >= 0 && rules.mayBuy(place));
  }
}
