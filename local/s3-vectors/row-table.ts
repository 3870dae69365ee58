import type { MetadataPlace } from './record.ts';

/** Which key is in which row, and where in the log its metadata are. A row is its vector's until that is deleted. */
export class RowTable {
  readonly #rows = new Map<string, number>();
  readonly #keys: (string | undefined)[] = [];
  // Columns of numbers, not objects: a hundred thousand of those would take as much room again as their keys.
  readonly #offsets: number[] = [];
  readonly #filterable: number[] = [];
  readonly #other: number[] = [];
  readonly #free: number[] = [];

  get count(): number {
    return this.#rows.size;
  }
  /** Every row is below this. */
  get limit(): number {
    return this.#keys.length;
  }

  row(key: string): number | undefined {
    return this.#rows.get(key);
  }
  key(row: number): string | undefined {
    return this.#keys[row];
  }
  place(row: number): MetadataPlace {
    return {
      offset: this.#offsets[row] ?? 0,
      filterableBytes: this.#filterable[row] ?? 0,
      otherBytes: this.#other[row] ?? 0,
    };
  }

  /** The row of a key, its own or a new one. */
  set(key: string, place: MetadataPlace): number {
    const row = this.#rows.get(key) ?? this.#free.pop() ?? this.#keys.length;
    this.#rows.set(key, row);
    this.#keys[row] = key;
    this.#offsets[row] = place.offset;
    this.#filterable[row] = place.filterableBytes;
    this.#other[row] = place.otherBytes;
    return row;
  }

  /** The row that is free now; undefined where there is no such key. */
  remove(key: string): number | undefined {
    const row = this.#rows.get(key);
    if (row === undefined) return undefined;
    this.#rows.delete(key);
    this.#keys[row] = undefined;
    this.#free.push(row);
    return row;
  }
}
