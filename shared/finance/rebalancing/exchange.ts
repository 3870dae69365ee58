import { dot, squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** An instrument in an account: what may be sold of it, whether more may be bought, and what was decided so far. */
export interface Seat {
  account: number;
  /** Index into the exposures; instruments of one make-up share it. */
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

/** Far more swaps than a plan that a person could carry out has trades. */
const MOST_SWAPS = 3000;
/** In one round each account may swap once, if that helps at least half as much as the best swap of the round. */
const WORTHWHILE = 0.5;

/**
 * Moves money between instruments of one account at a time, the swaps first that bring the portfolio nearest to its
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
  const table: Table = {
    exposures,
    curves: curvesOf(exposures),
    pull: new Float64Array(exposures.length),
    minimumTrade,
  };
  const buyers = byAccount(seats.filter((seat) => seat.buyable));
  const sellers = byAccount(seats.filter((seat) => seat.sellFrom <= phase));
  let swaps = 0;
  while (swaps < MOST_SWAPS && !done()) {
    for (let index = 0; index < exposures.length; index += 1) table.pull[index] = dot(gap, exposures[index] ?? gap);
    const round = [...sellers]
      .map(([account, choices]) => bestSwap(choices, buyers.get(account) ?? [], table))
      .filter((swap) => swap !== null)
      .sort((a, b) => b.score - a.score);
    const least = (round[0]?.score ?? 0) * WORTHWHILE;
    const before = swaps;
    for (const { from, to, score } of round) {
      if (score < least) break;
      // The swaps before it have moved the gap: what does it want now?
      for (const seat of [from, to]) table.pull[seat.exposure] = dot(gap, exposures[seat.exposure] ?? gap);
      const size = sizeOf(from, to, table);
      if (size === 0 || (swaps > before && done())) continue;
      swaps += 1;
      from.delta -= size;
      to.delta += size;
      const [less, more] = [exposures[from.exposure], exposures[to.exposure]];
      for (let index = 0; index < gap.length; index += 1) {
        gap[index] = (gap[index] ?? 0) + size * ((more?.[index] ?? 0) - (less?.[index] ?? 0));
      }
    }
    if (swaps === before) return;
  }
}

interface Table {
  exposures: readonly Exposure[];
  /** Squared length of exposure j - exposure i, row after row; null where there are too many to list. */
  curves: Float64Array | null;
  /** gap . exposure: how much buying a unit lengthens the distance, selling one shortens it. */
  pull: Float64Array;
  minimumTrade: number;
}

interface Swap {
  from: Seat;
  to: Seat;
  score: number;
}

/** Within one account: from what is best sold into what is most wanted. */
function bestSwap(sellers: readonly Seat[], buyers: readonly Seat[], table: Table): Swap | null {
  const to = mostWanted(buyers, table.pull);
  if (to === null) return null;
  let best: Swap | null = null;
  for (const from of sellers) {
    const slope = (table.pull[from.exposure] ?? 0) - (table.pull[to.exposure] ?? 0);
    // No more than this can come of it: most need no closer look.
    if (slope * (from.held + from.delta) * from.sellPreference <= (best?.score ?? 0)) continue;
    const size = sizeOf(from, to, table);
    if (size === 0) continue;
    const score = (size * slope - (size * size * curveOf(from, to, table)) / 2) * from.sellPreference;
    if (score > (best?.score ?? 0)) best = { from, to, score };
  }
  return best;
}

/** How much to move: all that helps and is there, but nothing below the minimum, unless both trades are made anyway. */
function sizeOf(from: Seat, to: Seat, table: Table): number {
  const available = from.held + from.delta;
  const slope = (table.pull[from.exposure] ?? 0) - (table.pull[to.exposure] ?? 0);
  if (available <= 0 || slope <= 0) return 0;
  const curve = curveOf(from, to, table);
  if (curve <= 1e-12) return 0;
  const size = Math.min(available, slope / curve);
  const least = from.delta < 0 && to.delta > 0 ? table.minimumTrade / 100 : table.minimumTrade;
  return size < least ? 0 : size;
}

/** Squared length of exposure `to` - exposure `from`. */
function curveOf(from: Seat, to: Seat, { exposures, curves }: Table): number {
  if (curves !== null) return curves[from.exposure * exposures.length + to.exposure] ?? 0;
  const [less, more] = [exposures[from.exposure], exposures[to.exposure]];
  return less === undefined || more === undefined ? 0 : squaredDistance(less, more);
}

/** Portfolios have few different exposures: 300 squared is below a megabyte. */
const LISTED = 300;

function curvesOf(exposures: readonly Exposure[]): Float64Array | null {
  if (exposures.length > LISTED) return null;
  return Float64Array.from(exposures.flatMap((less) => exposures.map((more) => squaredDistance(less, more))));
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

function byAccount(seats: readonly Seat[]): Map<number, Seat[]> {
  return Map.groupBy(seats, (seat) => seat.account);
}
