import { InvalidInputError } from '../../errors.ts';
import { assetClasses, perAssetClass } from '../../schemas/asset-classes.ts';
import type { AssetClass } from '../../schemas/asset-classes.ts';
import type { ClassAssumption, MarketAssumptions } from './model.ts';

/**
 * Shares of a portfolio by asset class; `unknown` is what has no classification. Need not sum to one. Cash below zero is a
 * debt, with which more of the rest is held than is owned.
 */
export type Mix = Partial<Record<AssetClass | 'unknown', number>>;

/** A mix that sums to one over the known classes, and the share of what is held that was unknown. */
export interface NormalizedMix {
  weights: Record<AssetClass, number>;
  unknown: number;
}

/**
 * Scales a mix to one, spreading the unknown share over the known classes in proportion (which says: what we do not know
 * is like what we know). A debt stays as large as it is beside what is owned: cash weighs below zero, the rest together
 * more than one. Throws InvalidInputError for an infinite share, one below zero that is not cash, when nothing is known, or
 * when debts are as large as all that is held.
 */
export function normalizeMix(mix: Mix): NormalizedMix {
  const debt = Math.max(0, -(mix.cash ?? 0));
  const problems = Object.entries(mix)
    .filter(([key, share]) => !((share >= 0 || key === 'cash') && Math.abs(share) < Infinity))
    .map(([key]) => ({ path: `mix.${key}`, message: 'must be a share of zero or more' }));
  if (problems.length > 0) throw new InvalidInputError('The mix has shares that are not shares.', problems);
  const known = assetClasses.reduce((sum, key) => sum + Math.max(0, mix[key] ?? 0), 0);
  if (!(known > 0)) {
    throw new InvalidInputError('No part of the portfolio has a known asset class, so there is nothing to simulate.', [
      { path: 'mix', message: 'needs at least one known asset class' },
    ]);
  }
  const held = known + (mix.unknown ?? 0);
  if (debt > 0 && !(debt < held)) {
    throw new InvalidInputError('The debts are as large as all that is held, so shares of it have no meaning.', [
      { path: 'mix.cash', message: 'must be above what is held, taken negative' },
    ]);
  }
  const share = (key: AssetClass): number => {
    const own = mix[key] ?? 0;
    if (debt === 0) return own / known;
    return own < 0 ? own / (held - debt) : ((own / known) * held) / (held - debt);
  };
  return {
    weights: perAssetClass(share),
    unknown: (mix.unknown ?? 0) / held,
  };
}

/**
 * Expected yearly return (arithmetic) and volatility of a mix that is rebalanced every year, nominal fractions:
 * sum w m, and sqrt(sum sum w w v v rho). Markowitz, Journal of Finance 7(1), 1952.
 */
export function mixMoments(
  weights: Record<AssetClass, number>,
  assumptions: Pick<MarketAssumptions, 'correlation'> & {
    classes: Record<AssetClass, Pick<ClassAssumption, 'mean' | 'volatility'>>;
  },
) {
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
