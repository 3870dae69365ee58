import type { Allocation, Analysis } from '../../schemas/analysis.ts';
import { counted, money, shareOf } from '../format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

/** 200 accounts are possible; the report lists so many, and the rest in one row. */
const MOST = 30;

/** The longest table last: the short ones then stand beside it. */
const order = ['assetClass', 'region', 'account', 'accountType', 'currency', 'sector'] as const;

const captions: Readonly<Record<keyof Allocation, string>> = {
  assetClass: 'By asset class',
  region: 'By region',
  sector: 'By sector',
  account: 'By account',
  accountType: 'By how accounts are taxed',
  currency: 'By currency',
};

/** One table for each way of cutting the portfolio that has more than one part, and always asset classes. */
export function allocationTables(analysis: Analysis): Table[] {
  const { allocation, baseCurrency } = analysis;
  return order.flatMap((breakdown) => {
    // What rounds to nothing in money and in percent is no part to speak of.
    const rows = allocation[breakdown].filter(
      ({ weight, value }) => Math.abs(weight) >= 0.0005 || Math.abs(value) >= 0.5,
    );
    if (rows.length < (breakdown === 'assetClass' ? 1 : 2)) return [];
    const rest = rows.slice(MOST);
    const sum = (key: 'value' | 'weight') => rest.reduce((total, row) => total + row[key], 0);
    const shown = [
      ...rows.slice(0, MOST).map(({ label, value, weight }) => ({ label: plainText(label), value, weight })),
      ...(rest.length > 0
        ? [{ label: counted(rest.length, 'smaller part'), value: sum('value'), weight: sum('weight') }]
        : []),
    ];
    return [
      {
        id: `allocation-${breakdown.toLowerCase()}`,
        caption: captions[breakdown],
        columns: [words('Part'), figures('Value'), figures('Weight')],
        rows: shown.map(({ label, value, weight }) => [
          cell(label),
          cell(money(value, baseCurrency)),
          cell(shareOf(analysis, weight)),
        ]),
        notes: [],
      },
    ];
  });
}
