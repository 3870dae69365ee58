import { assetClasses } from '../../schemas/classification.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments, LookThrough } from '../look-through.ts';
import type { Holding } from '../valuation.ts';
import { exposureOf } from './exposure.ts';
import type { Exposure } from './exposure.ts';

/** What the holdings are made of: two funds of the same make-up are the same to the exchange. */
export interface MakeUps {
  /** Each once; the first is cash. */
  exposures: Exposure[];
  /** By holding, cash left out: an index into the exposures, and whether all of it is classified and worth something. */
  of: ReadonlyMap<Holding, { exposure: number; tradable: boolean }>;
}

export const CASH_EXPOSURE = 0;
const CASH: LookThrough = { assetClasses: { cash: 1 }, regions: { global: 1 }, sectors: { cash: 1 } };

export function makeUpsOf(holdings: readonly Holding[], instruments: Instruments, withRegions: boolean): MakeUps {
  const exposures: Exposure[] = [];
  const byDigest = new Map<number, number[]>();
  const indexOf = (exposure: Exposure): number => {
    let digest = 0;
    for (const share of exposure) digest = digest * Math.SQRT1_2 + share;
    const alike = byDigest.get(digest) ?? [];
    const known = alike.find((index) => exposures[index]?.every((share, at) => share === exposure[at]));
    if (known !== undefined) return known;
    byDigest.set(digest, [...alike, exposures.length]);
    return exposures.push(exposure) - 1;
  };
  indexOf(exposureOf(CASH, withRegions));
  const of = new Map<Holding, { exposure: number; tradable: boolean }>();
  for (const holding of holdings) {
    if (holding.kind === 'cash') continue;
    const exposure = exposureOf(lookThrough(holding, instruments), withRegions);
    of.set(holding, { exposure: indexOf(exposure), tradable: holding.units > 0 && classified(exposure) > 1 - 1e-6 });
  }
  return { exposures, of };
}

/** The share whose asset class is known. */
export function classified(exposure: Exposure): number {
  let sum = 0;
  for (let at = 0; at < assetClasses.length; at += 1) sum += exposure[at] ?? 0;
  return sum;
}
