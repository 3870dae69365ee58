import { assetClasses } from '../../schemas/classification.ts';
import type { Exposure } from './exposure.ts';
import { PHASES } from './sale-order.ts';
import type { Board, Place } from './seats.ts';
import { mixRegions } from './region-mix.ts';

const EQUITY = assetClasses.indexOf('equity');
/** Money that is divided, units. */
const AMOUNT = 1e9;
/** A hundredth of a point. */
const STEP = AMOUNT / 1e4;

/**
 * What stocks would be made of that come as near to the regions aimed for as the funds that may be bought allow, were all money free
 * to move: an exposure of one unit. Null where no fund of stocks may be bought, or none is aimed for.
 *
 * @param aim money by class and region
 */
export function nearestMix({ places, exposures }: Board, aim: Exposure): Exposure | null {
  const wanted = aim[EQUITY] ?? 0;
  const byMakeUp = new Map<number, Place>();
  for (const place of places) if (place.buyable && place.stands === EQUITY) byMakeUp.set(place.exposure, place);
  const funds = [...byMakeUp.values()].map((place) => ({ ...place, account: 0, held: 0, delta: 0, grain: 0 }));
  const [first] = funds;
  if (first === undefined || wanted <= 0) return null;
  first.held = AMOUNT;
  first.sellFrom = PHASES.cash;
  const target = aim.map((value, at) => (at === EQUITY || at >= assetClasses.length ? (value / wanted) * AMOUNT : 0));
  const held = exposures[first.exposure]?.map((share) => share * AMOUNT) ?? target;
  const gap = held.map((value, at) => value - (target[at] ?? 0));
  const anywhere = gap.map(() => Infinity);
  mixRegions(funds, exposures, gap, anywhere, { phase: PHASES.cash, minimumTrade: STEP, done: () => false });
  return gap.map((value, at) => (value + (target[at] ?? 0)) / AMOUNT);
}
