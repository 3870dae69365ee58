import { assetClasses } from '../../schemas/classification.ts';
import { saleable } from './exchange.ts';
import type { ExchangeOptions, Seat } from './exchange.ts';
import { dot } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** Relays between so many pairs of accounts are more than a person would carry out. */
const MOST_RELAYS = 50;

interface Leg {
  from: Seat;
  to: Seat;
  /** Money. */
  size: number;
}

/**
 * Where what is above target and the only place that can hold what is below lie in different accounts, a third class
 * carries it: cash buys stocks here while stocks become bonds there (asset location). Only a class that was not below its
 * target to begin with may carry, and no class is moved past its target. Changes `gap` and the seats' deltas.
 *
 * @param short by asset class: whether it was below its target before any trade
 */
export function relay(
  seats: readonly Seat[],
  exposures: readonly Exposure[],
  gap: Exposure,
  short: readonly boolean[],
  { phase, minimumTrade, done }: ExchangeOptions,
): void {
  const accounts = [...Map.groupBy(seats, ({ account }) => account).values()].map((own) => classesOf(own, phase));
  for (let count = 0; count < MOST_RELAYS && !done(); count += 1) {
    const found = largest();
    if (found === null) return;
    for (const { from, to, size } of found.legs) {
      from.delta -= size;
      to.delta += size;
    }
    const moved = sumOf(found.legs);
    for (let index = 0; index < gap.length; index += 1) gap[index] = (gap[index] ?? 0) + (moved[index] ?? 0);
  }

  function largest(): { legs: Leg[]; size: number } | null {
    let best: ReturnType<typeof largest> = null;
    for (const over of classesWhere((value) => value >= minimumTrade)) {
      for (const under of classesWhere((value) => -value >= minimumTrade)) {
        for (const carrier of assetClasses.keys()) {
          if (carrier === over || carrier === under || short[carrier] === true) continue;
          const limit = Math.min(gap[over] ?? 0, -(gap[under] ?? 0));
          const [first, second] = [widest(over, carrier, limit), widest(carrier, under, limit)];
          if (first === null || second === null || first.from.account === second.from.account) continue;
          const moved = sumOf([first, second]);
          const helps = -dot(gap, moved) / Math.max(1e-9, dot(moved, moved));
          const most = Math.min(helps, limit, available(first.from), available(second.from));
          const legs = [first, second].map((leg) => ({ ...leg, size: saleable(leg.from, most) }));
          const size = Math.min(...legs.map((leg) => leg.size));
          if (size >= minimumTrade && size > (best?.size ?? 0)) best = { legs, size };
        }
      }
    }
    return best;
  }

  function classesWhere(holds: (value: number) => boolean): number[] {
    return [...assetClasses.keys()].filter((index) => holds(gap[index] ?? 0));
  }

  /** Of the accounts in which one class can become another, the most there is to sell (of which a share is not above the limit). */
  function widest(sold: number, bought: number, limit: number): Leg | null {
    let best: Leg | null = null;
    for (const { sellers, buyers } of accounts) {
      const to = buyers[bought];
      if (to === undefined) continue;
      for (const from of sellers[sold] ?? []) {
        const lead = available(from) * from.sellPreference;
        if (saleable(from, limit) <= 0) continue;
        if (lead > (best === null ? 0 : available(best.from) * best.from.sellPreference)) best = { from, to, size: 1 };
      }
    }
    return best;
  }

  /** What the legs change, as a vector. */
  function sumOf(legs: readonly Leg[]): Exposure {
    const moved = new Float64Array(gap.length);
    for (const { from, to, size } of legs) {
      for (let index = 0; index < moved.length; index += 1) {
        const share = (exposures[to.exposure]?.[index] ?? 0) - (exposures[from.exposure]?.[index] ?? 0);
        moved[index] = (moved[index] ?? 0) + share * size;
      }
    }
    return moved;
  }
}

/** An account's seats by the class they stand for: what may be sold, and what is best bought. */
function classesOf(own: readonly Seat[], phase: number): { sellers: Seat[][]; buyers: (Seat | undefined)[] } {
  const sellers: Seat[][] = assetClasses.map(() => []);
  const buyers: (Seat | undefined)[] = assetClasses.map(() => undefined);
  for (const seat of own) {
    if (seat.stands < 0) continue;
    if (seat.sellFrom <= phase) sellers[seat.stands]?.push(seat);
    const known = buyers[seat.stands];
    if (seat.buyable && (known === undefined || seat.buyRank < known.buyRank)) buyers[seat.stands] = seat;
  }
  return { sellers, buyers };
}

function available(seat: Seat): number {
  return seat.held + seat.delta;
}
