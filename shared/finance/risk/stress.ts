import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import type { StressResult } from '../../schemas/risk.ts';
import { EPISODES, returnIn } from './episodes.ts';
import type { Episode } from './episodes.ts';

/**
 * What a mix would have returned in each episode, held from its first day to its last without trading: sum of weight x
 * class return, nominal. A historical scenario is no forecast (McNeil, Frey and Embrechts, 2nd ed., 2.2.3, scenario-based
 * measures).
 *
 * @param weights shares that sum to 1; cash below zero is a debt, which costs what cash brought
 * @param value of the portfolio, base currency
 */
export function stressTests(
  weights: Record<AssetClass, number>,
  value: number,
  episodes: readonly Episode[] = EPISODES,
): StressResult[] {
  return episodes.map((episode) => {
    const { key, label, returns, source } = episode;
    const held = assetClasses.filter((one) => weights[one] !== 0);
    const returned = held.reduce((sum, one) => sum + weights[one] * returnIn(episode, one), 0);
    const assumed = held.filter((one) => returns[one] === undefined);
    return { key, label, return: returned, change: Math.round(returned * value * 100) / 100, assumed, source };
  });
}
