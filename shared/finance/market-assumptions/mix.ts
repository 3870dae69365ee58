import { InvalidInputError } from '../../errors.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import type { MarketAssumptions } from './model.ts';

/** Shares of a portfolio by asset class; `unknown` is what has no classification. Need not sum to one. */
export type Mix = Partial<Record<AssetClass | 'unknown', number>>;

/** A mix that sums to one over the known classes, and the share that was unknown. */
export interface NormalizedMix {
  weights: Record<AssetClass, number>;
  unknown: number;
}

/**
 * Scales a mix to one, spreading the unknown share over the known classes in proportion (which says: what we do not know
 * is like what we know). Throws InvalidInputError for a negative or infinite share, or when nothing is known.
 */
export function normalizeMix(mix: Mix): NormalizedMix {
  const problems = Object.entries(mix)
    .filter(([, share]) => !(share >= 0 && share < Infinity))
    .map(([key]) => ({ path: `mix.${key}`, message: 'must be a share of zero or more' }));
  if (problems.length > 0) throw new InvalidInputError('The mix has shares that are not shares.', problems);
  const known = assetClasses.reduce((sum, key) => sum + (mix[key] ?? 0), 0);
  if (!(known > 0)) {
    throw new InvalidInputError('No part of the portfolio has a known asset class, so there is nothing to simulate.', [
      { path: 'mix', message: 'needs at least one known asset class' },
    ]);
  }
  const share = (key: AssetClass): number => (mix[key] ?? 0) / known;
  return {
    weights: {
      equity: share('equity'),
      fixed_income: share('fixed_income'),
      real_estate: share('real_estate'),
      commodities: share('commodities'),
      cash: share('cash'),
      alternatives: share('alternatives'),
    },
    unknown: (mix.unknown ?? 0) / (known + (mix.unknown ?? 0)),
  };
}

/**
 * Expected yearly return (arithmetic) and volatility of a mix that is rebalanced every year, nominal fractions:
 * sum w m, and sqrt(sum sum w w v v rho). Markowitz, Journal of Finance 7(1), 1952.
 */
export function mixMoments(weights: Record<AssetClass, number>, assumptions: MarketAssumptions) {
  let mean = 0;
  let variance = 0;
  for (const one of assetClasses) {
    mean += weights[one] * assumptions.classes[one].mean;
    for (const other of assetClasses) {
      const rho = one === other ? 1 : assumptions.correlation(one, other);
      variance +=
        weights[one] *
        weights[other] *
        assumptions.classes[one].volatility *
        assumptions.classes[other].volatility *
        rho;
    }
  }
  return { mean, volatility: Math.sqrt(Math.max(0, variance)) };
}
