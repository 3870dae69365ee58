import { assetClasses } from '../../schemas/classification.ts';
import { movable } from './exchange.ts';
import type { Seat } from './exchange.ts';
import { debtIn, REGION_WEIGHT, regionOf, squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/**
 * A swap has to move at least so much of its money (squared) to something else: VTI for another fund of the same is churn.
 * Within a class it is the regions that something else is counted in.
 */
const MATERIAL = 0.1;
/** Wants this much alike are equal: the account's own or the cheaper fund decides, not a hundredth of cash in it. */
const ALIKE = 0.05;
/** A fund that the account does not hold yet has to help that much more. */
const UNFAMILIAR = 0.8;
/** So does selling a mixture, which holds some of what is wanted too. */
const MIXTURE = 0.7;
/** A class whose share in a mixture exceeds that in what is sold for it by less is not what is bought. */
export const EVEN = 0.02;

export interface Table {
  exposures: readonly Exposure[];
  gap: Exposure;
  /** By exposure: where in it the region stands whose stocks it is; -1 for none. */
  regions: number[];
  /** Squared length of exposure j - exposure i, row after row; null where there are too many to list. */
  curves: Float64Array | null;
  /** gap . exposure: how much buying a unit lengthens the distance, selling one shortens it. */
  pull: Float64Array;
  minimumTrade: number;
  /** See ExchangeOptions. */
  unplaced: boolean;
}

export interface Swap {
  from: Seat;
  to: Seat;
  score: number;
}

/**
 * Within one account: from what is best sold into what is most wanted, or the next wanted where nothing can go there.
 *
 * @param sellers those of one make-up side by side: what is the same for them is computed once
 */
export function bestSwap(sellers: readonly Seat[], buyers: readonly Seat[], table: Table): Swap | null {
  for (const to of wantedOf(buyers, table.pull)) {
    const familiar = to.held > 0 || to.delta > 0 ? 1 : UNFAMILIAR;
    let from: Seat | null = null;
    let score = 0;
    let exposure = -1;
    let way: Way | null = null;
    for (const seat of sellers) {
      if (seat.exposure !== exposure) {
        exposure = seat.exposure;
        way = wayBetween(seat, to, table);
      }
      if (way === null) continue;
      const preference = seat.sellPreference * familiar * (seat.stands < 0 ? MIXTURE : 1);
      // No more than this can come of it: most need no closer look.
      if (way.slope * Math.min(way.most, seat.held + seat.delta) * preference <= score) continue;
      const size = sizeAlong(way, seat, to, table);
      if (size === 0) continue;
      const found = (size * way.slope - (size * size * way.curve) / 2) * preference;
      if (found > score) [from, score] = [seat, found];
    }
    if (from !== null) return { from, to, score };
  }
  return null;
}

/** What holds of a swap between two make-ups, whatever is there to sell. */
export interface Way {
  /** Gained by the first unit of money. */
  slope: number;
  curve: number;
  /** Money that helps. */
  most: number;
}

/** Null where nothing helps, or where it would only be churn. */
export function wayBetween(from: Seat, to: Seat, table: Table): Way | null {
  const slope = (table.pull[from.exposure] ?? 0) - (table.pull[to.exposure] ?? 0);
  if (slope <= 0) return null;
  const curve = curveOf(from, to, table);
  const within = from.stands === to.stands && from.stands >= 0 && debtIn(table.gap) > assetClasses.length;
  if (curve < (within ? MATERIAL * REGION_WEIGHT ** 2 : MATERIAL)) return null;
  return { slope, curve, most: Math.min(slope / curve, mostBetween(from, to, table)) };
}

/** How much to move: all that helps and is there, but nothing below the minimum, unless both trades are made anyway. */
export function sizeOf(from: Seat, to: Seat, table: Table): number {
  const way = wayBetween(from, to, table);
  return way === null ? 0 : sizeAlong(way, from, to, table);
}

function sizeAlong({ most }: Way, from: Seat, to: Seat, { minimumTrade }: Table): number {
  const size = movable(from, to, most, minimumTrade);
  const least = from.delta < 0 && to.delta > 0 ? minimumTrade / 100 : minimumTrade;
  return size <= 0 || size < least ? 0 : size;
}

/**
 * How much may change hands before the class (or region) sold reaches its target from above, or the one bought from below;
 * of a mixture every class that it brings more of is bought.
 */
function mostBetween(from: Seat, to: Seat, { exposures, gap, regions, unplaced }: Table): number {
  const moved = (at: number): number => (exposures[to.exposure]?.[at] ?? 0) - (exposures[from.exposure]?.[at] ?? 0);
  const excess = (at: number) => (at < 0 ? Infinity : Math.max(0, gap[at] ?? 0) / Math.max(1e-9, -moved(at)));
  const shortfall = (at: number) => (at < 0 ? Infinity : Math.max(0, -(gap[at] ?? 0)) / Math.max(1e-9, moved(at)));
  const ofRegion = Math.min(excess(regions[from.exposure] ?? -1), shortfall(regions[to.exposure] ?? -1));
  if (from.stands === to.stands && to.stands >= 0) {
    // A fund of several regions is bought for the one that it brings most of.
    let most: number = assetClasses.length;
    for (let at = most + 1; at < debtIn(gap); at += 1) if (moved(at) > moved(most)) most = at;
    return Math.min(ofRegion, most < debtIn(gap) ? shortfall(most) : Infinity);
  }
  // Of a mixture everything that it brings more of has to be wanted.
  let ofMixture = Infinity;
  for (let at = 0; to.stands < 0 && at < assetClasses.length; at += 1) {
    if (moved(at) > EVEN) ofMixture = Math.min(ofMixture, shortfall(at));
  }
  if (to.debt > 0) ofMixture = shortfall(debtIn(gap));
  const owed = to.debt > 0 ? to.debt - to.delta : Infinity;
  return Math.min(ofRegion, ofMixture, owed, unplaced ? Infinity : excess(from.stands), shortfall(to.stands));
}

/** Squared length of exposure `to` - exposure `from`. */
function curveOf(from: Seat, to: Seat, { exposures, curves }: Table): number {
  if (curves !== null) return curves[from.exposure * exposures.length + to.exposure] ?? 0;
  const [less, more] = [exposures[from.exposure], exposures[to.exposure]];
  return less === undefined || more === undefined ? 0 : squaredDistance(less, more);
}

export function tableOf(exposures: readonly Exposure[], gap: Exposure, minimumTrade: number): Omit<Table, 'unplaced'> {
  return {
    exposures,
    gap,
    regions: exposures.map(regionOf),
    curves: curvesOf(exposures),
    pull: new Float64Array(exposures.length),
    minimumTrade,
  };
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
  const chosen: (Seat | undefined)[] = [];
  for (const seat of seats) {
    // The mixtures stand first.
    const best = chosen[seat.stands + 1];
    const lead = best === undefined ? 0 : pullOf(best) - pullOf(seat);
    const same = best !== undefined && Math.abs(lead) <= ALIKE * Math.abs(pullOf(best));
    if (best === undefined || (same ? seat.buyRank < best.buyRank : lead > 0)) chosen[seat.stands + 1] = seat;
  }
  return chosen.filter((seat) => seat !== undefined).sort((one, other) => pullOf(one) - pullOf(other));
}
