import { accountOf, isAmongKinds } from './row-account.ts';
import { isFoundByCells } from './account-type-column.ts';
import { HELD_AS, readAccountType, readTypeOfName } from './account-type.ts';
import type { Section, Table } from './find-sections.ts';
import type { Entry } from './gather-accounts.ts';
import { quotation } from './file-problem.ts';
import { isMissing } from './missing-text.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';

/**
 * What a row's own column says of how its account is taxed, or the file of the one account of its table; null where neither says
 * anything, or, with a note, what Alex does not know.
 */
export function readTypeCell(row: TableRow, cells: CellReader, { accountType }: Table): Entry['type'] {
  const text = row.text('accountType');
  if (isMissing(text)) return readRegistration(row) ?? (accountOf(row) === null ? (accountType ?? null) : null);
  if (HELD_AS.test(text))
    return readAccountType(text) !== null && isAmongKinds(row.section)
      ? { value: 'taxable', column: row.header('accountType') }
      : null;
  const value = readAccountType(text);
  if (value !== null) return { value, column: row.header('accountType') };
  if (isFoundByCells(row.header('accountType'))) return null;
  noteUnknown(row.section, text, cells);
  return null;
}

const noted = new WeakMap<Section, Set<string>>();

/** Says once of a table that a word of its column is not known: how such an account is taxed is assumed, as where nothing says it. */
function noteUnknown(section: Section, text: string, cells: CellReader): void {
  const before = noted.get(section) ?? new Set();
  noted.set(section, before);
  if (before.has(text.toLowerCase())) return;
  before.add(text.toLowerCase());
  const known = 'write taxable, tax_deferred, tax_free or other to have it read';
  cells.note(
    'taxation',
    'accountType',
    `"${quotation(text)}" is not a kind of account that Alex knows, and was not used; ${known}`,
  );
}

/** What a broker's own words for the kind of account say plainly. */
function readRegistration(row: TableRow): Entry['type'] {
  const named = readTypeOfName(row.text('registration'));
  return named?.plain === true ? { value: named.type, column: row.header('registration') } : null;
}
