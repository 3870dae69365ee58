import { saysAccount } from './account-above.ts';
import { isAccountTitle } from './account-names.ts';
import { readDateInProse } from './date-text.ts';
import type { Conventions } from './file-conventions.ts';
import { isBlank, textOf, type Table } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { notePassedOver } from './passed-over.ts';
import type { Row } from './split-rows.ts';
import { isOfSummary } from './summary-accounts.ts';

/** A number that may be an account's is shown by its end alone, as accounts are. */
const shown = (cell: string): string => cell.replace(/\d[\d-]{4,}(?=\d{3})/g, '…');

/** Excel's own line of the separator: "sep=;". */
const SEPARATOR = /^sep=/i;

/** Says which rows above the header were passed over: those that are no account's name, and no date of the file. */
export function noteAbove({ preamble, sections }: Table, { order }: Conventions, findings: Findings): void {
  const [first, ...others] = sections;
  const title = others.length > 0 ? first?.title : null;
  const isUsed = (row: Row): boolean =>
    saysAccount(row) ||
    isAccountTitle(row) ||
    isOfSummary(preamble, row) ||
    SEPARATOR.test(row.cells[0] ?? '') ||
    textOf(row) === title ||
    readDateInProse(textOf(row), order) !== null;
  const over = preamble.filter((row) => !isBlank(row) && !isUsed(row));
  const rows = over.map(({ line, cells }) => ({ line, cells: cells.map(shown) }));
  notePassedOver(rows, findings, 'titles or text above the table, and no positions,');
}
