import type { Filter } from './filter.ts';
import type { Metadata, MetadataValue } from './metadata.ts';

/** The values of one key: each distinct one once, and its number in every row that has it. 0: the row has none. */
interface Column {
  readonly numbers: Map<string, number>;
  readonly values: (MetadataValue | undefined)[];
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
      if (row >= column.rows.length) column.rows = grown(column.rows, row + 1);
      column.rows[row] = numberOf(column, value);
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
    const verdicts = Uint8Array.from(column.values, (value) => (holds(value) ? 1 : 0));
    const { rows } = column;
    return (row) => verdicts[rows[row] ?? 0] === 1;
  }

  #column(key: string): Column {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column: Column = { numbers: new Map(), values: [undefined], rows: new Uint32Array(64) };
    this.#columns.set(key, column);
    return column;
  }
}

function numberOf(column: Column, value: MetadataValue): number {
  const text = JSON.stringify(value);
  const known = column.numbers.get(text);
  if (known !== undefined) return known;
  const number = column.values.push(value) - 1;
  column.numbers.set(text, number);
  return number;
}

function grown(rows: Uint32Array, least: number): Uint32Array {
  const larger = new Uint32Array(Math.max(least, rows.length * 2));
  larger.set(rows);
  return larger;
}
