import { isObject } from '../wire/json-service.ts';
import type { DistanceMetric } from './vector-matrix.ts';

/** bucket.json */
export interface BucketDefinition {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** index.json */
export interface IndexDefinition extends BucketDefinition {
  readonly dimension: number;
  readonly distanceMetric: DistanceMetric;
  readonly nonFilterableMetadataKeys: readonly string[];
}

// Read by hand: what describes two small files would take as much memory as ten thousand vectors.

/** @throws {TypeError} where it does not describe a bucket */
export function readBucketDefinition(json: unknown): BucketDefinition {
  const { name, createdAt } = isObject(json) ? json : {};
  if (typeof name !== 'string' || typeof createdAt !== 'number') throw new TypeError('name and createdAt are wanted');
  return { name, createdAt };
}

/** @throws {TypeError} where it does not describe an index */
export function readIndexDefinition(json: unknown): IndexDefinition {
  const { dimension, distanceMetric, nonFilterableMetadataKeys } = isObject(json) ? json : {};
  if (typeof dimension !== 'number' || !Number.isInteger(dimension) || dimension < 1) {
    throw new TypeError('dimension is no whole number from 1 on');
  }
  if (distanceMetric !== 'cosine' && distanceMetric !== 'euclidean') {
    throw new TypeError('distanceMetric is neither cosine nor euclidean');
  }
  if (!isTexts(nonFilterableMetadataKeys)) throw new TypeError('nonFilterableMetadataKeys is no list of texts');
  return { ...readBucketDefinition(json), dimension, distanceMetric, nonFilterableMetadataKeys };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
