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
  const distanceOf = (some: readonly Order[]) => distance(afterTrading(board.held, some, board.exposures), target);
  let kept = orders;
  let nearest = distanceOf(kept);
  for (;;) {
    let best: readonly Order[] | null = null;
    for (const account of new Set(kept.map(({ place }) => place.account))) {
      const without = kept.filter(({ place }) => place.account !== account);
      const left = distanceOf(without);
      if (left < nearest) [best, nearest] = [without, left];
    }
    if (best === null) break;
    kept = best;
  }
  return nearest <= distanceOf([]) ? kept : [];
}

function distance(held: Exposure, target: Exposure): number {
  return held.reduce((sum, value, index) => sum + (value - (target[index] ?? 0)) ** 2, 0);
}
