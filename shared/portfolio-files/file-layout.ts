import type { Field } from './column-names.ts';
import { columnReadings, type ColumnReading, type ReadOf } from './column-use.ts';
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
  'interestRate',
  'interestYield',
  'coupon',
  'maturity',
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
    'registration',
    'costPerUnit',
    'coupon',
    'maturity',
  ] as const),
];
const READ = {
  holdings: { fields: OF_HOLDINGS, beside: ['side', 'dollars'] },
  prices: { fields: OF_PRICES, beside: [] },
  transactions: { fields: OF_TRANSACTIONS, beside: ['dollars'] },
} satisfies Record<string, ReadOf>;

/** The tables of one kind: each header's line and what each column was taken for. */
export const tablesOf = (sections: readonly Section[], kind: keyof typeof READ): FileLayout['tables'] =>
  sections.map((section) => {
    const { headerLine, columns } = section;
    const dated = kind === 'transactions' && columns.positions.has('tradeDate') ? ['priceDate'] : [];
    const fields = READ[kind].fields.filter((field) => !dated.includes(field));
    if (columns.lots) fields.push('action');
    return { headerLine, columns: columnReadings(section, { ...READ[kind], fields }) };
  });

export const layoutOf = (kind: FileKind, { separator, sections }: Table, of: keyof typeof READ): FileLayout => ({
  kind,
  separator,
  tables: tablesOf(sections, of),
});
