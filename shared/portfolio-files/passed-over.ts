import { textOf } from './find-sections.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { Row } from './split-rows.ts';

/** Lines named in the note; of the rest it says how many. */
const NAMED = 12;

const CASH_ABOVE = /^(?:total |available |account )?cash(?: balance)?\s*:?$/i;

/** Says that cash above a table, in a summary of the account, is not read: it may be in the table, too, and so be counted twice. */
export function noteCashAbove(preamble: readonly Row[], findings: Findings): void {
  for (const row of preamble) {
    const [label = '', amount = '', ...more] = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (!CASH_ABOVE.test(label) || !/[1-9]/.test(amount) || more.length > 0) continue;
    const what = `"${quotation(textOf(row))}" stands above the table and was left out`;
    findings.note('left_out', `${what}; if no line of the table holds it, add a line CASH`, row.line);
  }
}

/** Says which rows under the header were read as totals or prose: nobody should wonder where a line went. */
export function notePassedOver(
  rows: readonly Row[],
  findings: Findings,
  what = 'no positions, but totals or text,',
): void {
  if (rows.length === 0) return;
  const named = rows.slice(0, NAMED).map((row) => `${row.line} ("${quotation(textOf(row)).slice(0, 30)}")`);
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
  findings.note('reading', `${what} were found on ${rows.length === 1 ? 'line' : 'lines'} ${named.join(', ')}${more}`);
}
