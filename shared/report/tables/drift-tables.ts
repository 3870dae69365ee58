import type { Analysis } from '../../schemas/analysis.ts';
import { percent, points, signedMoney } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

const captions = {
  assetClass: 'Asset classes against their targets',
  region: 'Regions against their targets',
} as const;

/** What is held against what is aimed for, and the money that would have to move. */
export function driftTables({ drift, baseCurrency }: Analysis): Table[] {
  return (['assetClass', 'region'] as const).flatMap((breakdown) => {
    const table = drift[breakdown];
    const rows = table?.rows.filter(({ weight, target }) => weight !== 0 || target !== 0) ?? [];
    if (table === null || rows.length === 0) return [];
    const whose =
      table.source === 'person' ? 'The targets are yours.' : 'You gave no targets; these are the documented default.';
    return [
      {
        id: `drift-${breakdown.toLowerCase()}`,
        caption: captions[breakdown],
        columns: [
          words('Part'),
          figures('Held'),
          figures('Target'),
          figures('Drift, points'),
          figures('Buy (+) or sell (−)'),
        ],
        rows: rows.map(({ label, weight, target, drift: off, toTarget }) => [
          cell(label),
          cell(percent(weight)),
          cell(percent(target)),
          cell(points(off)),
          cell(signedMoney(toTarget, baseCurrency)),
        ]),
        notes: [
          `${whose} ${table.how}`,
          ...(table.scope === 'equity'
            ? ['The shares are of what is invested in stocks, not of the whole portfolio.']
            : []),
          `To reach the targets, ${percent(table.turnover)} of it would change hands.`,
        ],
      },
    ];
  });
}
