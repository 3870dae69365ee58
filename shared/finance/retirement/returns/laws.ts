import { assetClasses } from '../../../schemas/asset-classes.ts';
import type { AssetClass } from '../../../schemas/asset-classes.ts';
import { defaultAssumptions } from '../../market-assumptions/default.ts';
import { arithmeticFromCompound } from '../../market-assumptions/lognormal.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { exp } from '../../random/exponential.ts';
import type { InflationLaw } from './inflation.ts';
import type { Asset, MarketPlan } from '../../../schemas/retirement-plan/market.ts';

/** What the drawn models need of a plan's market: yearly figures, arithmetic, as fractions. */
export interface Laws {
  assets: { name: string; mean: number; volatility: number; real: boolean }[];
  inflation: InflationLaw;
  /** Correlation of two assets' yearly returns by their place; the place after the last is inflation. */
  correlation: (one: number, other: number) => number;
  /** Whether that is a figure of the plan's own, and no default. */
  given: (one: number, other: number) => boolean;
}

const classOf = (name: string): AssetClass | undefined => assetClasses.find((key) => key === name);

/** The figures of a plan's market, the default ones where it gives none of its own. */
export function laws(market: MarketPlan, defaults: MarketAssumptions = defaultAssumptions): Laws {
  const assets = market.assets.map((asset) => {
    const key = classOf(asset.name);
    const known = key === undefined ? undefined : defaults.classes[key];
    const spread = asset.volatility ?? known?.volatility ?? 0;
    const real = asset.basis === 'real' && asset.mean !== undefined;
    if (asset.mean === undefined) return { name: asset.name, mean: known?.mean ?? 0, volatility: spread, real };
    return { name: asset.name, ...yearly(asset.mean, asset.kind, spread), real };
  });
  const { mean = defaults.inflation.mean, volatility = 0, persistence = 0 } = market.inflation ?? {};
  const names = [...assets.map((asset) => asset.name), 'inflation'];
  const pairs = new Map<string, number>();
  for (const { between, value } of market.correlations) pairs.set(between.toSorted().join('\n'), value);
  const ownPair = (row: number, column: number): number | undefined =>
    pairs.get([names[row] ?? '', names[column] ?? ''].sort().join('\n'));
  const known = (row: number, column: number): number => {
    const [first, second] = [classOf(names[row] ?? ''), classOf(names[column] ?? '')];
    if (first !== undefined && second !== undefined) return defaults.correlation(first, second);
    // The default correlations with inflation are those of nominal returns.
    const asset = assets[Math.min(row, column)];
    const key = Math.max(row, column) === assets.length && asset?.real === false ? (first ?? second) : undefined;
    return key === undefined ? 0 : (defaults.inflation.correlation?.[key] ?? 0);
  };
  return {
    assets,
    inflation: { mean, volatility, persistence },
    correlation: (row, column) => (row === column ? 1 : (ownPair(row, column) ?? known(row, column))),
    given: (row, column) => ownPair(row, column) !== undefined,
  };
}

/**
 * Arithmetic mean and standard deviation of a yearly return. Continuous: growth over a year is lognormal with log mean
 * mu - sigma^2 / 2 and log variance sigma^2, so its mean is e^mu and its relative variance e^(sigma^2) - 1.
 */
function yearly(mean: number, kind: Asset['kind'], volatility: number): { mean: number; volatility: number } {
  switch (kind) {
    case 'arithmetic':
      return { mean, volatility };
    case 'compound':
      return { mean: arithmeticFromCompound(mean, volatility), volatility };
    case 'continuous':
      return { mean: exp(mean) - 1, volatility: exp(mean) * Math.sqrt(exp(volatility * volatility) - 1) };
  }
}

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
