import { assetClasses } from '../../schemas/classification.ts';
import { movable } from './exchange.ts';
import type { ExchangeOptions, Seat } from './exchange.ts';
import { debtIn, dot } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** Relays between so many pairs of accounts are more than a person would carry out. */
const MOST_RELAYS = 50;

interface Leg {
  from: Seat;
  to: Seat;
  /** Money. */
  size: number;
}

interface Relay {
  legs: Leg[];
  size: number;
}

const CASH = assetClasses.indexOf('cash');

/**
 * Where what is above target and the only place that can hold what is below lie in different accounts, a third class
 * carries it: cash buys stocks here while stocks become bonds there (asset location). Only a class that was not below its
 * target to begin with may carry, and no class is moved past its target. A loan is such a place too, for only what its own
 * account sells repays it: bonds become stocks here while stocks repay there, and any class may carry. Changes `gap` and the seats' deltas; false where nothing was moved.
 *
 * @param short by asset class: whether it was below its target before any trade
 */
export function relay(
  seats: readonly Seat[],
  exposures: readonly Exposure[],
  gap: Exposure,
  short: readonly boolean[],
  { phase, minimumTrade, done }: ExchangeOptions,
): boolean {
  const accounts = [...Map.groupBy(seats, ({ account }) => account).values()].map((own) => classesOf(own, phase));
  const debt = debtIn(gap);
  for (let count = 0; count < MOST_RELAYS && !done(); count += 1) {
    const found = largest();
    if (found === null) return count > 0;
    for (const { from, to, size } of found.legs) {
      from.delta -= size;
      to.delta += size;
    }
    const moved = sumOf(found.legs);
    for (let index = 0; index < gap.length; index += 1) gap[index] = (gap[index] ?? 0) + (moved[index] ?? 0);
  }
  return true;

  function largest(): Relay | null {
    let best: Relay | null = null;
    for (const over of classesWhere((value) => value >= minimumTrade)) {
      const owed = over !== CASH && owing() >= minimumTrade ? [debt] : [];
      for (const under of [...classesWhere((value) => -value >= minimumTrade), ...owed]) {
        for (const carrier of assetClasses.keys()) {
          if (carrier === over || carrier === under || (short[carrier] === true && under !== debt)) continue;
          const limit = Math.min(gap[over] ?? 0, under === debt ? owing() : -(gap[under] ?? 0));
          best = larger(best, widest(over, carrier, limit), widest(carrier, under, limit), limit);
        }
      }
    }
    return best ?? ofMixtures();
  }

  /** A balanced fund repays a loan elsewhere where no fund of a class does. */
  function ofMixtures(): Relay | null {
    let best: Relay | null = null;
    const limit = owing();
    if (limit < minimumTrade) return best;
    for (const carrier of assetClasses.keys()) {
      const second = widest(carrier, debt, limit);
      if (second === null) continue;
      for (const { mixtures, buyers } of accounts) {
        const to = buyers[carrier];
        if (to === undefined) continue;
        for (const from of mixtures) best = larger(best, { from, to, size: 1 }, second, limit);
      }
    }
    return best;
  }

  /** The relay of both legs, as much of it as helps, where it is the larger one. */
  function larger(best: Relay | null, first: Leg | null, second: Leg | null, limit: number): Relay | null {
    if (first === null || second === null || first.from.account === second.from.account) return best;
    const moved = sumOf([first, second]);
    const helps = -dot(gap, moved) / Math.max(1e-9, dot(moved, moved));
    const most = Math.min(helps, limit, available(first), available(second));
    const legs = [first, second].map((leg) => ({ ...leg, size: movable(leg.from, leg.to, most, minimumTrade) }));
    const size = Math.min(...legs.map((leg) => leg.size));
    return size >= minimumTrade && size > (best?.size ?? 0) ? { legs, size } : best;
  }

  function classesWhere(holds: (value: number) => boolean): number[] {
    return [...assetClasses.keys()].filter((index) => holds(gap[index] ?? 0));
  }

  /** What is owed and not made up for by cash that lies elsewhere: in weights the two are one. */
  function owing(): number {
    return -(gap[debt] ?? 0) - Math.max(0, gap[CASH] ?? 0);
  }

  /** Of the accounts in which one class can become another, the most there is to sell (of which a share is not above the limit). */
  function widest(sold: number, bought: number, limit: number): Leg | null {
    let best: Leg | null = null;
    let most = 0;
    for (const { sellers, buyers, loan } of accounts) {
      const to = bought === debt ? loan : buyers[bought];
      if (to === undefined) continue;
      for (const from of sellers[sold] ?? []) {
        const leg = { from, to, size: 1 };
        const lead = available(leg) * from.sellPreference;
        if (lead > most && movable(from, to, limit, minimumTrade) > 0) [best, most] = [leg, lead];
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

/** An account's seats by the class they stand for: what may be sold, what is best bought, and what it owes. */
function classesOf(own: readonly Seat[], phase: number) {
  const sellers: Seat[][] = assetClasses.map(() => []);
  const buyers: (Seat | undefined)[] = assetClasses.map(() => undefined);
  const mixtures: Seat[] = [];
  for (const seat of own) {
    if (seat.stands < 0 && seat.sellFrom <= phase) mixtures.push(seat);
    if (seat.stands < 0) continue;
    if (seat.sellFrom <= phase) sellers[seat.stands]?.push(seat);
    const known = buyers[seat.stands];
    if (seat.buyable && (known === undefined || seat.buyRank < known.buyRank)) buyers[seat.stands] = seat;
  }
  return { sellers, mixtures, buyers, loan: own.find(({ debt }) => debt > 0) };
}

/** What there is to sell, and still to repay. */
function available({ from, to }: Leg): number {
  return Math.min(from.held + from.delta, to.debt > 0 ? to.debt - to.delta : Infinity);
}
