import type { Holding } from '../valuation.ts';
import { offBy, squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { apply, around, bookOf, gapAfter, ordersOf, pays } from './order-book.ts';
import type { AccountBook, Change, Lot } from './order-book.ts';
import { isAdvantaged, PHASES } from './sale-order.ts';
import type { Board } from './seats.ts';
import type { Order } from './settle.ts';
import type { Sizing } from './sizing.ts';

/** What whole shares may leave further off, of the portfolio: five hundredths of a point. */
const EVEN = 0.0005;
/** Of more orders than that the pairs are not looked through: nobody carries such a list out by hand. */
const MANY = 400;
/** Of what is sold instead: a gain that is smaller by less is no reason for another order. */
const WORTHWHILE = 0.01;
/** More than a plan that a person could carry out leaves to exchange. */
const MOST_TRIES = 1000;

interface Seated {
  account: AccountBook;
  lot: Lot;
}

/**
 * What the account of a sale buys with it, and the other account from now on: a lot of the same; null where it is held as cash. In one account
 * `less` takes up what whole shares bring more or less. `most` in units.
 */
interface Purchase {
  less: Lot | null;
  more: Lot | null;
  most: number;
}

/**
 * The orders with sales that cost less in tax in the place of those that cost more, where the mix stays the same: of the same classes and
 * regions, in the same account or in one that can buy the same for it, another lot is sold, or less of it bought. Inside tax-advantaged accounts
 * a sale costs nothing; else the smaller its gain per unit of money the better, and a gain that nobody knows is the dearest. The optimizer sells
 * by phases, but takes orders back by what the targets want: this says which of equal sales stay. Best is none: an instrument that is sold in one
 * account and bought in another is kept where it is (a round trip), wherever it is sold, and none is sold because of this that is bought elsewhere (no wash
 * sale). Which account holds what is nobody's wish here: the exchange does not place assets by tax. `minimumTrade` in units.
 */
export function withCheaperSales(
  orders: readonly Order[],
  board: Board,
  target: Exposure,
  { sizing, minimumTrade }: { sizing: Sizing; minimumTrade: number },
): Order[] {
  if (orders.length > MANY || !orders.some(({ units }) => units < 0)) return [...orders];
  const book = bookOf(orders, board, target, sizing);
  const all = book.accounts.flatMap((account) => account.lots.map((lot): Seated => ({ account, lot })));
  let bought = boughtNow();
  const [first, second, before] = [book.gap.slice(), book.gap.slice(), book.gap.slice()];
  // Twice, for money is counted where it is too much and where too little.
  const slack = 2 * EVEN * board.whole;
  let tries = 0;
  // What one exchange keeps may be what another sells: each spares a sale or a gain, so they come to an end.
  while (exchangeAll());
  return ordersOf(book);

  /** Goes through the sales once, the costliest first, each with the cheapest in its place; false where none changed. */
  function exchangeAll(): boolean {
    let any = false;
    const costly = all
      .filter(({ lot }) => lot.units < 0)
      .sort((one, other) => costOf(other.lot, other.lot) - costOf(one.lot, one.lot));
    for (const sale of costly) {
      const cheaper = all
        .filter(({ lot }) => room(lot) > 0 && spares(sale.lot, lot) && lot.place.exposure === sale.lot.place.exposure)
        .sort(
          (one, other) => costOf(one.lot, sale.lot) - costOf(other.lot, sale.lot) || room(other.lot) - room(one.lot),
        );
      for (const instead of cheaper) {
        for (const purchase of purchasesOf(sale, instead)) {
          const size = Math.min(-sale.lot.units, room(instead.lot), purchase.most);
          if (size < 1 || tries >= MOST_TRIES) continue;
          tries += 1;
          if (exchanged(sale, instead, purchase, size)) any = true;
        }
      }
    }
    return any;
  }

  function boughtNow(): Set<Holding> {
    return new Set(all.flatMap(({ lot }) => (lot.units > 0 ? [lot.holding] : [])));
  }

  /** How much more of it may be sold, or less bought, units. */
  function room({ place, holding, units }: Lot): number {
    if (units > 0) return units;
    const sells = place.sellFrom !== PHASES.never && (units < 0 || !bought.has(holding));
    return sells && place.held >= minimumTrade ? place.held + units : 0;
  }

  /** What changes places with it so that each account pays for its own, the largest first, and for how much. */
  function purchasesOf({ account }: Seated, instead: Seated): Purchase[] {
    const purchases = account.lots
      .filter((one) => one.units > 0 && one !== instead.lot)
      .sort((one, other) => other.units - one.units)
      .flatMap((less): Purchase[] => {
        if (account === instead.account) return [{ less, more: null, most: Infinity }];
        const [more] = instead.account.lots
          .filter(
            (one) =>
              one !== instead.lot && one.place.exposure === less.place.exposure && (one.place.buyable || one.units < 0),
          )
          .sort(
            (one, other) =>
              Number(one.units === 0) - Number(other.units === 0) || one.place.buyRank - other.place.buyRank,
          );
        if (more === undefined) return [];
        return [{ less, more, most: Math.min(less.units, more.place.buyable ? Infinity : -more.units) }];
      });
    return [...purchases, { less: null, more: null, most: account === instead.account ? Infinity : -account.spent }];
  }

  /** Exchanges as much as can be ordered, up to so much money, where the mix stays; false where none can. */
  function exchanged(sale: Seated, instead: Seated, purchase: Purchase, most: number): boolean {
    const ends = [sale.lot, instead.lot, purchase.less, purchase.more].map((lot) => Math.abs(lot?.units ?? 0));
    // Of some numbers of shares what is bought comes out even; where a remainder would be too small to order, the smallest order is left of it.
    const sizes = [0, 1, 2, 3, 4].map((fewer) => most - fewer * sale.lot.price);
    sizes.push(...ends.map((units) => units - minimumTrade));
    for (const size of sizes.filter((units) => units > 0 && units <= most).sort((one, other) => other - one)) {
      if (exchangedAbout(size, sale, instead, purchase)) return true;
    }
    return false;
  }

  /** Of what can be ordered about that size, is paid for and leaves the targets no further off, makes what changes the mix least. */
  function exchangedAbout(size: number, sale: Seated, instead: Seated, { less, more }: Purchase): boolean {
    let best: [Change[], Change[]] | null = null;
    let least = Infinity;
    for (const [kept] of ordered(sale.lot, size)) {
      const spared = (kept?.units ?? 0) - sale.lot.units;
      for (const [one] of ordered(instead.lot, -spared)) {
        const brings = instead.lot.units - (one?.units ?? 0);
        if (kept === undefined || one === undefined || kept.units > 0 || spared <= 0 || brings <= 0) continue;
        if (!spares(sale.lot, instead.lot, brings / spared)) continue;
        const alone = sale.account === instead.account;
        for (const fewer of ordered(less, alone ? brings - spared : -spared)) {
          for (const further of ordered(more, spared)) {
            const here = alone ? [kept, one, ...fewer] : [kept, ...fewer];
            const there = alone ? [] : [one, ...further];
            if (!pays(sale.account, here) || !pays(instead.account, there)) continue;
            const between = { ...book, gap: gapAfter(book, sale.account, here, first) };
            const gap = gapAfter(between, instead.account, there, second);
            const farther = Math.max(0, offBy(gap) - offBy(before));
            const moved = Math.sqrt(squaredDistance(gap, before)) + farther;
            if (moved < least && farther <= slack) [best, least] = [[here, there], moved];
          }
        }
      }
    }
    if (best === null) return false;
    apply(book, sale.account, best[0]);
    apply(book, instead.account, best[1]);
    bought = boughtNow();
    return true;
  }

  /** Orders of about so much money more, each alone: of the same kind as before where a purchase or sale may only become less. */
  function ordered(lot: Lot | null, by: number): Change[][] {
    if (lot === null) return [[]];
    return around(lot, lot.units + by, sizing, minimumTrade)
      .filter(
        ({ quantity, units }) =>
          quantity !== lot.quantity && (lot.units > 0 ? units >= 0 : units <= 0 || lot.place.buyable),
      )
      .map((change) => [change]);
  }
}

/** Whether it costs less to sell the other lot, so many times as much of it, or to buy less of it. */
function spares(sale: Lot, other: Lot, times = 1): boolean {
  const cost = costOf(other, sale);
  if (cost === -Infinity) return true;
  return !isAdvantaged(sale.place.accountType) && costOf(sale, sale) - times * cost >= WORTHWHILE;
}

/**
 * The gain per unit of money that selling more of a lot realizes, below zero a loss: none where it is taxed later, or less of it is bought instead; of a
 * purchase of what the sale is of it spares both.
 */
function costOf({ holding, place: { accountType, gain, held }, units }: Lot, sale: Lot): number {
  if (units > 0) return holding === sale.holding ? -Infinity : 0;
  if (isAdvantaged(accountType)) return 0;
  return gain === null ? Infinity : gain / held;
}
