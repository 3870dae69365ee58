import type { Field } from './column-names.ts';
import type { Section } from './find-sections.ts';
import { isMissing } from './missing-text.ts';
import { withoutPriceMark } from './price-marks.ts';
import type { Row } from './split-rows.ts';

/** A row under a header, its cells by field. */
export interface TableRow {
  section: Section;
  row: Row;
  /** The cell on one line, without blanks around it, or what the row's heading says in its place; "" where there is neither. */
  text: (field: Field) => string;
  /** The header of a field, for messages. */
  header: (field: Field) => string | null;
  /** The line that the field's own cell begins on. */
  line: (field: Field) => number;
}

const lineEnds = (text: string): number => text.split('\n').length - 1;

/** Excel's way to keep a text a text: ="00123". */
const unwrapped = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;

/** "0.35 BTC" of BTC is so many of it. */
function withoutCode(quantity: string, symbol: string): string {
  const [, number, code] = /^([-−+]?[\d.,'’]+) ?(\p{L}{2,6})$/u.exec(quantity) ?? [];
  return number !== undefined && code?.toUpperCase() === symbol.toUpperCase() ? number : quantity;
}

export function tableRow(section: Section, row: Row): TableRow {
  const { positions, headers } = section.columns;
  const above = section.headed?.says.get(row);
  const cellAt = (field: Field): string => row.cells[positions.get(field) ?? -1] ?? '';
  const textIn = (cell: string): string => unwrapped(cell.trim()).replace(/\s+/g, ' ').trim();
  return {
    section,
    row,
    text: (field) => {
      const stated = textIn(cellAt(field));
      const priced = field === 'price' ? withoutPriceMark(stated) : stated;
      const own = field === 'quantity' ? withoutCode(stated, textIn(cellAt('symbol'))) : priced;
      if (!isMissing(own)) return own;
      // Dashes in place of a name are none to call it by.
      return above?.[field] ?? (field === 'name' ? '' : own);
    },
    header: (field) => {
      const header = headers[positions.get(field) ?? -1] ?? '';
      return header === '' ? null : header;
    },
    line: (field) =>
      row.cells.slice(0, positions.get(field) ?? 0).reduce((line, cell) => line + lineEnds(cell), row.line),
  };
}
