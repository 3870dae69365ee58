import type { Analysis, DriftTable } from '../../schemas/analysis.ts';
import { money, percent, points, signedMoney } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

const captions = {
  assetClass: 'Asset classes against their targets',
  region: 'Regions against their targets',
} as const;

function comparedWith({ scope, value }: DriftTable, whole: number, currency: string): string[] {
  const of = money(value, currency);
  if (scope === 'equity')
    return [`Held and target are shares of what is invested in stocks, ${of}, not of the whole portfolio.`];
  return Math.abs(value - whole) < 0.5 ? [] : [`Held and target are shares of what is classified, ${of}.`];
}

/** Cash beside a mix that nobody gave, which has no place for it: a reserve, not a departure to be corrected. */
export const besideTarget = ({ source }: DriftTable, { key, target }: DriftTable['rows'][number]): boolean =>
  source === 'default' && key === 'cash' && target === 0;

/** What is held against what is aimed for, and the money that would have to move. */
export function driftTables({ drift, totals, baseCurrency }: Analysis): Table[] {
  return (['assetClass', 'region'] as const).flatMap((breakdown) => {
    const table = drift[breakdown];
    const rows = table?.rows.filter(({ weight, target }) => weight !== 0 || target !== 0) ?? [];
    if (table === null || rows.length === 0) return [];
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
        rows: rows.map((row) => {
          const beside = besideTarget(table, row);
          return [
            cell(row.label, beside ? 'beside the target mix' : undefined),
            cell(percent(row.weight)),
            cell(beside ? '–' : percent(row.target)),
            cell(beside ? '–' : points(row.drift)),
            cell(beside ? '–' : signedMoney(row.toTarget, baseCurrency)),
          ];
        }),
        notes: [
          table.how,
          ...comparedWith(table, totals.value, baseCurrency),
          ...(rows.some((row) => besideTarget(table, row))
            ? ['That mix has no place for cash. How much to keep as a reserve is yours to decide.']
            : [`To reach the targets, ${percent(table.turnover)} of it would change hands.`]),
        ],
      },
    ];
  });
}
