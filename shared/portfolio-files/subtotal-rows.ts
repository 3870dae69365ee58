import type { DecimalMark } from './decimal-mark.ts';
import type { Section } from './find-sections.ts';
import { isMissing } from './missing-text.ts';
import { readNumber } from './number-text.ts';
import type { Row } from './split-rows.ts';
import { tableRow, type TableRow } from './table-row.ts';

const TOLERANCE = 0.002;
const SAYS_TOTAL = /\btotals?\b/i;

/** What a row is worth by its own figures, in whatever currency: its value, else its quantity at its price; 0 where it states neither. */
export function rowValue(row: TableRow, mark: DecimalMark): number {
  const number = (field: 'marketValue' | 'quantity' | 'price'): number => {
    const read = readNumber(row.text(field), mark);
    return read.kind === 'number' ? Number(read.value) : 0;
  };
  return number('marketValue') || number('quantity') * number('price');
}

/**
 * Lines that state nothing but the value of the lines above or below them, as groups of holdings are headed ("US stocks,,,5000"):
 * they would count what is held twice.
 */
export function subtotalRows(section: Section, mark: DecimalMark): ReadonlySet<Row> {
  const subtotals = new Set<Row>();
  if (!section.columns.positions.has('marketValue')) return subtotals;
  const rows = section.rows.map((raw) => {
    const row = tableRow(section, raw);
    return { raw, value: rowValue(row, mark), alone: isMissing(row.text('quantity')) };
  });
  const equals = (value: number, sum: number): boolean => Math.abs(value - sum) <= TOLERANCE * Math.abs(value);
  if (section.columns.valued) {
    let [all, sinceTotal] = [0, 0];
    for (const { raw, value } of rows) {
      if (SAYS_TOTAL.test(raw.cells.join(' ')) && [all, sinceTotal].some((sum) => sum > 0 && equals(value, sum))) {
        subtotals.add(raw);
        sinceTotal = 0;
      } else [all, sinceTotal] = [all + value, sinceTotal + value];
    }
    return subtotals;
  }
  // The sums of the runs of holdings between lines without a quantity: before each such line, and after it.
  let before = 0;
  let open: { raw: Row; value: number } | null = null;
  for (const { raw, value, alone } of rows) {
    if (!alone) {
      before += value;
      continue;
    }
    if (open !== null && before > 0 && equals(open.value, before)) subtotals.add(open.raw);
    if (value > 0 && before > 0 && equals(value, before)) subtotals.add(raw);
    open = value > 0 ? { raw, value } : null;
    before = 0;
  }
  if (open !== null && before > 0 && equals(open.value, before)) subtotals.add(open.raw);
  return subtotals;
}
