import { dot } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { bestSwap, sizeOf, tableOf } from './swap.ts';

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
  /** What the account owes, money: on the seat that stands for repaying it; elsewhere 0. */
  debt: number;
  /** Money that a share costs where only whole ones trade; 0 where parts do. */
  grain: number;
}

/** Of what helps, the money that the seat can give up: whole shares, or all that is left. */
export function saleable({ held, delta, grain }: Seat, helps: number): number {
  const left = held + delta;
  if (helps >= left || grain === 0) return Math.min(helps, left);
  // A whole number of shares that the floating division missed by a hair is still that number.
  return Math.floor((helps / grain) * (1 + 1e-12)) * grain;
}

/** Of the money that helps what can be moved: a loan takes any amount, and to what share it is rounded up is for the orders to say. */
export function movable(from: Seat, to: Seat, helps: number, minimumTrade: number): number {
  return to.debt > 0 && from.grain <= minimumTrade ? Math.min(helps, from.held + from.delta) : saleable(from, helps);
}

export interface ExchangeOptions {
  phase: number;
  /** Smallest step worth taking, money. */
  minimumTrade: number;
  /** Asked before each step: enough? */
  done: () => boolean;
  /** What is sold is money that has no place yet: it goes where most is missing, even where cash is below its own target. */
  unplaced?: boolean;
}

/** Far more swaps than a plan that a person could carry out has trades. */
const MOST_SWAPS = 3000;
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
  { phase, minimumTrade, done, unplaced = false }: ExchangeOptions,
): void {
  const table = { ...tableOf(exposures, gap, minimumTrade), unplaced };
  const accounts = traders(seats, phase, minimumTrade);
  let swaps = 0;
  while (swaps < MOST_SWAPS && !done()) {
    for (let index = 0; index < exposures.length; index += 1) table.pull[index] = dot(gap, exposures[index] ?? gap);
    const round = accounts
      .map(({ sellers, buyers }) => bestSwap(sellers, buyers, table))
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

/**
 * By account, in the order of its first seat that may be sold: what may be sold, those of one make-up side by side; and what
 * may be bought, of one make-up only the seat of the lowest rank, which is the one that would be chosen.
 */
function traders(seats: readonly Seat[], phase: number, minimumTrade: number): { sellers: Seat[]; buyers: Seat[] }[] {
  const accounts = new Map<number, { sellers: Seat[]; buyers: Map<number, Seat> }>();
  for (const seat of seats) {
    let own = accounts.get(seat.account);
    if (own === undefined) accounts.set(seat.account, (own = { sellers: [], buyers: new Map() }));
    // What is less than the smallest trade is never sold: most of a long list.
    if (seat.sellFrom <= phase && (seat.held >= minimumTrade || seat.delta !== 0)) own.sellers.push(seat);
    const known = seat.buyable ? own.buyers.get(seat.exposure) : undefined;
    if (seat.buyable && (known === undefined || seat.buyRank < known.buyRank)) own.buyers.set(seat.exposure, seat);
  }
  return [...accounts.values()]
    .filter(({ sellers }) => sellers.length > 0)
    .map(({ sellers, buyers }) => ({
      sellers: sellers.sort((one, other) => one.exposure - other.exposure),
      buyers: [...buyers.values()],
    }));
}
