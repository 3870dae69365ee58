import { dot, regionOf, squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** An instrument in an account: what may be sold of it, whether more may be bought, and what was decided so far. */
export interface Seat {
  account: number;
  /** Index into the exposures; instruments of one make-up share it. */
  exposure: number;
  /** The asset class it stands for, an index into the exposure; -1 for a mixture, which stands for none. */
  stands: number;
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
/** A swap has to move at least so much of its money (squared) to something else: VTI for another fund of the same is churn. */
const MATERIAL = 0.1;
/** Wants this much alike are equal: the account's own or the cheaper fund decides, not a hundredth of cash in it. */
const ALIKE = 0.05;
/** A fund that the account does not hold yet has to help that much more. */
const UNFAMILIAR = 0.8;
/** So does selling a mixture, which holds some of what is wanted too. */
const MIXTURE = 0.7;
/** In one round each account may swap once, if that helps at least half as much as the best swap of the round. */
const WORTHWHILE = 0.5;

/**
 * Moves money between instruments of one account at a time, the swaps first that bring the portfolio nearest to its
 * target, until none of at least the minimum size helps. The distance is the squared length of `gap` (held - target); a
 * swap of s from i to j changes it by s (gap . u) + s^2 (u . u) / 2 with u = exposure j - exposure i, so the best s is known
 * exactly. A fund that stands for one class is sold only while that class is above its target, and bought only while it is
 * below: no swap carries a class past its target. (Coordinate descent over pairs, which keeps every account's sum: Platt, "Sequential Minimal Optimization",
 * 1998.) Changes `gap` and the seats' deltas.
 */
export function exchange(
  seats: readonly Seat[],
  exposures: readonly Exposure[],
  gap: Exposure,
  { phase, minimumTrade, done }: ExchangeOptions,
): void {
  const table: Table = {
    exposures,
    gap,
    regions: exposures.map(regionOf),
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
  gap: Exposure;
  /** By exposure: where in it the region stands whose stocks it is; -1 for none. */
  regions: number[];
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

/** Within one account: from what is best sold into what is most wanted, or the next wanted where nothing can go there. */
function bestSwap(sellers: readonly Seat[], buyers: readonly Seat[], table: Table): Swap | null {
  for (const to of wantedOf(buyers, table.pull)) {
    const familiar = to.held > 0 || to.delta > 0 ? 1 : UNFAMILIAR;
    let best: Swap | null = null;
    for (const from of sellers) {
      const preference = from.sellPreference * familiar * (from.stands < 0 ? MIXTURE : 1);
      const slope = (table.pull[from.exposure] ?? 0) - (table.pull[to.exposure] ?? 0);
      // No more than this can come of it: most need no closer look.
      if (slope * (from.held + from.delta) * preference <= (best?.score ?? 0)) continue;
      const size = sizeOf(from, to, table);
      if (size === 0) continue;
      const score = (size * slope - (size * size * curveOf(from, to, table)) / 2) * preference;
      if (score > (best?.score ?? 0)) best = { from, to, score };
    }
    if (best !== null) return best;
  }
  return null;
}

/** How much to move: all that helps and is there, but nothing below the minimum, unless both trades are made anyway. */
function sizeOf(from: Seat, to: Seat, table: Table): number {
  const available = from.held + from.delta;
  const slope = (table.pull[from.exposure] ?? 0) - (table.pull[to.exposure] ?? 0);
  if (available <= 0 || slope <= 0) return 0;
  const curve = curveOf(from, to, table);
  if (curve < MATERIAL) return 0;
  const size = Math.min(available, slope / curve, mostBetween(from, to, table));
  const least = from.delta < 0 && to.delta > 0 ? table.minimumTrade / 100 : table.minimumTrade;
  return size < least ? 0 : size;
}

/** How much may change hands before the class (or region) sold reaches its target from above, or the one bought from below. */
function mostBetween(from: Seat, to: Seat, { exposures, gap, regions }: Table): number {
  const moved = (at: number): number => (exposures[to.exposure]?.[at] ?? 0) - (exposures[from.exposure]?.[at] ?? 0);
  const excess = (at: number) => (at < 0 ? Infinity : Math.max(0, gap[at] ?? 0) / Math.max(1e-9, -moved(at)));
  const shortfall = (at: number) => (at < 0 ? Infinity : Math.max(0, -(gap[at] ?? 0)) / Math.max(1e-9, moved(at)));
  const ofRegion = Math.min(excess(regions[from.exposure] ?? -1), shortfall(regions[to.exposure] ?? -1));
  return from.stands === to.stands ? ofRegion : Math.min(ofRegion, excess(from.stands), shortfall(to.stands));
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

/** Of each class (and of the mixtures) the seat whose purchase shortens the distance most, or of equals the one of lowest rank. */
function wantedOf(seats: readonly Seat[], pull: Float64Array): Seat[] {
  const pullOf = (seat: Seat): number => pull[seat.exposure] ?? 0;
  const chosen = new Map<number, Seat>();
  for (const seat of seats) {
    const best = chosen.get(seat.stands);
    const lead = best === undefined ? 0 : pullOf(best) - pullOf(seat);
    const same = best !== undefined && Math.abs(lead) <= ALIKE * Math.abs(pullOf(best));
    if (best === undefined || (same ? seat.buyRank < best.buyRank : lead > 0)) chosen.set(seat.stands, seat);
  }
  return [...chosen.values()].sort((one, other) => pullOf(one) - pullOf(other));
}

function byAccount(seats: readonly Seat[]): Map<number, Seat[]> {
  return Map.groupBy(seats, (seat) => seat.account);
}
