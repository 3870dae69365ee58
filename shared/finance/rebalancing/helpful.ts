import { squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import type { Board } from './seats.ts';
import type { Order } from './settle.ts';
import { afterTrading } from './trades.ts';

/**
 * The orders without those of accounts whose trades, once rounded to whole shares, no longer bring the portfolio nearer to
 * its target: what one account did may have counted on a purchase in another that a single share was too dear for. The
 * distance is the squared length of held - target, as in the exchange; what is left is never further off than no trade.
 */
export function onlyHelpful(orders: readonly Order[], board: Board, target: Exposure): readonly Order[] {
  const nothing = board.held.map(() => 0);
  const changes = new Map(
    [...Map.groupBy(orders, ({ place }) => place.account)].map(([account, own]) => [
      account,
      afterTrading(nothing, own, board.exposures, board.debts),
    ]),
  );
  const gap = afterTrading(board.held, orders, board.exposures, board.debts).map(
    (value, index) => value - (target[index] ?? 0),
  );
  let nearest = squaredDistance(gap, nothing);
  for (;;) {
    let worst: number | null = null;
    for (const [account, change] of changes) {
      const left = squaredDistance(gap, change);
      if (left < nearest) [worst, nearest] = [account, left];
    }
    if (worst === null) break;
    changes.get(worst)?.forEach((value, index) => (gap[index] = (gap[index] ?? 0) - value));
    changes.delete(worst);
  }
  return nearest <= squaredDistance(board.held, target) ? orders.filter(({ place }) => changes.has(place.account)) : [];
}
