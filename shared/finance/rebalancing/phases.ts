import { assetClasses } from '../../schemas/classification.ts';
import { buyNothingInDebt, giveBack, mayBuyAgain } from './debts.ts';
import { exchange } from './exchange.ts';
import { debtIn, helpsRegions, onlyClasses, pastRegions } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { relay } from './relay.ts';
import { mixRegions } from './region-mix.ts';
import { PHASES } from './sale-order.ts';
import type { Board } from './seats.ts';

/** What repays a loan lets its account buy, which may be what another loan waits for. */
const MOST_ROUNDS = 20;

export interface PhaseOptions {
  /** Units. */
  minimumTrade: number;
  onlyNewMoney: boolean;
  /** Whether a weight is outside its band where so much is held. */
  drifted: (held: Exposure) => boolean;
  /** Whether a region's is: classes out of reach are no reason to pay taxes for regions. */
  regionsDrifted: (held: Exposure) => boolean;
  /** Whether stocks of regions that are short are kept for the classes' sake too, until no other sale reaches the classes. */
  spareRegions?: boolean;
  /** Asked before each step: is it known what is to be known? */
  enough?: () => boolean;
}

/**
 * What to buy and sell on the way to a target: cash first, then inside tax-advantaged accounts, and while a weight is outside its
 * band what is sold without a gain, what is taxed, and what gain is not known of. Changes the places' deltas, which may stand at trades decided
 * before; gives how far from the target that leaves.
 */
export function tradeInPhases(
  { places, exposures, held, debts }: Board,
  target: Exposure,
  { minimumTrade, onlyNewMoney, drifted, regionsDrifted, spareRegions = false, enough = () => false }: PhaseOptions,
): Exposure {
  const gap = held.map((value, index) => value - (target[index] ?? 0));
  const short = assetClasses.map((_, index) => (gap[index] ?? 0) < -minimumTrade);
  const withRegions = debtIn(gap) > assetClasses.length;
  const classes = withRegions ? exposures.map(onlyClasses) : exposures;
  const allowed = pastRegions(held, target);
  // What is kept may be bought, and is sold only once nothing else is left to sell.
  const helps = spareRegions ? exposures.map(helpsRegions(held, target)) : [];
  const sparing = places
    .filter(({ exposure }) => helps[exposure] === false)
    .map((place) => ({ place, sellFrom: place.sellFrom }));
  for (const { place } of sparing) place.sellFrom = PHASES.never;
  const onceRepaid = buyNothingInDebt({ places, debts }, minimumTrade);
  countTrades();
  const inBands = () => enough() || !drifted(gap.map((value, index) => value + (target[index] ?? 0)));
  trade(PHASES.cash, enough);
  if (!onlyNewMoney) {
    sellInTurn();
    if (sparing.length > 0) {
      for (const { place, sellFrom } of sparing) place.sellFrom = sellFrom;
      sellInTurn();
    }
  }
  giveBack(onceRepaid);
  return gap;

  function sellInTurn(): void {
    trade(PHASES.taxAdvantaged, enough);
    trade(PHASES.withoutGain, inBands);
    trade(PHASES.taxed, inBands);
    if (places.some(({ sellFrom }) => sellFrom === PHASES.unknownGain)) trade(PHASES.unknownGain, inBands);
  }

  function trade(phase: number, done: () => boolean): void {
    const step = { phase, minimumTrade, done, unplaced: onlyNewMoney };
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      exchange(places, classes, gap, step);
      const relayed = !onlyNewMoney && relay(places, classes, gap, short, step);
      const repaid = onceRepaid.size > 0 && mayBuyAgain(places, onceRepaid, minimumTrade);
      if (!repaid && !(relayed && debts.size > 0)) break;
    }
    if (!withRegions) return;
    // The classes were moved without a look at the regions.
    countTrades();
    const taxes = phase > PHASES.taxAdvantaged;
    const mixed = () => enough() || (taxes && !regionsDrifted(gap.map((value, index) => value + (target[index] ?? 0))));
    mixRegions(places, exposures, gap, allowed, { ...step, done: mixed });
  }

  /** The gap that the trades so far leave. */
  function countTrades(): void {
    gap.set(held.map((value, index) => value - (target[index] ?? 0)));
    for (const { exposure, delta } of places) {
      if (delta === 0) continue;
      exposures[exposure]?.forEach((share, index) => (gap[index] = (gap[index] ?? 0) + share * delta));
    }
  }
}
