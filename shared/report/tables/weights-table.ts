import type { RebalancingPlan } from '../../schemas/rebalancing.ts';
import { percent } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

/** The weights that a list of trades starts from and ends with, beside the targets; without trades, as they are. */
export function weightsTable(
  { rows, trades }: RebalancingPlan,
  { id, caption, notes }: Pick<Table, 'id' | 'caption' | 'notes'>,
): Table {
  const traded = trades.length > 0;
  return {
    id,
    caption,
    columns: [
      words('Part'),
      figures(traded ? 'Before' : 'Held'),
      ...(traded ? [figures('After')] : []),
      figures('Target'),
    ],
    rows: rows.map(({ breakdown, label, before, after, target }) => [
      cell(label, breakdown === 'region' ? 'of the stocks' : undefined),
      cell(percent(before)),
      ...(traded ? [cell(percent(after))] : []),
      cell(percent(target)),
    ]),
    notes,
  };
}
