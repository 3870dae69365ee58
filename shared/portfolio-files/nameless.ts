import { quotation } from './file-problem.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';
import { valueInFile } from './unsupported.ts';

/** A line that does not say what is held. */
export interface NamelessLine {
  row: TableRow;
  cells: CellReader;
}

const REMEDY = 'give it a short code of your own, such as MYFUND';

/**
 * Such a line keeps no other from being analysed: it is left out, and told with what the file says it is worth. Where most lines are
 * such, the table is another than it was taken for, and a report of the rest would be one of something else.
 *
 * @param read how many lines say what is held
 */
export function settleNameless(lines: readonly NamelessLine[], read: number): void {
  for (const { row, cells } of lines) {
    const name = row.text('name');
    const why =
      name === ''
        ? 'there is neither a symbol nor a name'
        : `there is no symbol for "${quotation(name)}", and no code can be made of that`;
    if (lines.length > read) cells.problem('symbol', `${why}; ${REMEDY}`);
    else {
      const leftOut = `this line was left out of every total${valueInFile(row)}`;
      cells.note('left_out', 'symbol', `${why}: ${leftOut}; to have it counted, ${REMEDY}`);
    }
  }
}
