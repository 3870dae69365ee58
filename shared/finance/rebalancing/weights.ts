import { assetClasses, regions } from '../../schemas/classification.ts';
import type { AssetClass, Region } from '../../schemas/classification.ts';
import type { RebalancingRow } from '../../schemas/rebalancing.ts';
import { labelOf } from '../labels.ts';
import { netCash } from './exposure.ts';
import type { Exposure } from './exposure.ts';

export interface WeightRow extends Omit<RebalancingRow, 'before' | 'after'> {
  weight: number;
}

/** Weights of asset classes in the whole, and of regions (where they have targets) in the stocks, beside their targets. */
export function weightsOf(
  held: Exposure,
  whole: number,
  classes: Partial<Record<AssetClass, number>>,
  places: Partial<Record<Region, number>> | undefined,
): WeightRow[] {
  const rows = assetClasses.map((key, index): WeightRow => {
    const weight = (key === 'cash' ? netCash(held) : (held[index] ?? 0)) / whole;
    return { breakdown: 'assetClass', key, label: labelOf(key), target: classes[key] ?? 0, weight };
  });
  if (places === undefined) return rows;
  const stocks = held.subarray(assetClasses.length, -1).reduce((sum, value) => sum + value, 0);
  const wanted = regions.reduce((sum, key) => sum + (places[key] ?? 0), 0);
  return [
    ...rows,
    ...regions.map((key, index): WeightRow => {
      const weight = stocks > 0 ? (held[assetClasses.length + index] ?? 0) / stocks : 0;
      const target = wanted > 0 ? (places[key] ?? 0) / wanted : 0;
      return { breakdown: 'region', key, label: labelOf(key), target, weight };
    }),
  ];
}

/**
 * Half the sum of absolute drifts of the asset classes, or of the regions: the share of all, or of the stocks, that would have
 * to change hands.
 */
export function turnover(
  rows: readonly RebalancingRow[],
  when: 'before' | 'after',
  of: RebalancingRow['breakdown'] = 'assetClass',
): number {
  return rows.reduce((sum, row) => sum + (row.breakdown === of ? Math.abs(row[when] - row.target) : 0), 0) / 2;
}
