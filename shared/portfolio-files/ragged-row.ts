import { isCurrencyCode } from './currency-text.ts';
import type { Findings } from './findings.ts';
import type { TableRow } from './table-row.ts';

/** Whether a row has more or fewer fields than its header, which would put values under the wrong columns: a problem. */
export function isRagged({ section, row }: TableRow, findings: Findings): boolean {
  const { headers } = section.columns;
  const last = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const [filled, width] = [last(row.cells), Math.max(last(headers), 1)];
  const fields = (count: number): string => `${count} ${count === 1 ? 'field' : 'fields'}`;
  // A nameless last column of currencies behind the price (flatex).
  const isCurrency =
    filled === width + 1 && headers.length >= filled && isCurrencyCode((row.cells[width] ?? '').trim());
  // What stands beside the table in columns that have no name, in a row of as many fields as the header.
  const isBeside = filled > width && row.cells.length === headers.length;
  if (filled > width && !isCurrency && !isBeside) {
    const message = `this row has ${fields(filled)} and the header ${fields(width)}; a value that contains the separator needs quotation marks`;
    findings.problem(message, row.line);
  } else if (row.cells.length < width) {
    const remedy = 'write the fields that it lacks, or take the row out if it is no line of the table';
    findings.problem(`this row has ${fields(row.cells.length)} and the header ${fields(width)}; ${remedy}`, row.line);
  }
  return (filled > width && !isCurrency && !isBeside) || row.cells.length < width;
}
