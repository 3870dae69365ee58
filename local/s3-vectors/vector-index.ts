import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';

import type { Filter } from './filter.ts';
import { isObject } from '../wire/json-service.ts';
import { MetadataColumns } from './metadata-columns.ts';
import { parseMetadata } from './metadata.ts';
import { nearest, type Neighbour } from './nearest.ts';
import { deleteRecord, generationRecord, putRecord, readRecord, type StoredVector } from './record.ts';
import { RowTable } from './row-table.ts';
import { VectorLog, type OnTornTail } from './vector-log.ts';
import { VectorMatrix, type DistanceMetric } from './vector-matrix.ts';

export interface IndexShape {
  readonly dimension: number;
  readonly metric: DistanceMetric;
}

/** A log that holds this many bytes that nothing needs, and more of them than needed ones, is written anew when it is opened. */
const WASTE = 16 * 1024 * 1024;
/** Vectors in a record of a log that is written anew. */
const BATCH = 200;

/** The vectors of one index: floats and what queries filter by in memory, other metadata in the log they were written to. */
export class VectorIndex {
  readonly shape: IndexShape;
  readonly rows = new RowTable();
  readonly #matrix: VectorMatrix;
  readonly #columns = new MetadataColumns();
  readonly #log: VectorLog;
  #generation = '';

  private constructor(path: string, shape: IndexShape, onTornTail: OnTornTail) {
    this.shape = shape;
    this.#matrix = new VectorMatrix(shape.dimension);
    const replay = (payload: Buffer, offset: number): void => {
      this.#replay(payload, offset);
    };
    this.#log = new VectorLog(path, replay, onTornTail);
    if (this.#generation === '') this.#append(generationRecord(randomUUID()));
  }

  /**
   * Opens the log, made if missing.
   *
   * @throws {DataFolderCorruptError} where more of it is damaged than its end
   */
  static async open(path: string, shape: IndexShape, onTornTail: OnTornTail): Promise<VectorIndex> {
    const anew = `${path}.new`;
    rmSync(anew, { force: true }); // What a process that died while it wrote it left behind.
    const index = new VectorIndex(path, shape, onTornTail);
    const needed = index.#neededBytes();
    const waste = index.#log.size - needed;
    if (waste < WASTE || waste < needed) return index;
    await index.#copyTo(anew);
    await index.close();
    renameSync(anew, path);
    return new VectorIndex(path, shape, onTornTail);
  }

  /** The name of this file: another one after it was written anew, when rows have changed. */
  get generation(): string {
    return this.#generation;
  }

  /** Resolves when all of them will outlive the process and the machine; one that fails has stored none. */
  async put(vectors: readonly StoredVector[]): Promise<void> {
    this.#append(putRecord(vectors));
    await this.#log.flush();
  }

  /** Keys that are not there are passed over. */
  async delete(keys: readonly string[]): Promise<void> {
    const there = keys.filter((key) => this.rows.row(key) !== undefined);
    if (there.length === 0) return;
    this.#append(deleteRecord(there));
    await this.#log.flush();
  }

  /** The row's own memory, not a copy. */
  data(row: number): Float32Array {
    return this.#matrix.get(row);
  }

  /** All that was put with the vector; undefined where that was nothing. */
  metadata(row: number): object | undefined {
    const { filterable, other } = this.#metadataJson(row);
    const merged = { ...object(filterable), ...object(other) };
    return Object.keys(merged).length === 0 ? undefined : merged;
  }

  /** Bytes of a row with everything in it. */
  bytes(row: number): number {
    const { filterableBytes, otherBytes } = this.rows.place(row);
    return Buffer.byteLength(this.rows.key(row) ?? '') + this.shape.dimension * 4 + filterableBytes + otherBytes;
  }

  /** The `k` nearest for which the filter holds, nearest first; those at the same distance in the order of their keys. */
  query(vector: Float32Array, k: number, filter: Filter | undefined): Neighbour[] {
    const key = (row: number): string => this.rows.key(row) ?? '';
    return nearest(this.#matrix, vector, {
      k,
      metric: this.shape.metric,
      before: (a, b) => key(a) < key(b),
      ...(filter !== undefined && { matches: this.#columns.matcher(filter) }),
    });
  }

  /** Safe to call again. */
  close(): Promise<void> {
    return this.#log.close();
  }

  #append(payload: Buffer): void {
    this.#replay(payload, this.#log.append(payload));
  }

  /** What a record says, whether just written or read from the log: there is one way for it to come true. */
  #replay(payload: Buffer, offset: number): void {
    readRecord(payload, this.shape.dimension, {
      generation: (id) => {
        this.#generation = id;
      },
      put: (key, data, filterableJson, place) => {
        const row = this.rows.set(key, { ...place, offset: offset + place.offset });
        this.#matrix.set(row, data);
        this.#columns.set(row, parseMetadata(filterableJson));
      },
      remove: (key) => {
        const row = this.rows.remove(key);
        if (row !== undefined) this.#matrix.remove(row);
      },
    });
  }

  #metadataJson(row: number): { filterable: string; other: string } {
    const { offset, filterableBytes, otherBytes } = this.rows.place(row);
    const bytes = this.#log.read(offset, filterableBytes + otherBytes);
    return {
      filterable: bytes.toString('utf8', 0, filterableBytes),
      other: bytes.toString('utf8', filterableBytes),
    };
  }

  #neededBytes(): number {
    let bytes = 0;
    for (let row = 0; row < this.rows.limit; row += 1) if (this.rows.key(row) !== undefined) bytes += this.bytes(row);
    return bytes;
  }

  async #copyTo(path: string): Promise<void> {
    const copy = new VectorIndex(path, this.shape, () => undefined);
    for (let first = 0; first < this.rows.limit; first += BATCH) {
      const batch: StoredVector[] = [];
      for (let row = first; row < Math.min(first + BATCH, this.rows.limit); row += 1) {
        const key = this.rows.key(row);
        if (key === undefined) continue;
        const { filterable, other } = this.#metadataJson(row);
        batch.push({ key, data: this.data(row), filterableJson: filterable, otherJson: other });
      }
      if (batch.length > 0) copy.#append(putRecord(batch));
    }
    await copy.#log.flush();
    await copy.close();
  }
}

function object(json: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(json);
  return isObject(parsed) ? parsed : {};
}
