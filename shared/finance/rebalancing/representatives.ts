import { assetClasses, regions } from '../../schemas/classification.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments, LookThrough } from '../look-through.ts';
import type { Holding } from '../valuation.ts';
import { PURE } from './exposure.ts';

/** Whether a fund is mostly municipal bonds, whose lower yield pays for a tax exemption that a tax-advantaged account wastes. */
export function isMunicipal(holding: Holding, instruments: Instruments): boolean {
  return (lookThrough(holding, instruments).sectors.municipal_bonds ?? 0) >= 0.5;
}

/**
 * Of each asset class (and region of stocks, and stocks of several regions), the exchange-traded fund that the person holds
 * most of: what may be bought in any account. Mutual funds stay where they are, for other brokers and plans may not sell them.
 *
 * @param holdings largest first
 */
export function representatives(
  holdings: readonly Holding[],
  instruments: Instruments,
  withRegions: boolean,
): Set<Holding> {
  const funds = holdings.filter(({ symbol }) => instruments.get(symbol)?.type === 'etf');
  const chosen = new Set<Holding>();
  const choose = (shareIn: (seen: LookThrough) => number) => {
    const best = funds.find((holding) => shareIn(lookThrough(holding, instruments)) >= PURE);
    if (best !== undefined) chosen.add(best);
  };
  for (const key of assetClasses) choose(({ assetClasses: classes }) => classes[key] ?? 0);
  if (withRegions) {
    for (const key of regions) {
      choose(({ assetClasses: classes, regions: places }) => Math.min(classes.equity ?? 0, places[key] ?? 0));
    }
    choose(({ assetClasses: classes, regions: places }) => {
      const several = Object.values(places).every((share) => share < PURE);
      return several ? (classes.equity ?? 0) : 0;
    });
  }
  return chosen;
}
