import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { DataFolderCorruptError } from '../errors.ts';
import {
  readBucketDefinition,
  readIndexDefinition,
  type BucketDefinition,
  type IndexDefinition,
} from './definitions.ts';
import type { IndexName } from './names.ts';
import { conflict, notFound } from './validation.ts';
import type { OnTornTail } from './vector-log.ts';
import { VectorIndex } from './vector-index.ts';
import { foldersOf, makeFolderWith, readJson, removeFolder } from './whole-file.ts';

export interface VectorStoreOptions {
  folder: string;
  region: string;
  accountId: string;
  onTornTail: OnTornTail;
}

interface Index {
  readonly definition: IndexDefinition;
  /** Undefined until somebody asks for a vector: an index takes its memory only then. */
  opened: Promise<VectorIndex> | undefined;
}

interface Bucket {
  readonly definition: BucketDefinition;
  readonly indexes: Map<string, Index>;
}

// Before every name, so that none is one that Windows keeps for itself (con, nul).
const BUCKET = 'bucket-';
const INDEX = 'index-';

/** Vector buckets and their indexes in a folder: `bucket-NAME/bucket.json`, `bucket-NAME/index-NAME/{index.json,vectors.log}`. */
export class VectorStore {
  readonly region: string;
  readonly accountId: string;
  readonly #folder: string;
  readonly #onTornTail: OnTornTail;
  readonly #buckets = new Map<string, Bucket>();

  /** @throws {DataFolderCorruptError} */
  constructor(options: VectorStoreOptions) {
    this.region = options.region;
    this.accountId = options.accountId;
    this.#folder = options.folder;
    this.#onTornTail = options.onTornTail;
    mkdirSync(options.folder, { recursive: true });
    for (const name of foldersOf(options.folder, BUCKET)) {
      const folder = join(options.folder, name);
      const definition = checked(join(folder, 'bucket.json'), readBucketDefinition);
      const indexes = foldersOf(folder, INDEX).map((index): [string, Index] => {
        const found = checked(join(folder, index, 'index.json'), readIndexDefinition);
        return [found.name, { definition: found, opened: undefined }];
      });
      this.#buckets.set(definition.name, { definition, indexes: new Map(indexes) });
    }
  }

  /** In the order of their names. */
  buckets(): BucketDefinition[] {
    return [...this.#buckets.values()].map(({ definition }) => definition).sort(byName);
  }

  /** @throws {ServiceException} NotFoundException */
  bucket(name: string): BucketDefinition {
    return this.#bucket(name).definition;
  }

  /** @throws {ServiceException} ConflictException */
  createBucket(definition: BucketDefinition): void {
    if (this.#buckets.has(definition.name)) throw conflict('A vector bucket with the specified name already exists');
    makeFolderWith(this.#folder, BUCKET + definition.name, 'bucket.json', definition);
    this.#buckets.set(definition.name, { definition, indexes: new Map() });
  }

  /** @throws {ServiceException} NotFoundException; ConflictException while it has indexes */
  deleteBucket(name: string): void {
    if (this.#bucket(name).indexes.size > 0) throw conflict('The specified vector bucket is not empty');
    this.#buckets.delete(name);
    removeFolder(this.#folder, BUCKET + name);
  }

  /** In the order of their names. @throws {ServiceException} NotFoundException */
  indexes(bucket: string): IndexDefinition[] {
    return [...this.#bucket(bucket).indexes.values()].map(({ definition }) => definition).sort(byName);
  }

  /** @throws {ServiceException} NotFoundException */
  index(name: IndexName): IndexDefinition {
    return this.#index(name).definition;
  }

  /** @throws {ServiceException} NotFoundException, ConflictException */
  createIndex(bucket: string, definition: IndexDefinition): void {
    const { indexes } = this.#bucket(bucket);
    if (indexes.has(definition.name)) throw conflict('A vector index with the specified name already exists');
    makeFolderWith(join(this.#folder, BUCKET + bucket), INDEX + definition.name, 'index.json', definition);
    indexes.set(definition.name, { definition, opened: undefined });
  }

  /** With all its vectors. @throws {ServiceException} NotFoundException */
  async deleteIndex(name: IndexName): Promise<void> {
    await (await this.#index(name).opened?.catch(() => undefined))?.close();
    this.#index(name); // Somebody else may have deleted it meanwhile.
    this.#bucket(name.bucket).indexes.delete(name.index);
    removeFolder(join(this.#folder, BUCKET + name.bucket), INDEX + name.index);
  }

  /** The vectors of an index. @throws {ServiceException} NotFoundException @throws {DataFolderCorruptError} */
  async vectors(name: IndexName): Promise<VectorIndex> {
    const index = this.#index(name);
    const { dimension, distanceMetric: metric } = index.definition;
    const path = join(this.#folder, BUCKET + name.bucket, INDEX + name.index, 'vectors.log');
    index.opened ??= VectorIndex.open(path, { dimension, metric }, this.#onTornTail);
    try {
      return await index.opened;
    } catch (error) {
      index.opened = undefined; // A disk that was full may have room the next time.
      throw error;
    }
  }

  async close(): Promise<void> {
    const indexes = [...this.#buckets.values()].flatMap(({ indexes: all }) => [...all.values()]);
    await Promise.allSettled(indexes.map(async ({ opened }) => (await opened)?.close()));
  }

  #bucket(name: string): Bucket {
    const found = this.#buckets.get(name);
    if (found === undefined) throw notFound('The specified vector bucket could not be found');
    return found;
  }

  #index({ bucket, index }: IndexName): Index {
    const found = this.#bucket(bucket).indexes.get(index);
    if (found === undefined) throw notFound('The specified index could not be found');
    return found;
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function checked<T>(path: string, parse: (json: unknown) => T): T {
  try {
    return parse(readJson(path));
  } catch (error) {
    throw new DataFolderCorruptError(path, 'it does not describe what its folder holds', error);
  }
}
