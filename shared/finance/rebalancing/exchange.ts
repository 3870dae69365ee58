import { dot } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** An instrument in an account: what may be sold of it, whether more may be bought, and what was decided so far. */
export interface Seat {
  account: number;
  /** Index into the exposures, one per instrument. */
  exposure: number;
  /** Money held that may be sold; a sale never takes it below 0. */
  held: number;
  /** The first phase in which it may be sold. */
  sellFrom: number;
  buyable: boolean;
  /** Above 1: sold rather than an equal one. */
  sellPreference: number;
  /** Lower: bought rather than an equal one. */
  buyRank: number;
  /** Money bought (+) or sold (-). */
  delta: number;
}

export interface ExchangeOptions {
  phase: number;
  /** Smallest step worth taking, money. */
  minimumTrade: number;
  /** Asked before each step: enough? */
  done: () => boolean;
}

/** Far more steps than a plan that a person could carry out has trades. */
const MOST_STEPS = 1500;

/**
 * Moves money between instruments of one account at a time, each time the swap that brings the portfolio nearest to its
 * target, until none of at least the minimum size helps. The distance is the squared length of `gap` (held - target); a
 * swap of s from i to j changes it by s (gap . u) + s^2 (u . u) / 2 with u = exposure j - exposure i, so the best s is known
 * exactly. (Coordinate descent over pairs, which keeps every account's sum: Platt, "Sequential Minimal Optimization",
 * 1998; convex, so it ends at the nearest reachable point, up to the minimum size.) Changes `gap` and the seats' deltas.
 */
export function exchange(
  seats: readonly Seat[],
  exposures: readonly Exposure[],
  gap: Exposure,
  { phase, minimumTrade, done }: ExchangeOptions,
): void {
  const pull = new Float64Array(exposures.length);
  const squares = Float64Array.from(exposures, (exposure) => dot(exposure, exposure));
  const buyers = new Map<number, Seat[]>();
  const sellers = new Map<number, Seat[]>();
  for (const seat of seats) {
    if (seat.buyable) push(buyers, seat);
    if (seat.sellFrom <= phase) push(sellers, seat);
  }

  for (let step = 0; step < MOST_STEPS && !done(); step += 1) {
    for (let index = 0; index < exposures.length; index += 1) pull[index] = dot(gap, exposures[index] ?? gap);
    const swap = bestSwap(buyers, sellers, { exposures, pull, squares, minimumTrade });
    if (swap === null) return;
    const { from, to, size } = swap;
    from.delta -= size;
    to.delta += size;
    const [less, more] = [exposures[from.exposure], exposures[to.exposure]];
    for (let index = 0; index < gap.length; index += 1) {
      gap[index] = (gap[index] ?? 0) + size * ((more?.[index] ?? 0) - (less?.[index] ?? 0));
    }
  }
}

interface Swap {
  from: Seat;
  to: Seat;
  size: number;
}

function bestSwap(
  buyers: ReadonlyMap<number, readonly Seat[]>,
  sellers: ReadonlyMap<number, readonly Seat[]>,
  context: { exposures: readonly Exposure[]; pull: Float64Array; squares: Float64Array; minimumTrade: number },
): Swap | null {
  const { exposures, pull, squares, minimumTrade } = context;
  let best: Swap | null = null;
  let bestScore = 0;
  for (const [account, choices] of sellers) {
    const to = mostWanted(buyers.get(account) ?? [], pull);
    const bought = to && exposures[to.exposure];
    if (to === null || bought === null || bought === undefined) continue;
    for (const from of choices) {
      const available = from.held + from.delta;
      const slope = (pull[from.exposure] ?? 0) - (pull[to.exposure] ?? 0);
      if (available <= 0 || slope <= 0) continue;
      const sold = exposures[from.exposure] ?? bought;
      const curve = (squares[from.exposure] ?? 0) + (squares[to.exposure] ?? 0) - 2 * dot(sold, bought);
      if (curve <= 1e-12) continue;
      const size = Math.min(available, slope / curve);
      // Adding to a sale already decided costs no further trade, and so does selling the rest of a small position.
      if (size < minimumTrade && (from.delta >= 0 || to.delta <= 0)) continue;
      const score = (size * slope - (size * size * curve) / 2) * from.sellPreference;
      if (score > bestScore) {
        bestScore = score;
        best = { from, to, size };
      }
    }
  }
  // Below a hundredth of the minimum squared nothing is gained that a person would see.
  return best !== null && best.size > minimumTrade / 100 ? best : null;
}

/** The seat whose purchase shortens the distance most; of equals, the one of lowest rank. */
function mostWanted(seats: readonly Seat[], pull: Float64Array): Seat | null {
  let best: Seat | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const seat of seats) {
    const value = pull[seat.exposure] ?? 0;
    const same = Math.abs(value - lowest) <= 1e-9 * Math.abs(lowest);
    if (best === null || (same ? seat.buyRank < best.buyRank : value < lowest)) {
      best = seat;
      lowest = value;
    }
  }
  return best;
}

function push(map: Map<number, Seat[]>, seat: Seat): void {
  const list = map.get(seat.account);
  if (list === undefined) map.set(seat.account, [seat]);
  else list.push(seat);
}
