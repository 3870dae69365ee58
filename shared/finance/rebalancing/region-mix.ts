import { assetClasses } from '../../schemas/classification.ts';
import { saleable } from './exchange.ts';
import type { ExchangeOptions, Seat } from './exchange.ts';
import { debtIn, dot, mainRegion, REGION_WEIGHT, squaredDistance } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** More swaps than a plan that a person could carry out has trades; of a mix of a few funds the last ones move nothing. */
const MOST_SWAPS = 400;
/** Of one account so many funds, the most wanted, are looked at in a round, and as many to sell. */
const MOST_LOOKED_AT = 24;
/** Funds whose classes differ by less (squared) may take each other's place: about ten points. */
const SAME_CLASSES = 0.02;
/** A swap has to move at least so much of its money (squared) to other regions: less is churn. */
const MATERIAL = 0.02 * REGION_WEIGHT ** 2;
/** Taking an order back is preferred to another order. */
const TAKEN_BACK = 1.25;
/** A fund that the account does not hold yet has to help that much more. */
const UNFAMILIAR = 0.8;
/** Rounds in which purchases past their region are cut, or orders below the smallest trade dropped. */
const MOST_ROUNDS = 12;

/** A seat with how far its delta may go, money. */
interface Span {
  seat: Seat;
  made: Exposure;
  least: number;
  most: number;
}

/**
 * The mix of the stocks: which funds of what each account holds of a class, given how much of the class it holds. A convex
 * quadratic program (the squared length of `gap` over the deltas, every account's sum kept, each delta within what may be sold
 * and bought), solved by exact steps over pairs of funds until no pair helps; orders decided before may be taken back, so the order
 * of the steps does not decide where they end. Then the house rules: nothing is bought past the region that it is mostly of, and no order is below the smallest
 * trade. Changes `gap` and the seats' deltas.
 *
 * @param allowed by region: how far past its target it may be, money
 */
export function mixRegions(
  seats: readonly Seat[],
  exposures: readonly Exposure[],
  gap: Exposure,
  allowed: Exposure,
  { phase, minimumTrade, done }: Omit<ExchangeOptions, 'unplaced'>,
): void {
  const accounts = accountsOf(seats, exposures, phase, minimumTrade);
  /** Regions that nothing more may be bought past. */
  const full = new Set<number>();
  let swaps = 0;
  descend();
  for (let round = 0; round < MOST_ROUNDS && swaps > 0; round += 1) {
    const cut = accounts.filter((own) => cutPastRegion(own)).length;
    const dropped = accounts.filter((own) => dropSmall(own)).length;
    if (cut + dropped === 0) return;
    descend();
  }

  function descend(): void {
    for (let count = 0; count < MOST_SWAPS && !done(); count += 1) {
      let best: { down: Span; up: Span; size: number; score: number } | null = null;
      for (const own of accounts) {
        const pulls = new Map(own.map((span) => [span, dot(gap, span.made)]));
        const pull = (span: Span): number => pulls.get(span) ?? 0;
        const sorted = own.toSorted((one, other) => pull(one) - pull(other));
        const ups = sorted.filter(({ seat, most }) => seat.delta < most).slice(0, MOST_LOOKED_AT);
        const downs = sorted.filter(({ seat, least }) => seat.delta > least).slice(-MOST_LOOKED_AT);
        for (const up of ups) {
          for (const down of downs) {
            const slope = pull(down) - pull(up);
            if (slope <= 0 || !alike(down, up)) continue;
            const curve = squaredDistance(down.made, up.made);
            if (curve < MATERIAL) continue;
            const size = sizeOf(down, up, slope / curve);
            if (size <= 0) continue;
            const score = (size * slope - (size * size * curve) / 2) * preference(down, up);
            if (score > (best?.score ?? 0)) best = { down, up, size, score };
          }
        }
      }
      if (best === null) return;
      move(best.down, best.up, best.size);
      swaps += 1;
    }
  }

  function sizeOf(down: Span, up: Span, helps: number): number {
    const room = Math.min(down.seat.delta - down.least, up.most - up.seat.delta, helps, untilFull(down, up));
    const size = room <= down.seat.delta ? room : Math.min(room, saleable(down.seat, room));
    const least = down.seat.delta !== 0 && up.seat.delta !== 0 ? minimumTrade / 100 : minimumTrade;
    return size < least ? 0 : size;
  }

  function move(down: Span, up: Span, size: number): void {
    down.seat.delta -= size;
    up.seat.delta += size;
    for (let at = 0; at < gap.length; at += 1) {
      gap[at] = (gap[at] ?? 0) + size * ((up.made[at] ?? 0) - (down.made[at] ?? 0));
    }
  }

  /** How much may change places before a region that is full is past its target. */
  function untilFull(down: Span, up: Span): number {
    let most = Infinity;
    for (const at of full) {
      const more = (up.made[at] ?? 0) - (down.made[at] ?? 0);
      if (more > 0) most = Math.min(most, Math.max(0, (allowed[at] ?? 0) - (gap[at] ?? 0)) / more);
    }
    return most;
  }

  /** Cuts what was bought past the region that it is mostly of, where something else is there to buy, or not to sell. */
  function cutPastRegion(own: readonly Span[]): boolean {
    let any = false;
    for (const span of own.filter(({ seat }) => seat.delta > 0)) {
      const main = mainRegion(span.made);
      const excess = () => (gap[main] ?? 0) - (allowed[main] ?? 0);
      if (excess() < 1) continue;
      full.add(main);
      const less = (other: Span) => (span.made[main] ?? 0) - (other.made[main] ?? 0);
      for (const other of insteadOf(own, span, 1)) {
        if (less(other) <= 0) continue;
        const room = other.seat.delta < 0 ? -other.seat.delta : untilTarget(other);
        const size = Math.min(room, other.most - other.seat.delta, span.seat.delta, excess() / less(other));
        if (size < 1) continue;
        move(span, other, size);
        any = true;
        if (excess() < 1) break;
      }
    }
    return any;
  }

  function untilTarget({ made }: Span): number {
    const main = mainRegion(made);
    return ((allowed[main] ?? 0) - (gap[main] ?? 0)) / (made[main] ?? 1);
  }

  /** What could take its place (sign -1: what it could take the place of), what hurts least first. */
  function insteadOf(own: readonly Span[], span: Span, sign: 1 | -1): Span[] {
    return own
      .filter((other) => other !== span && alike(span, other))
      .sort((one, other) => sign * (dot(gap, one.made) - dot(gap, other.made)));
  }

  /** Takes orders below the smallest trade back; true where there were some. */
  function dropSmall(own: readonly Span[]): boolean {
    const small = own.filter(({ seat }) => seat.delta !== 0 && Math.abs(seat.delta) < minimumTrade);
    for (const span of small) {
      if (span.seat.delta < 0) span.least = 0;
      else span.most = 0;
      const sign = span.seat.delta > 0 ? 1 : -1;
      for (const other of insteadOf(own, span, sign)) {
        const room = sign > 0 ? other.most - other.seat.delta : other.seat.delta - other.least;
        const size = Math.min(room, Math.abs(span.seat.delta));
        if (size <= 0) continue;
        if (sign > 0) move(span, other, size);
        else move(other, span, size);
      }
    }
    return small.length > 0;
  }
}

/**
 * By account, those of one class together (and the mixtures): what may change places with something else there; of what may be
 * bought of one make-up only the seat of the lowest rank.
 */
function accountsOf(
  seats: readonly Seat[],
  exposures: readonly Exposure[],
  phase: number,
  minimumTrade: number,
): Span[][] {
  const placed = exposures.map((made) => made.subarray(assetClasses.length, debtIn(made)).some((share) => share > 0));
  const accounts = new Map<string, { spans: Span[]; bought: Map<number, Span> }>();
  for (const seat of seats) {
    const made = exposures[seat.exposure];
    if (made === undefined || placed[seat.exposure] !== true) continue;
    const sells = seat.sellFrom <= phase && (seat.held >= minimumTrade || seat.delta !== 0);
    if (!sells && !seat.buyable && seat.delta === 0) continue;
    const key = `${seat.account} ${seat.stands}`;
    let own = accounts.get(key);
    if (own === undefined) accounts.set(key, (own = { spans: [], bought: new Map() }));
    const { delta, held, buyable } = seat;
    const span: Span = {
      seat,
      made,
      least: sells ? -held : Math.min(0, delta),
      most: Math.max(0, delta),
    };
    own.spans.push(span);
    const known = own.bought.get(seat.exposure);
    if (buyable && (known === undefined || seat.buyRank < known.seat.buyRank)) own.bought.set(seat.exposure, span);
  }
  return [...accounts.values()].flatMap(({ spans, bought }) => {
    for (const span of bought.values()) span.most = Infinity;
    const own = spans.filter(({ least, most }) => most > least);
    const moves = own.some(({ seat, least }) => seat.delta > least) && own.some(({ seat, most }) => seat.delta < most);
    return moves && own.length > 1 ? [own] : [];
  });
}

/** Whether one may take the other's place without a word to the classes. */
function alike({ seat: one, made }: Span, { seat: other, made: others }: Span): boolean {
  if (one.stands === other.stands && one.stands >= 0) return true;
  let difference = 0;
  for (let at = 0; at < assetClasses.length; at += 1) difference += ((made[at] ?? 0) - (others[at] ?? 0)) ** 2;
  return difference < SAME_CLASSES;
}

function preference({ seat: down }: Span, { seat: up }: Span): number {
  const sold = down.delta > 0 ? TAKEN_BACK : down.sellPreference;
  return sold * (up.delta < 0 ? TAKEN_BACK : up.held > 0 || up.delta > 0 ? 1 : UNFAMILIAR);
}
