import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import type { StressResult } from '../../schemas/risk.ts';
import { EPISODES, returnIn } from './episodes.ts';
import type { Episode } from './episodes.ts';
import { NO_KINDS, partsOf } from './kinds.ts';
import type { KindShares } from './kinds.ts';

/**
 * What a mix would have returned in each episode, held from its first day to its last without trading: sum of weight x
 * class return, nominal. A historical scenario is no forecast (McNeil, Frey and Embrechts, 2nd ed., 2.2.3, scenario-based
 * measures).
 *
 * @param weights shares that sum to 1; cash below zero is a debt, which costs what cash brought
 * @param value of the portfolio, base currency
 * @param kinds what of its class is gold, or a cryptocurrency, and has figures of its own
 */
export function stressTests(
  weights: Record<AssetClass, number>,
  value: number,
  kinds: KindShares = NO_KINDS,
  episodes: readonly Episode[] = EPISODES,
): StressResult[] {
  const parts = assetClasses
    .filter((one) => weights[one] !== 0)
    .flatMap((one) => partsOf(one, kinds).map(([kind, share]) => ({ kind, weight: weights[one] * share })));
  return episodes.map((episode) => {
    const { key, label, returns, source, apart } = episode;
    const returned = parts.reduce((sum, { kind, weight }) => sum + weight * returnIn(episode, kind), 0);
    const assumed = parts.map(({ kind }) => kind).filter((kind) => returns[kind] === undefined);
    const sources = parts.flatMap(({ kind }) => apart[kind] ?? []);
    return {
      key,
      label,
      return: returned,
      change: Math.round(returned * value * 100) / 100,
      assumed,
      source,
      ...(sources.length > 0 && { sources }),
    };
  });
}
