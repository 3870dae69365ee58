import { assetClasses, regions } from '../../schemas/classification.ts';
import type { RebalancingRow } from '../../schemas/rebalancing.ts';
import { labelOf } from '../labels.ts';
import type { Exposure } from './exposure.ts';

export interface WeightRow extends Omit<RebalancingRow, 'before' | 'after'> {
  weight: number;
}

/** Weights of asset classes in the whole, and of regions in the stocks. */
export function weightsOf(held: Exposure, target: Exposure, whole: number, withRegions: boolean): WeightRow[] {
  const row = (
    breakdown: WeightRow['breakdown'],
    key: string,
    at: number,
    share: (value: number) => number,
    wanted: (value: number) => number,
  ) => ({
    breakdown,
    key,
    label: labelOf(key),
    target: wanted(target[at] ?? 0),
    weight: share(held[at] ?? 0),
  });
  const ofWhole = (value: number) => value / whole;
  const classes = assetClasses.map((key, index) => row('assetClass', key, index, ofWhole, ofWhole));
  if (!withRegions) return classes;
  const sumFrom = (exposure: Exposure) => exposure.subarray(assetClasses.length).reduce((sum, value) => sum + value, 0);
  const [stocks, wanted] = [sumFrom(held), sumFrom(target)];
  const of = (sum: number) => (value: number) => (sum > 0 ? value / sum : 0);
  return [
    ...classes,
    ...regions.map((key, index) => row('region', key, assetClasses.length + index, of(stocks), of(wanted))),
  ];
}

/** Half the sum of absolute drifts of the asset classes: the share that would have to change hands. */
export function turnover(rows: readonly RebalancingRow[], when: 'before' | 'after'): number {
  const classes = rows.filter(({ breakdown }) => breakdown === 'assetClass');
  return classes.reduce((sum, row) => sum + Math.abs(row[when] - row.target), 0) / 2;
}
