import type { IsoDate } from '../schemas/decimal.ts';
import { dateOrder, readDateInProse, type DateOrder } from './date-text.ts';
import { decimalMark, type DecimalMark } from './decimal-mark.ts';
import type { Field } from './column-names.ts';
import { textOf, type Table } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { tableRow } from './table-row.ts';

/** How one file writes numbers and dates, found from all of it. */
export interface Conventions {
  mark: DecimalMark;
  order: DateOrder;
  /** The date that a line above or below the table states; null where none does. */
  statedDate: IsoDate | null;
}

const NUMERIC: Field[] = [
  'quantity',
  'price',
  'costBasis',
  'costPerUnit',
  'marketValue',
  'amount',
  'fee',
  'commission',
];

function* cellsOf({ sections }: Table, fields: readonly Field[]): Generator<string> {
  for (const section of sections) {
    for (const row of section.rows) {
      const { text } = tableRow(section, row);
      for (const field of fields) yield text(field);
    }
  }
}

/** Lines that are prose: above the table, in its headers, and rows of a single cell. */
function* proseOf({ preamble, sections }: Table): Generator<string> {
  for (const row of preamble) yield textOf(row);
  for (const { columns, rows } of sections) {
    for (const header of columns.headers) if (/as of/i.test(header)) yield header;
    for (const row of rows) {
      const filled = row.cells.filter((cell) => cell.trim() !== '');
      if (filled.length === 1 && /\p{L}/u.test(filled[0] ?? '')) yield textOf(row);
    }
  }
}

/** Problems: numbers that could be a thousand times as large. Notes: an assumed order of day and month. */
export function fileConventions(table: Table, findings: Findings): Conventions {
  const mark = decimalMark(cellsOf(table, NUMERIC), table.separator);
  if (mark === null) {
    findings.problem(
      'numbers such as "1,234" could mean 1234 or 1.234 here, and nothing in the file decides it; ' +
        'write one of them with another number of decimals, e.g. 1234,00',
      table.sections[0]?.headerLine ?? null,
    );
  }
  const prose = [...proseOf(table)];
  const { order, assumed } = dateOrder([...cellsOf(table, ['priceDate', 'tradeDate']), ...prose.slice(0, 1000)]);
  const dates = prose.map((line) => readDateInProse(line, order)).filter((day) => day !== null);
  if (assumed) findings.note('reading', 'dates such as 03/04/2026 were read month first (March 4)');
  return { mark: mark ?? '.', order, statedDate: dates.toSorted().at(-1) ?? null };
}
