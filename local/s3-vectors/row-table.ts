import { ByteTable, grown } from './byte-table.ts';
import type { MetadataPlace } from './record.ts';

/** Offsets in the log go beyond 32 bits: two numbers each. */
const HIGH = 0x1_0000_0000;

/** Which key is in which row, and where in the log its metadata are. A row is its vector's until that is deleted. */
export class RowTable {
  readonly #keys = new ByteTable();
  /** Four numbers a row: the offset's lower and upper half, bytes of the filterable part and of the other. */
  #places = new Uint32Array(256);

  get count(): number {
    return this.#keys.count;
  }
  /** Every row is below this. */
  get limit(): number {
    return this.#keys.limit;
  }

  row(key: string): number | undefined {
    return this.#keys.find(key);
  }
  key(row: number): string | undefined {
    return this.#keys.text(row);
  }
  place(row: number): MetadataPlace {
    const at = row * 4;
    return {
      offset: (this.#places[at] ?? 0) + (this.#places[at + 1] ?? 0) * HIGH,
      filterableBytes: this.#places[at + 2] ?? 0,
      otherBytes: this.#places[at + 3] ?? 0,
    };
  }

  /** The row of a key, its own or a new one. */
  set(key: string, { offset, filterableBytes, otherBytes }: MetadataPlace): number {
    const row = this.#keys.add(key);
    const at = row * 4;
    if (at + 4 > this.#places.length) this.#places = grown(this.#places, at + 4);
    this.#places[at] = offset % HIGH;
    this.#places[at + 1] = Math.floor(offset / HIGH);
    this.#places[at + 2] = filterableBytes;
    this.#places[at + 3] = otherBytes;
    return row;
  }

  /** The row that is free now; undefined where there is no such key. */
  remove(key: string): number | undefined {
    return this.#keys.remove(key);
  }
}
