import { isBlank, type Section, type UnheldRow } from './find-sections.ts';
import { headingKind } from './heading-name.ts';
import { rowKind } from './row-kind.ts';
import type { KnownNames } from './security-code.ts';
import type { Row } from './split-rows.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import { tableRow, type TableRow } from './table-row.ts';
import { unheldBy } from './unheld-words.ts';

/** A row of words alone, or beside a sum, that says that the lines below it are not held: "Sold positions". Null for any other row. */
function headingOf(table: TableRow): UnheldRow | null {
  const words = table.row.cells.map((cell) => cell.trim()).filter((cell) => /\p{L}/u.test(cell));
  const [label = ''] = words;
  const isLine = (['quantity', 'price'] as const).some((field) => /\d/.test(table.text(field)));
  const how = words.length === 1 && !isLine ? unheldBy(label) : null;
  return how === null ? null : { label, how };
}

/** Whether a row ends what stands below such a heading: another heading, a total, or cash, which was not sold and is not watched. */
function endsAt(table: TableRow, { how }: UnheldRow, isAfterGap: boolean, known: KnownNames): boolean {
  const kind = rowKind(table, false);
  if (kind === 'cash') return how !== 'not invested' || isAfterGap;
  if (kind !== 'position') return true;
  const symbol = table.text('symbol');
  const isLine = (['quantity', 'price'] as const).some((field) => /\d/.test(table.text(field)));
  return !isLine && !looksLikeSymbol(symbol) && headingKind(table.text('name') || symbol, known) === 'account';
}

/**
 * A table with the lines marked that stand below a heading such as "Sold", "Watchlist" or "Planned purchases", or of which the title
 * above their own table says so: they are listed as what is held is, and are not. One table alone is what a person wants analysed,
 * whatever it is called.
 */
export function withUnheld(section: Section, known: KnownNames, isAlone: boolean): Section {
  const headings = new Set<Row>();
  const rows = new Map<Row, UnheldRow>();
  const titled = isAlone ? null : unheldBy(section.title);
  const above: UnheldRow | null = titled === null ? null : { label: section.title, how: titled };
  let current = above;
  let isAfterGap = false;
  for (const row of section.rows) {
    const table = tableRow(section, row);
    const heading = isBlank(row) ? null : headingOf(table);
    if (heading !== null) {
      headings.add(row);
      current = heading;
    } else if (current !== null && !isBlank(row)) {
      if (endsAt(table, current, isAfterGap, known)) current = null;
      else rows.set(row, current);
    }
    isAfterGap = isBlank(row) && (isAfterGap || rows.size > 0);
  }
  return headings.size === 0 && rows.size === 0 ? section : { ...section, unheld: { headings, rows } };
}
