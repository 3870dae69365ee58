/** One vector as it is written: its metadata in two parts, so that opening an index reads only what queries filter by. */
export interface StoredVector {
  readonly key: string;
  readonly data: Float32Array;
  readonly filterableJson: string;
  readonly otherJson: string;
}

/** Where a vector's metadata lie in a payload: the filterable part, then the other, right behind it. */
export interface MetadataPlace {
  readonly offset: number;
  readonly filterableBytes: number;
  readonly otherBytes: number;
}

export interface RecordReader {
  /** The file's own name, first of all records: pages of an older file cannot be asked for in a new one. */
  generation(id: string): void;
  put(key: string, data: Float32Array, filterableJson: string, place: MetadataPlace): void;
  remove(key: string): void;
}

const GENERATION = 0;
const PUT = 1;
const DELETE = 2;

/** One call of PutVectors is one record: all of it lasts, or nothing. */
export function putRecord(vectors: readonly StoredVector[]): Buffer {
  const parts: Uint8Array[] = [Uint8Array.of(PUT)];
  for (const { key, data, filterableJson, otherJson } of vectors) {
    const texts = [key, filterableJson, otherJson].map((text) => Buffer.from(text));
    const [keyBytes, filterable, other] = texts;
    if (keyBytes === undefined || filterable === undefined || other === undefined) continue;
    parts.push(sizes(texts.map((text) => text.length)), keyBytes, bytesOf(data), filterable, other);
  }
  return Buffer.concat(parts);
}

export function deleteRecord(keys: readonly string[]): Buffer {
  const parts: Uint8Array[] = [Uint8Array.of(DELETE)];
  for (const key of keys) {
    const text = Buffer.from(key);
    parts.push(sizes([text.length]), text);
  }
  return Buffer.concat(parts);
}

export function generationRecord(id: string): Buffer {
  return Buffer.concat([Uint8Array.of(GENERATION), Buffer.from(id)]);
}

/** Tells `reader` what a payload says. @throws {RangeError} where it is not what this version writes */
export function readRecord(payload: Buffer, dimension: number, reader: RecordReader): void {
  let at = 1;
  const number = (): number => {
    at += 4;
    return payload.readUInt32LE(at - 4);
  };
  const text = (length: number): string => {
    if (at + length > payload.length) throw new RangeError('a text goes beyond its record');
    at += length;
    return payload.toString('utf8', at - length, at);
  };
  const data = new Float32Array(dimension);
  switch (payload[0]) {
    case GENERATION:
      reader.generation(payload.toString('utf8', 1));
      return;
    case DELETE:
      while (at < payload.length) reader.remove(text(number()));
      return;
    case PUT:
      while (at < payload.length) {
        const keyBytes = number();
        const filterableBytes = number();
        const otherBytes = number();
        const key = text(keyBytes);
        bytesOf(data).set(payload.subarray(at, at + data.byteLength));
        at += data.byteLength;
        const place = { offset: at, filterableBytes, otherBytes };
        const filterableJson = text(filterableBytes);
        at += otherBytes;
        reader.put(key, data, filterableJson, place);
      }
      return;
    default:
      throw new RangeError(`a record of an unknown kind, ${String(payload[0])}`);
  }
}

function bytesOf(data: Float32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function sizes(numbers: readonly number[]): Buffer {
  const written = Buffer.allocUnsafe(numbers.length * 4);
  for (const [i, size] of numbers.entries()) written.writeUInt32LE(size, i * 4);
  return written;
}
