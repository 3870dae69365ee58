import type { Allocation } from '../schemas/analysis.ts';
import { assetClasses } from '../schemas/classification.ts';
import { UNKNOWN } from './look-through.ts';
import type { Mix } from './market-assumptions/mix.ts';

/**
 * What risk and projections are reckoned with: all that is held, at its whole value, and where more is borrowed than lies in
 * cash the debt, as cash below zero. Shares of what is owned, which sum to one; empty where nothing is owned.
 */
export function heldMix({ assetClass }: Allocation): Mix {
  const mix: Mix = {};
  for (const { key, weight } of assetClass) {
    const known = key === UNKNOWN ? UNKNOWN : assetClasses.find((one) => one === key);
    // Only money can be owed; a sale without the shares is not read.
    if (known !== undefined && (weight > 0 || known === 'cash')) mix[known] = weight;
  }
  return mix;
}

/** Whether any asset class of a mix is known. */
export const isKnown = (mix: Mix): boolean => assetClasses.some((key) => (mix[key] ?? 0) > 0);
