import type { Row } from '../split-rows.ts';

/** One line of data of a statement's section, its cells by what their header is called. */
export interface StatementRow {
  line: number;
  /** The cell under the first of these headers that the section has; "" where it has none of them. */
  cell: (...names: string[]) => string;
}

const squash = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** The lines of data of one section. A header may come again for another kind of asset, with other columns. */
export function statementRows(rows: readonly Row[]): StatementRow[] {
  let headers: string[] = [];
  const read: StatementRow[] = [];
  for (const { line, cells } of rows) {
    if (cells[1] === 'Header') headers = cells.map(squash);
    else if (cells[1] === 'Data') {
      const named = headers;
      read.push({
        line,
        cell: (...names) =>
          (cells[names.map((name) => named.indexOf(squash(name))).find((at) => at > 1) ?? -1] ?? '').trim(),
      });
    }
  }
  return read;
}
