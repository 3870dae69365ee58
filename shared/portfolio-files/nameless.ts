import { quotation } from './file-problem.ts';
import { isKnownTicker } from './known-codes.ts';
import type { CellReader } from './read-cells.ts';
import { holdingCode, type KnownNames } from './security-code.ts';
import type { TableRow } from './table-row.ts';
import { valueInFile } from './unsupported.ts';

/** A line that does not say what is held. */
export interface NamelessLine {
  row: TableRow;
  cells: CellReader;
}

const REMEDY = 'give it a short code of your own, such as MYFUND';
/** What is a kind of account and no holding, as people list what they have: "Roth IRA", "401(k)", "My brokerage account". */
const ACCOUNT =
  /^(?:[\p{L}.&'’]+ ){0,2}(?:ira|40[13]\s?\(?[abk]\)?|457\s?\(?b?\)?|hsa|529|tsp|isa|sipp|rrsp|tfsa|brokerage|pension)(?: (?:account|acct|plan))?$/iu;
const TO_LIST = 'name the account in a column "Account", and here the funds and shares in it';

const labelOf = (row: TableRow): string => row.text('name') || row.text('symbol');

/** Whether a line names an account, and nothing says what is held in it. */
export function isAccountAlone(row: TableRow, known?: KnownNames): boolean {
  if (!ACCOUNT.test(labelOf(row))) return false;
  const found = holdingCode(row, known);
  if (found === null || found.from === 'name') return true;
  // "HSA" is written as a ticker is; beside nothing but a value it is one only where that is known.
  const isTicker = isKnownTicker(found.code) || (known?.nameOf?.(found.code) ?? null) !== null;
  return row.section.columns.valued && !isTicker;
}

/**
 * Such a line keeps no other from being analysed: it is left out, and told with what the file says it is worth. Where most lines are
 * such, the table is another than it was taken for, and a report of the rest would be one of something else.
 *
 * @param read how many lines say what is held
 */
export function settleNameless(lines: readonly NamelessLine[], read: number): void {
  for (const { row, cells } of lines) {
    const name = row.text('name');
    const isAccount = ACCOUNT.test(labelOf(row));
    const remedy = isAccount ? TO_LIST : REMEDY;
    const why = isAccount
      ? `"${quotation(labelOf(row))}" is an account, and nothing says what is held in it`
      : name === ''
        ? 'there is neither a symbol nor a name'
        : `there is no symbol for "${quotation(name)}", and no code can be made of that`;
    if (lines.length > read) cells.problem('symbol', `${why}; ${remedy}`);
    else {
      const leftOut = `this line was left out of every total${valueInFile(row)}`;
      cells.note('left_out', 'symbol', `${why}: ${leftOut}; to have it counted, ${remedy}`);
    }
  }
}
