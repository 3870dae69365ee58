import { quotation } from './file-problem.ts';
import type { DecimalMark } from './decimal-mark.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { readNumber } from './number-text.ts';
import { isInPence, type Field } from './column-names.ts';
import type { CellReader } from './read-cells.ts';
import { tableRow, type TableRow } from './table-row.ts';
import type { Position } from '../schemas/portfolio.ts';

/** Headers that do not say whether they are of one unit or of all. */
const EITHER = /^(?:cost|costs|purchase|kosten|costo|coste|coût|einstand)(?:\s*\(?(?:[A-Z]{3}|[$€£])\)?)?$/i;

/** As CommSec heads what one unit cost, beside what it costs now. */
const isBesideLast = (header: string, price: string): boolean =>
  /^purchase (?:\$|[a-z]{3})$/i.test(header) && /^last (?:\$|[a-z]{3})$/i.test(price);

/** A holding that is worth so many times what it cost, or that part of it, is doubted. */
const ABSURD = 20;
/** What one unit costs today may be so many times what it cost, where that settles what a column is of. */
const PLAUSIBLE = 5;

const within = (ratio: number, times: number): boolean => ratio >= 1 / times && ratio <= times;

const amount = (row: TableRow, field: Field, mark: DecimalMark): number => {
  const read = readNumber(row.text(field), mark);
  return read.kind === 'number' ? Number(read.value) : 0;
};

const isOfPence = (row: TableRow): boolean =>
  isInPence(row.header('price') ?? '') || /\dp$/i.test(row.text('price')) || /^gb[xp]$/i.test(row.text('currency'));

/** What a cost is of the value, taken as that of all and as that of one unit; null where a row does not state all of them. */
function ratiosOf(row: TableRow, mark: DecimalMark): { ofAll: number; ofOne: number } | null {
  const [quantity, cost] = [amount(row, 'quantity', mark), amount(row, 'costBasis', mark)];
  // Pence would make a hundredfold of it.
  const price = isOfPence(row) ? 0 : amount(row, 'price', mark);
  const value = amount(row, 'marketValue', mark) || quantity * price;
  if (!(quantity > 0 && cost > 0 && value > 0)) return null;
  return { ofAll: cost / value, ofOne: (cost * quantity) / value };
}

/**
 * A table whose column "Cost" holds what one unit cost: as the cost of all it would make an absurd gain or loss, and as that of one
 * a plausible one, on every line that could tell. The reading is told.
 */
export function withCostOfOne(section: Section, mark: DecimalMark, findings: Findings): Section {
  const { columns } = section;
  const place = columns.positions.get('costBasis');
  const header = columns.headers[place ?? -1] ?? '';
  if (place === undefined || !EITHER.test(header) || columns.positions.has('costPerUnit')) return section;
  const ofOne = new Map(columns.positions).set('costPerUnit', place);
  ofOne.delete('costBasis');
  const asCostOfOne = { ...section, columns: { ...columns, positions: ofOne } };
  if (isBesideLast(header, columns.headers[columns.positions.get('price') ?? -1] ?? '')) return asCostOfOne;
  const rows = section.rows.flatMap((row) => ratiosOf(tableRow(section, row), mark) ?? []);
  // Of about one unit both are the same.
  const telling = rows.filter(({ ofAll, ofOne }) => !within(ofOne / ofAll, 2));
  const isOfOne = telling.every(({ ofAll, ofOne }) => Math.abs(Math.log(ofOne)) < Math.abs(Math.log(ofAll)));
  const absurd = telling.filter(({ ofAll, ofOne }) => !within(ofAll, ABSURD) && within(ofOne, PLAUSIBLE));
  if (!isOfOne || absurd.length === 0) return section;
  const why = 'as the cost of a whole line it would be far from the value';
  findings.note(
    'in_doubt',
    `"${quotation(header)}" was read as the cost of one unit, for ${why}; a header such as "Cost per share" or "Total cost" settles it`,
    section.headerLine,
  );
  return asCostOfOne;
}

/** Tells where a line's cost is so far from its value that it seems to be of one unit where it was taken for all, or the reverse. */
export function doubtCost(position: Position, cells: CellReader, isTotal: boolean): void {
  const [cost, price, quantity] = [position.costBasis, position.price, position.quantity].map(Number);
  if (!(cost !== undefined && price !== undefined && quantity !== undefined && cost > 0 && price > 0)) return;
  const ratio = cost / (quantity * price);
  const other = isTotal ? ratio * quantity : ratio / quantity;
  if (within(ratio, ABSURD) || !within(other, PLAUSIBLE)) return;
  const [as, seems] = isTotal ? ['the whole line', 'one unit'] : ['one unit', 'the whole line'];
  cells.note(
    'in_doubt',
    isTotal ? 'costBasis' : 'costPerUnit',
    `it was read as the cost of ${as}, and seems to be that of ${seems}, which would fit the price; if it is, the gain here is wrong`,
  );
}
