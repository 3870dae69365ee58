import { solve as cheapest } from 'yalps';
import type { Constraint } from 'yalps';
import { assetClasses } from '../../schemas/classification.ts';
import { debtIn, mainRegion, pastRegions, REGION_WEIGHT } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { CASH_EXPOSURE } from './make-ups.ts';
import { PHASES } from './sale-order.ts';
import type { Board, Place } from './seats.ts';

/** With more places it takes longer than the plan itself. */
const MANY = 150;
/** Of the whole: below it a number is floating error. */
const HAIR = 1e-9;
/** Of the linear program, which has no end where equal steps go round in circles. */
const MOST_PIVOTS = 2000;
/** Rounds in which trades below the smallest one are given up. */
const MOST_ROUNDS = 6;

/**
 * What a unit of money costs, each far above the next: a class off its target (or outside its band), a region outside its band, a sale
 * that is taxed, one that is not, and last what is within a band. What is moved at no tax costs next to nothing: of equal trades the fewest.
 */
const COSTS = {
  classOff: 2000,
  pastRegion: 800,
  regionOutside: 100,
  unknownGain: 40,
  taxed: { outside: 5, within: 0.5 },
  /** By the unit of gain. */
  gain: 30,
  withoutGain: 3,
  within: { outside: 1, within: 10 },
  moved: 0.02,
} as const;

/** Whether gains are realized for what is outside its band alone, or as far as it costs little for what is within. */
export type Together = 'outside' | 'within';

export interface TogetherOptions {
  taxedFor: Together;
  /** Units. */
  minimumTrade: number;
  /** How far each thing may be from its aim at little cost, money; of classes 0 where they are to be reached. */
  bands: Exposure;
}

/** What may be sold or bought of a place. */
interface Choice {
  place: Place;
  sign: 1 | -1;
}

/** Whether trades for all accounts at once are looked for: not where there are too many places, nor where an account owes. */
export function canTradeTogether({ places, debts }: Board): boolean {
  return places.length <= MANY && debts.size === 0;
}

/**
 * Trades for all accounts at once: a linear program of what is sold and bought in each, that looks for the classes first, then the
 * regions, then the least taxed gain, where the phases decide account by account and may spend on one aim what only it could do for
 * another. In parts of shares, and by the house's rules: no money moves between accounts, a fund of one class is sold where that is above its
 * target and bought where it is below (or for another of the class), no more of a mixture is sold than its main class is too much, none is bought. Sets
 * the places' deltas; false where it finds none.
 */
export function tradeTogether(
  { places, exposures, held, whole }: Board,
  aim: Exposure,
  options: TogetherOptions,
): boolean {
  const gap = held.map((value, at) => (value - (aim[at] ?? 0)) / whole);
  const least = options.minimumTrade / whole;
  const dropped = new Set<Place>();
  const allowed = pastRegions(held, aim);
  /** Regions that a fund is mostly of: none is bought past it. */
  const mains = new Set(
    candidates().flatMap(({ place: { stands, exposure }, sign }) =>
      sign > 0 && stands >= 0 ? [mainRegion(exposures[exposure] ?? gap)] : [],
    ),
  );
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const deltas = solve();
    if (deltas === null) return false;
    const small = [...deltas].filter(([, delta]) => Math.abs(delta) < least - 1e-9);
    if (small.length === 0) return take(deltas);
    for (const [place] of small) dropped.add(place);
  }
  return false;

  function solve(): Map<Place, number> | null {
    const variables: [Choice | null, Map<string, number>][] = [];
    const constraints = new Map<string, Constraint>();
    const targets = targetRows(variables, constraints);
    for (const { place, sign } of candidates()) {
      const { account, stands, exposure, held: money } = place;
      const made = exposures[exposure] ?? gap;
      const adds = new Map([['cost', costOf(place, sign, options.taxedFor)]]);
      const limit = (name: string, most: number, amount: number): void => {
        constraints.set(name, { max: most });
        adds.set(name, amount);
      };
      for (const at of targets) {
        adds.set(`target ${String(at)}`, sign * ((made[at] ?? 0) - (exposures[CASH_EXPOSURE]?.[at] ?? 0)));
      }
      const cash = places.find((one) => one.account === account && one.holding === null);
      const isKept = cash?.sellFrom === PHASES.never && cash.debt === 0;
      limit(`pays ${String(account)}`, isKept ? 0 : (cash?.held ?? 0) / whole, sign);
      if (stands >= 0) {
        const short = (gap[stands] ?? 0) <= 1e-9;
        limit(`net ${String(account)} ${String(stands)}`, 0, short ? -sign : sign);
      } else {
        const main = mainClass(made);
        limit(`mixture ${String(main)}`, Math.max(0, gap[main] ?? 0), made[main] ?? 0);
      }
      if (sign < 0) limit(`held ${String(places.indexOf(place))}`, money / whole, 1);
      variables.push([{ place, sign }, adds]);
    }
    const found = cheapest(
      { direction: 'minimize', objective: 'cost', constraints, variables },
      { precision: HAIR, maxPivots: MOST_PIVOTS },
    );
    if (found.status !== 'optimal') return null;
    const deltas = new Map<Place, number>();
    for (const [choice, amount] of found.variables) {
      if (choice === null) continue;
      const delta = (deltas.get(choice.place) ?? 0) + choice.sign * amount;
      if (Math.abs(delta) > HAIR) deltas.set(choice.place, delta);
      else deltas.delete(choice.place);
    }
    return deltas;
  }

  /** A row for each class and region: what it is too much or too little, within its band and outside. */
  function targetRows(
    variables: [Choice | null, Map<string, number>][],
    constraints: Map<string, Constraint>,
  ): number[] {
    const rows: number[] = [];
    for (let at = 0; at < debtIn(gap); at += 1) {
      const row = `target ${String(at)}`;
      rows.push(at);
      constraints.set(row, { equal: -(gap[at] ?? 0) });
      const isClass = at < assetClasses.length;
      const weight = isClass ? 1 : 1 / REGION_WEIGHT;
      const outside = (isClass ? COSTS.classOff : COSTS.regionOutside) * weight;
      const band = (options.bands[at] ?? 0) / whole;
      const past = mains.has(at) ? (allowed[at] ?? 0) / whole : Infinity;
      // A column that lessens the row is what the class or region is left with too much, one that adds to it what it is short of.
      for (const side of [1, -1]) {
        const most = side < 0 ? past : Infinity;
        const miss = (cost: number, span: number): void => {
          const adds = new Map([
            ['cost', cost],
            [row, side],
          ]);
          if (span < Infinity) {
            const name = `${row} ${String(side)} ${String(cost)}`;
            constraints.set(name, { max: span });
            adds.set(name, 1);
          }
          variables.push([null, adds]);
        };
        miss(most < Infinity ? COSTS.pastRegion * weight : outside, Infinity);
        miss(COSTS.within[options.taxedFor] * weight, Math.min(band, most));
        if (most > band && most < Infinity) miss(outside, most - band);
      }
    }
    return rows;
  }

  /** What may be sold, and of each make-up in an account the fund that would be bought. */
  function candidates(): Choice[] {
    const sales = places.filter(
      ({ holding, sellFrom, held: money }) =>
        holding !== null && sellFrom !== PHASES.never && money >= options.minimumTrade,
    );
    const purchases = new Map<string, Place>();
    for (const place of places) {
      const { holding, buyable, stands, account, exposure, buyRank } = place;
      if (holding === null || !buyable || stands < 0 || dropped.has(place)) continue;
      const key = `${String(account)} ${String(exposure)}`;
      const known = purchases.get(key);
      if (known === undefined || buyRank < known.buyRank) purchases.set(key, place);
    }
    return [
      ...sales.filter((place) => !dropped.has(place)).map((place) => ({ place, sign: -1 as const })),
      ...[...purchases.values()].map((place) => ({ place, sign: 1 as const })),
    ];
  }

  /** Sales in whole shares, all that is left, or parts; what that brings more or less is the account's largest purchase's. */
  function take(deltas: ReadonlyMap<Place, number>): boolean {
    for (const [account, own] of Map.groupBy(deltas, ([place]) => place.account)) {
      let meant = 0;
      let made = 0;
      let largest: Place | undefined;
      for (const [place, share] of own) {
        const { grain, held: most } = place;
        const money = share * whole;
        const isAll = -money >= most - Math.max(1, grain / 2);
        place.delta = money >= 0 ? money : isAll ? -most : grain > 0 ? Math.round(money / grain) * grain : money;
        meant += money;
        made += place.delta;
        if (place.delta > (largest?.delta ?? 0)) largest = place;
      }
      if (largest !== undefined) {
        const paid = Math.max(0, largest.delta + meant - made);
        made += paid - largest.delta;
        largest.delta = paid;
      }
      const cash = places.find((place) => place.account === account && place.holding === null);
      if (cash !== undefined) cash.delta = -made;
    }
    return deltas.size > 0;
  }
}

function costOf({ sellFrom, sellPreference, gain, held, buyRank }: Place, sign: 1 | -1, taxedFor: Together): number {
  if (sign > 0) return COSTS.moved * (held > 0 ? 1 : 1.5) + COSTS.moved * Math.min(1, buyRank / 10);
  const moved = COSTS.moved / sellPreference;
  if (sellFrom === PHASES.unknownGain) return moved + COSTS.unknownGain;
  if (sellFrom === PHASES.taxed) return moved + COSTS.taxed[taxedFor] + (COSTS.gain * (gain ?? held)) / held;
  return moved + (sellFrom === PHASES.withoutGain ? COSTS.withoutGain : 0);
}

function mainClass(made: Exposure): number {
  let main = 0;
  for (let at = 1; at < assetClasses.length; at += 1) if ((made[at] ?? 0) > (made[main] ?? 0)) main = at;
  return main;
}
