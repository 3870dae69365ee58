import { dot } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { apply, bookOf, changed, gapAfter, ordersOf, pays } from './order-book.ts';
import type { AccountBook, Change, Lot, OrderBook } from './order-book.ts';
import type { Board } from './seats.ts';
import type { Order } from './settle.ts';
import type { Sizing } from './sizing.ts';
import { onGrain, SHARE_DECIMALS } from './sizing.ts';

/** What whole shares may leave further off than the round trip did, of the portfolio: five hundredths of a point. */
const EVEN = 0.0005;
/** Of more orders than that the pairs are not looked through: nobody carries such a list out by hand. */
const MANY = 400;

interface Trip {
  /** Where it is sold, and what is bought there instead. */
  seller: AccountBook;
  sold: Lot;
  /** Null: it is sold to hold cash. */
  instead: Lot | null;
  /** Where it is bought, and what is bought there from now on. */
  buyer: AccountBook;
  bought: Lot;
  other: Lot | null;
}

/**
 * The orders without round trips: an instrument that is sold in one account and bought in another is kept where it is, and what
 * the first account would have bought for it the second one buys in its place. The mix is the same to a share, no more is sold in any account,
 * and what a sale costs (its tax, its spread, days out of the market) is spared. Which account holds what is nobody's wish here: the
 * exchange does not place assets by tax. Where the second account may not buy it, or a remainder would fall below the smallest trade, the
 * round trip stays. `minimumTrade` in units.
 */
export function withoutRoundTrips(
  orders: readonly Order[],
  board: Board,
  target: Exposure,
  { sizing, minimumTrade }: { sizing: Sizing; minimumTrade: number },
): Order[] {
  const sells = new Set(orders.flatMap(({ units, holding }) => (units < 0 ? [holding] : [])));
  if (orders.length > MANY || !orders.some(({ units, holding }) => units > 0 && sells.has(holding))) return [...orders];
  const book = bookOf(orders, board, target, sizing);
  const slack = EVEN * board.whole;
  // Each step spares a sale in part or whole, and no step makes one: they come to an end.
  for (let left = orders.length; left > 0; left -= 1) {
    const better = tripsIn(book)
      .map((trip) => spared(trip))
      .filter((one) => one !== null)
      .sort((one, another) => another.units - one.units)[0];
    if (better === undefined) break;
    for (const [account, changes] of better.steps) apply(book, account, changes);
  }
  return ordersOf(book);

  /** The changes that undo as much of the trip as there is; null where that cannot be ordered, or leaves the target further off. */
  function spared({ seller, sold, instead, buyer, bought, other }: Trip) {
    const ends = [-sold.units, bought.units, instead === null ? -seller.spent : instead.units];
    const most = Math.min(...ends);
    // Where a remainder would be too small to order, the smallest order is left of it.
    const sizes = [most, ...ends.map((all) => all - minimumTrade)].filter((one) => one > 0 && one <= most);
    for (const size of sizes.sort((one, another) => another - one)) {
      const first = [fewer(sold, size), ...(instead === null ? [] : [fewer(instead, size)])];
      const second = [fewer(bought, size), ...(other === null ? [] : [more(other, size)])];
      if ([...first, ...second].some((change) => !isOrder(change))) continue;
      if (!pays(seller, first) || !pays(buyer, second)) continue;
      const between: OrderBook = { ...book, gap: gapAfter(book, seller, first, new Float64Array(book.gap.length)) };
      const then = gapAfter(between, buyer, second, new Float64Array(book.gap.length));
      const farther = Math.sqrt(dot(then, then)) - Math.sqrt(dot(book.gap, book.gap));
      if (farther > slack) continue;
      const steps: [AccountBook, Change[]][] = [
        [seller, first],
        [buyer, second],
      ];
      return { units: size, steps };
    }
    return null;
  }

  /** So much less of an order, sale or purchase; none of it where what is left is no order. */
  function fewer(lot: Lot, size: number): Change {
    const rest = Math.abs(lot.units) - size;
    const less = inShares(lot, Math.sign(lot.units) * Math.max(0, rest));
    return isOrder(less) ? less : inShares(lot, 0);
  }

  function more(lot: Lot, size: number): Change {
    return inShares(lot, lot.units + size);
  }

  function inShares(lot: Lot, units: number): Change {
    const step = lot.whole ? 1 : 10 ** -SHARE_DECIMALS;
    return changed(lot, onGrain(Math.trunc(units / lot.price / step + Math.sign(units) * 1e-9) * step), sizing);
  }

  function isOrder({ units }: Change): boolean {
    return units === 0 || Math.abs(units) >= minimumTrade;
  }
}

/** Every instrument that one account sells and another buys, with what could be bought the other way round. */
function tripsIn({ accounts }: OrderBook): Trip[] {
  return accounts.flatMap((seller) =>
    seller.lots
      .filter(({ units }) => units < 0)
      .flatMap((sold) =>
        accounts
          .filter((buyer) => buyer !== seller)
          .flatMap((buyer) =>
            buyer.lots
              .filter(({ holding, units }) => units > 0 && holding === sold.holding)
              .flatMap((bought) => waysBack({ seller, sold, buyer, bought })),
          ),
      ),
  );
}

function waysBack(trip: Pick<Trip, 'seller' | 'sold' | 'buyer' | 'bought'>): Trip[] {
  const { seller, buyer } = trip;
  const swaps = seller.lots
    .filter(({ units }) => units > 0)
    .flatMap((instead) =>
      buyer.lots
        .filter(({ holding, place, units }) => holding === instead.holding && (place.buyable || units !== 0))
        .map((other): Trip => ({ ...trip, instead, other })),
    );
  // What was sold to hold cash, and bought out of cash: both stay as they are.
  const asCash: Trip[] = seller.spent < 0 ? [{ ...trip, instead: null, other: null }] : [];
  return [...swaps, ...asCash];
}
