import type { Field } from './column-names.ts';
import { exchangeColumn } from './dollar-country.ts';
import { DATED, NUMERIC } from './file-conventions.ts';
import type { Section } from './find-sections.ts';
import { sideColumn } from './held-or-owed.ts';
import { isSaleColumn } from './sold-lines.ts';
import { DOLLARS } from './unstated-currency.ts';
import { isOptionHeader } from './unsupported.ts';

/**
 * What a column is used for: the field that it holds; or, of a column that holds none that is read, whether lines are owned or owed
 * (`side`) or were sold (`sold`), whether they are in dollars and in whose (`dollars`), how the file writes its numbers (`numbers`) or its days (`days`),
 * whether lines are options (`option`), or of which part of a statement a line is (`part`).
 */
export type ColumnUse = Field | 'side' | 'sold' | 'option' | 'dollars' | 'numbers' | 'days' | 'part';

/** How one column of a file was understood. */
export interface ColumnReading {
  header: string;
  /** Null: not used, so that without what stands in it the file would be read the same. */
  use: ColumnUse | null;
}

/** The fields that are read of one kind of table, and what else its columns are looked at for. */
export interface ReadOf {
  fields: readonly Field[];
  beside: readonly ('side' | 'dollars')[];
}

/** What each column of a table was taken for. */
export function columnReadings(section: Section, read: ReadOf): ColumnReading[] {
  const { headers, positions, accounts } = section.columns;
  const fieldsAt = Map.groupBy(positions, ([, position]) => position);
  return headers.flatMap((header, position) => {
    const fields = (fieldsAt.get(position) ?? []).map(([field]) => field);
    const ofAccount = accounts?.columns.find((one) => one.position === position || one.value === position);
    const held = ofAccount && (ofAccount.value === position ? 'marketValue' : accounts?.field);
    const own = fields.findLast((field) => read.fields.includes(field)) ?? held;
    return header === '' ? [] : [{ header, use: own ?? useBeside(section, position, fields, read) }];
  });
}

/** What is looked up in a column that holds no field that is read. */
function useBeside(section: Section, position: number, fields: readonly Field[], { beside }: ReadOf): ColumnUse | null {
  const { headers, positions } = section.columns;
  if (beside.includes('side') && isSaleColumn(section, position)) return 'sold';
  if (beside.includes('side') && sideColumn(headers[position] ?? '', positions) !== null) return 'side';
  if (beside.length > 0 && isOptionHeader(headers[position] ?? '')) return 'option';
  if (beside.includes('dollars') && tellsDollars(section, position)) return 'dollars';
  if (fields.some((field) => NUMERIC.includes(field))) return 'numbers';
  return fields.some((field) => DATED.includes(field)) ? 'days' : null;
}

/** Whether a column names exchanges, or amounts in dollars beside lines that state no currency. */
function tellsDollars({ columns: { headers, positions }, rows }: Section, position: number): boolean {
  if (exchangeColumn(headers) === position) return true;
  const currency = positions.get('currency') ?? -1;
  const isStated = rows.every(({ cells }) => (cells[currency] ?? '').trim() !== '');
  return !isStated && [headers, ...rows.map(({ cells }) => cells)].some((cells) => DOLLARS.test(cells[position] ?? ''));
}
