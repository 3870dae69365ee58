import { isObject } from '../wire/json-service.ts';
import { FILTERABLE_BYTES, METADATA_BYTES, METADATA_KEYS } from './limits.ts';
import { invalidRecord } from './validation.ts';

export type Primitive = string | number | boolean;
export type MetadataValue = Primitive | readonly Primitive[];
export type Metadata = Readonly<Record<string, MetadataValue>>;

/** A vector's metadata in its two kinds, each as the JSON it is kept as. */
export interface SplitMetadata {
  readonly filterableJson: string;
  readonly otherJson: string;
}

export function isPrimitive(value: unknown): value is Primitive {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

/**
 * Checks a vector's metadata and parts what queries can filter by from the rest.
 *
 * @param path JSON pointer of the metadata
 * @throws {ServiceException} ValidationException: more than 50 keys, 2 KB of it filterable or 40 KB in all (bytes of JSON), or a
 *   value that is no string, number, boolean or list of these
 */
export function splitMetadata(
  given: unknown,
  nonFilterable: ReadonlySet<string>,
  { path, key }: { path: string; key: string },
): SplitMetadata {
  if (given === undefined || given === null) return { filterableJson: '{}', otherJson: '{}' };
  if (!isObject(given)) throw invalidRecord(path, key, 'Metadata must be an object');
  const entries = Object.entries(given);
  if (entries.length > METADATA_KEYS) {
    throw invalidRecord(path, key, `Metadata object must have at most ${METADATA_KEYS} keys`);
  }
  const checked = entries.map(([name, value]): [string, MetadataValue] => {
    const at = `${path}/${name}`;
    if (name === '') throw invalidRecord(at, key, 'Metadata keys must not be empty');
    if (isMetadataValue(value)) return [name, value];
    throw invalidRecord(at, key, `Metadata '${name}' must be a string, number, boolean or a list of these`);
  });
  const filterableJson = JSON.stringify(Object.fromEntries(checked.filter(([name]) => !nonFilterable.has(name))));
  const otherJson = JSON.stringify(Object.fromEntries(checked.filter(([name]) => nonFilterable.has(name))));
  const bytes = Buffer.byteLength(filterableJson);
  if (bytes > FILTERABLE_BYTES) {
    throw invalidRecord(path, key, `Filterable metadata must have at most ${FILTERABLE_BYTES} bytes`);
  }
  if (bytes + Buffer.byteLength(otherJson) > METADATA_BYTES) {
    throw invalidRecord(path, key, `Metadata must have at most ${METADATA_BYTES} bytes`);
  }
  return { filterableJson, otherJson };
}

export function isMetadataValue(value: unknown): value is MetadataValue {
  return isPrimitive(value) || isPrimitives(value);
}

function isPrimitives(value: unknown): value is readonly Primitive[] {
  return Array.isArray(value) && value.every(isPrimitive);
}

/** The filterable part as it was kept. */
export function parseMetadata(json: string): Metadata {
  const parsed: unknown = JSON.parse(json);
  if (!isObject(parsed)) return {};
  const known = Object.entries(parsed).flatMap(([name, value]): [string, MetadataValue][] =>
    isMetadataValue(value) ? [[name, value]] : [],
  );
  return Object.fromEntries(known);
}
