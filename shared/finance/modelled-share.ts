import type { Allocation } from '../schemas/analysis.ts';
import { UNKNOWN } from './look-through.ts';

/** Below this share of the portfolio a figure for the rest would be passed off as one for the whole. */
export const ENOUGH = 0.5;

/** Alternatives (cryptocurrencies, partnerships) differ too much from each other to have figures of return and risk. */
const UNMODELLED: readonly string[] = [UNKNOWN, 'alternatives'];

/** Share, 0 to 1, of what is owned (debts left out) whose asset class is known; 0 where nothing is owned. */
export const classifiedShare = (allocation: Allocation): number => shareWithout(allocation, [UNKNOWN]);

/** Share, 0 to 1, of what is owned that is in asset classes with figures of return and risk. */
export const modelledShare = (allocation: Allocation): number => shareWithout(allocation, UNMODELLED);

function shareWithout({ assetClass }: Allocation, left: readonly string[]): number {
  const owned = assetClass.filter(({ weight }) => weight > 0);
  const all = owned.reduce((sum, { weight }) => sum + weight, 0);
  const counted = owned.filter(({ key }) => !left.includes(key)).reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : counted / all;
}
