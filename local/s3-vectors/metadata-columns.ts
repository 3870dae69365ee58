import type { Filter } from './filter.ts';
import { ByteTable, grown } from './byte-table.ts';
import { isMetadataValue, type Metadata, type MetadataValue } from './metadata.ts';

/** The values of one key: each distinct one once, as JSON, and one more than its number in every row that has it. 0: the row has none. */
interface Column {
  readonly values: ByteTable;
  rows: Uint32Array;
}

/**
 * The filterable metadata of an index, a column a key. As objects they would take more room than the vectors; and a condition is
 * worked out once for each distinct value, not for each row.
 */
export class MetadataColumns {
  readonly #columns = new Map<string, Column>();

  set(row: number, metadata: Metadata): void {
    for (const [key, column] of this.#columns) {
      if (!Object.hasOwn(metadata, key) && row < column.rows.length) column.rows[row] = 0;
    }
    for (const [key, value] of Object.entries(metadata)) {
      const column = this.#column(key);
      if (row >= column.rows.length) column.rows = grown(column.rows, row);
      column.rows[row] = column.values.add(JSON.stringify(value)) + 1;
    }
  }

  /** Whether a filter holds for a row, as fast as asking for every row wants. */
  matcher(filter: Filter): (row: number) => boolean {
    if (filter.kind === 'condition') return this.#condition(filter.key, filter.holds);
    const parts = filter.parts.map((part) => this.matcher(part));
    return filter.kind === 'and'
      ? (row) => parts.every((matches) => matches(row))
      : (row) => parts.some((matches) => matches(row));
  }

  #condition(key: string, holds: (value: MetadataValue | undefined) => boolean): (row: number) => boolean {
    const column = this.#columns.get(key);
    const ofNone = holds(undefined);
    if (column === undefined) return () => ofNone;
    const { rows, values } = column;
    const verdicts = new Uint8Array(values.limit + 1);
    verdicts[0] = ofNone ? 1 : 0;
    for (let number = 0; number < values.limit; number += 1) {
      verdicts[number + 1] = holds(valueOf(values.text(number))) ? 1 : 0;
    }
    return (row) => verdicts[rows[row] ?? 0] === 1;
  }

  #column(key: string): Column {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column: Column = { values: new ByteTable(), rows: new Uint32Array(64) };
    this.#columns.set(key, column);
    return column;
  }
}

function valueOf(json: string | undefined): MetadataValue | undefined {
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  return isMetadataValue(value) ? value : undefined;
}
