import type { Field } from './column-names.ts';
import { columnReadings, type ColumnReading } from './column-map.ts';
import type { Section, Table } from './find-sections.ts';
import type { Separator } from './split-rows.ts';

export type FileKind =
  | 'positions'
  | 'transactions'
  | 'positions and transactions'
  | 'an activity statement of Interactive Brokers'
  | "Alex's own JSON"
  | "Ghostfolio's JSON"
  | 'prices';

/** How a file was understood, before anything of it is used. */
export interface FileLayout {
  kind: FileKind;
  /** Null for JSON. */
  separator: Separator | null;
  tables: { headerLine: number; columns: ColumnReading[] }[];
}

const OF_HOLDINGS: readonly Field[] = [
  ...(['account', 'accountNumber', 'accountType', 'symbol', 'name', 'quantity', 'price', 'priceDate'] as const),
  ...(['priceSource', 'currency', 'costBasis', 'costPerUnit', 'marketValue', 'acquired', 'instrumentType'] as const),
  'exchangeRate',
  'identifier',
  'lotLevel',
  'accountValue',
  'registration',
  'institution',
  'owner',
];
const OF_PRICES: readonly Field[] = ['symbol', 'price', 'priceDate', 'priceSource', 'currency'];
const OF_TRANSACTIONS: readonly Field[] = [
  ...(['account', 'accountNumber', 'accountType', 'symbol', 'name', 'quantity', 'price', 'currency'] as const),
  ...(['costBasis', 'tradeDate', 'priceDate', 'action', 'amount', 'fee', 'commission', 'instrumentType'] as const),
  ...([
    'identifier',
    'amountCurrency',
    'actionBeside',
    'accountCurrency',
    'cashBalance',
    'settlementRate',
    'status',
    'notes',
    'owner',
  ] as const),
];
const USED = { holdings: OF_HOLDINGS, prices: OF_PRICES, transactions: OF_TRANSACTIONS };

/** The tables of one kind: each header's line and what each column was taken for. */
export const tablesOf = (sections: readonly Section[], kind: keyof typeof USED): FileLayout['tables'] =>
  sections.map(({ headerLine, columns }) => {
    const dated = kind === 'transactions' && columns.positions.has('tradeDate') ? ['priceDate'] : [];
    const used = USED[kind].filter((field) => !dated.includes(field));
    if (columns.lots) used.push('action');
    return { headerLine, columns: columnReadings(columns, used) };
  });

export const layoutOf = (kind: FileKind, { separator, sections }: Table, of: keyof typeof USED): FileLayout => ({
  kind,
  separator,
  tables: tablesOf(sections, of),
});
