import type { Analysis, DriftTable } from '../../schemas/analysis.ts';
import { placedInPart } from '../../finance/placed-in-part.ts';
import { money, percent, points, signedMoney } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

const captions = {
  assetClass: 'Asset classes against their targets',
  region: 'Regions against their targets',
} as const;

function comparedWith(table: DriftTable, { allocation, totals, baseCurrency }: Analysis): string[] {
  const { scope, source, value } = table;
  const of = money(value, baseCurrency);
  if (scope === 'equity') {
    const known = placedInPart(table, allocation) ? 'the stocks whose region is known' : 'what is invested in stocks';
    return [`Held and target are shares of ${known}, ${of}, not of the whole portfolio.`];
  }
  if (Math.abs(value - totals.value) < 0.5) return [];
  return [
    `Held and target are shares of ${source === 'default' ? 'what is in stocks and bonds' : 'what is classified'}, ${of}.`,
  ];
}

/** What is held against what is aimed for, and the money that would have to move. */
export function driftTables(analysis: Analysis): Table[] {
  const { drift, totals, baseCurrency } = analysis;
  return (['assetClass', 'region'] as const).flatMap((breakdown) => {
    const table = drift[breakdown];
    const rows = table?.rows.filter(({ weight, target }) => weight !== 0 || target !== 0) ?? [];
    // A dollar of stocks has regions, and nobody has a plan for them.
    if (table === null || rows.length === 0 || table.value < Math.max(1, totals.value * 0.0005)) return [];
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
          table.how,
          ...comparedWith(table, analysis),
          `To reach the targets, ${percent(table.turnover)} of it would change hands.`,
        ],
      },
    ];
  });
}
