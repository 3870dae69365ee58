import { assetClasses } from '../../../schemas/classification.ts';
import type { AssetClass } from '../../../schemas/classification.ts';
import { defaultAssumptions } from '../../market-assumptions/default.ts';
import { arithmeticFromCompound } from '../../market-assumptions/lognormal.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import type { MarketPlan } from '../plan/market.ts';

/** What the drawn models need of a plan's market: yearly figures, arithmetic, as fractions. */
export interface Laws {
  assets: { name: string; mean: number; volatility: number; real: boolean }[];
  inflation: { mean: number; volatility: number; persistence: number };
  /** Correlation of two assets by their place; the place after the last is inflation. */
  correlation: (one: number, other: number) => number;
}

const classOf = (name: string): AssetClass | undefined => assetClasses.find((key) => key === name);

/** The figures of a plan's market, the default ones where it gives none of its own. */
export function laws(market: MarketPlan, defaults: MarketAssumptions = defaultAssumptions): Laws {
  const assets = market.assets.map((asset) => {
    const key = classOf(asset.name);
    const known = key === undefined ? undefined : defaults.classes[key];
    const volatility = asset.volatility ?? known?.volatility ?? 0;
    const real = asset.basis === 'real' && asset.mean !== undefined;
    const given = asset.mean === undefined ? undefined : arithmetic(asset.mean, asset.kind, volatility);
    return { name: asset.name, mean: given ?? known?.mean ?? 0, volatility, real };
  });
  const { mean = defaults.inflation.mean, volatility = 0, persistence = 0 } = market.inflation ?? {};
  const names = [...assets.map((asset) => asset.name), 'inflation'];
  const pairs = new Map<string, number>();
  for (const { between, value } of market.correlations) pairs.set(between.toSorted().join('\n'), value);
  return {
    assets,
    inflation: { mean, volatility, persistence },
    correlation: (row, column) => {
      const [one = '', other = ''] = [names[row], names[column]];
      const [first, second] = [classOf(one), classOf(other)];
      const known = first !== undefined && second !== undefined ? defaults.correlation(first, second) : 0;
      return one === other ? 1 : (pairs.get([one, other].sort().join('\n')) ?? known);
    },
  };
}

const arithmetic = (mean: number, kind: 'arithmetic' | 'compound', volatility: number): number =>
  kind === 'compound' ? arithmeticFromCompound(mean, volatility) : mean;

/** Expected yearly return (arithmetic) and volatility of a mix, by the plan's own figures: sqrt(w' V w). */
export function mixLaw(
  { assets, correlation }: Laws,
  weights: readonly number[],
): { mean: number; volatility: number } {
  let mean = 0;
  let variance = 0;
  assets.forEach((one, row) => {
    mean += (weights[row] ?? 0) * one.mean;
    assets.forEach((other, column) => {
      const pair = (weights[row] ?? 0) * (weights[column] ?? 0) * correlation(row, column);
      variance += pair * one.volatility * other.volatility;
    });
  });
  return { mean, volatility: Math.sqrt(Math.max(0, variance)) };
}
