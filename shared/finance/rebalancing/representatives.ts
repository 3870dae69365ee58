import { assetClasses, regions } from '../../schemas/classification.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments, LookThrough } from '../look-through.ts';
import type { Holding } from '../valuation.ts';
import { PURE } from './exposure.ts';
import type { MakeUps } from './make-ups.ts';

/** Whether a fund is mostly municipal bonds, whose lower yield pays for a tax exemption that a tax-advantaged account wastes. */
export function isMunicipal(holding: Holding, instruments: Instruments): boolean {
  return (lookThrough(holding, instruments).sectors.municipal_bonds ?? 0) >= 0.5;
}

/**
 * Of each asset class (and region of stocks, and stocks of several regions), the exchange-traded fund that the person holds
 * most of: what may be bought in any account. Mutual funds stay where they are, for other brokers and plans may not sell them.
 *
 * @param makeUps of the holdings, largest first
 * @param suits of a fund that would be chosen
 */
export function representatives(
  { of }: MakeUps,
  instruments: Instruments,
  withRegions: boolean,
  suits: (holding: Holding) => boolean = () => true,
): Set<Holding> {
  const wanted: ((seen: LookThrough) => number)[] = assetClasses.map((key) => (seen) => seen.assetClasses[key] ?? 0);
  if (withRegions) {
    for (const key of regions) {
      wanted.push(({ assetClasses: classes, regions: places }) => Math.min(classes.equity ?? 0, places[key] ?? 0));
    }
    wanted.push(({ assetClasses: classes, regions: places }) => {
      const several = Object.values(places).every((share) => share < PURE);
      return several ? (classes.equity ?? 0) : 0;
    });
  }
  const chosen = new Map<number, Holding>();
  let open = [...wanted.entries()];
  // What one fund of a make-up does not stand for, no other of it does.
  const barren = new Set<number>();
  for (const [holding, { exposure, tradable }] of of) {
    if (open.length === 0) break;
    if (!tradable || barren.has(exposure) || instruments.get(holding.symbol)?.type !== 'etf') continue;
    const seen = lookThrough(holding, instruments);
    const found = open.filter(([, shareIn]) => shareIn(seen) >= PURE);
    if (found.length === 0) barren.add(exposure);
    if (found.length === 0 || !suits(holding)) continue;
    for (const [index] of found) chosen.set(index, holding);
    open = open.filter(([index]) => !chosen.has(index));
  }
  return new Set([...chosen].sort(([one], [other]) => one - other).map(([, holding]) => holding));
}
