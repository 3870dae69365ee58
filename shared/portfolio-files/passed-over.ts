import { textOf } from './find-sections.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { Row } from './split-rows.ts';

/** Lines named in the note; of the rest it says how many. */
const NAMED = 12;

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
