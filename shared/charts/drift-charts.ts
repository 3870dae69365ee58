import type { Analysis, DriftRow } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { MINUS, percent } from './figure-format.ts';

import { placedInPart } from '../finance/placed-in-part.ts';

type Breakdown = keyof Analysis['drift'];

const named: Readonly<Record<Breakdown, { id: string; title: string }>> = {
  assetClass: { id: 'drift-asset-classes', title: 'Asset classes against their targets' },
  region: { id: 'drift-regions', title: 'Regions against their targets' },
};

function farthest(rows: readonly DriftRow[]): string {
  const [row] = rows.toSorted((a, b) => Math.abs(b.drift) - Math.abs(a.drift));
  if (row === undefined || row.drift === 0) return 'Every part is at its target.';
  const points = percent(Math.abs(row.drift)).replace('%', '').replace(MINUS, '');
  return `Farthest from its target is ${row.label}, ${points} percentage points ${row.drift > 0 ? 'above' : 'below'} it.`;
}

/** What is held beside what was aimed for. */
function against(breakdown: Breakdown, { drift, allocation }: Analysis): ChartSpec[] {
  const table = drift[breakdown];
  const rows = table?.rows.filter(({ weight, target }) => weight !== 0 || target !== 0) ?? [];
  if (table === null || rows.length === 0) return [];
  const fact = (key: string, what: string) => `drift.${breakdown}.${key}.${what}`;
  const scope =
    table.scope === 'equity'
      ? placedInPart(table, allocation)
        ? ', of the stocks whose region is known'
        : ', of what is in stocks'
      : table.source === 'default'
        ? ', of stocks and bonds'
        : '';
  return [
    {
      id: named[breakdown].id,
      title: `${named[breakdown].title}${scope}`,
      kind: 'bars',
      caption: farthest(rows).slice(0, 500),
      unit: 'fraction',
      facts: rows.flatMap(({ key }) => [fact(key, 'weight'), fact(key, 'target')]),
      categories: rows.map(({ label }) => label),
      series: [
        { label: 'Held', values: rows.map(({ weight }) => weight) },
        { label: 'Target', values: rows.map(({ target }) => target) },
      ],
      stacked: false,
      horizontal: true,
    },
  ];
}

/** The money that would have to move: to the right what is to be bought, to the left what is to be sold. */
function toTarget({ drift }: Analysis): ChartSpec[] {
  const rows = drift.assetClass?.rows.filter(({ toTarget }) => Math.abs(toTarget) >= 1) ?? [];
  if (rows.length < 2) return [];
  const sorted = rows.toSorted((a, b) => b.toTarget - a.toTarget);
  return [
    {
      id: 'to-target',
      kind: 'bars',
      title: 'What would bring it back to target',
      caption: 'Bars to the right are to be added to, bars to the left are to be reduced.',
      unit: 'usd',
      basis: 'nominal',
      facts: sorted.map(({ key }) => `drift.assetClass.${key}.toTarget`),
      categories: sorted.map(({ label }) => label),
      series: [{ label: 'To buy or sell', values: sorted.map(({ toTarget }) => toTarget) }],
      stacked: false,
      horizontal: true,
    },
  ];
}

/** How far the portfolio is from what was aimed for. */
export const driftCharts = (analysis: Analysis): ChartSpec[] => [
  ...against('assetClass', analysis),
  ...against('region', analysis),
  ...toTarget(analysis),
];
