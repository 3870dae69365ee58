import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

import { DataFolderCorruptError } from '../errors.ts';
import { frame, HEADER_BYTES, isIntact, readHeader } from './frame.ts';

const sync = promisify(fdatasync);

/** Told how many bytes at the end were no whole record: what a write left that was cut off before anybody was told it had been made. */
export type OnTornTail = (cut: { path: string; bytes: number }) => void;

/**
 * A file to which records are only ever added. What `append` has returned for and `flush` has resolved for is there after the
 * death of the process at any line, and of the machine.
 */
export class VectorLog {
  readonly path: string;
  readonly #file: number;
  #size: number;
  #broken: Error | undefined;
  #closing: Promise<void> | undefined;
  readonly #flushes = new Set<Promise<void>>();

  /**
   * Opens the file, made if missing, and reads every record in it; `bytes` is where the payload begins in the file.
   *
   * @throws {DataFolderCorruptError} where what is damaged is not merely the end
   */
  constructor(path: string, onRecord: (payload: Buffer, offset: number) => void, onTornTail: OnTornTail) {
    this.path = path;
    this.#file = openSync(path, 'a+');
    try {
      const written = fstatSync(this.#file).size;
      this.#size = this.#readAll(written, onRecord);
      if (this.#size < written) {
        ftruncateSync(this.#file, this.#size);
        onTornTail({ path, bytes: written - this.#size });
      }
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  /** Adds a record; where its payload begins in the file. A write that fails half-way is taken back. */
  append(payload: Uint8Array): number {
    if (this.#broken !== undefined) throw this.#broken;
    const framed = frame(payload);
    const start = this.#size;
    try {
      for (let done = 0; done < framed.length;) done += writeSync(this.#file, framed, done);
    } catch (error) {
      this.#takeBack(start);
      throw error;
    }
    this.#size += framed.length;
    return start + HEADER_BYTES;
  }

  /** Resolves when everything appended until now is on the disk. */
  async flush(): Promise<void> {
    const flushing = sync(this.#file);
    this.#flushes.add(flushing);
    try {
      await flushing;
    } finally {
      this.#flushes.delete(flushing);
    }
  }

  read(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    this.#fill(bytes, offset);
    return bytes;
  }

  /** Waits for what is being flushed. Safe to call again. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#flushes).then(() => {
      closeSync(this.#file);
    });
    return this.#closing;
  }

  /** How far the file holds whole records. */
  #readAll(written: number, onRecord: (payload: Buffer, offset: number) => void): number {
    const header = Buffer.allocUnsafe(HEADER_BYTES);
    let buffer = Buffer.allocUnsafe(1024 * 1024);
    let at = 0;
    while (at + HEADER_BYTES <= written) {
      this.#fill(header, at);
      const found = readHeader(header);
      const start = at + HEADER_BYTES;
      if (found === undefined) {
        if (this.#isBlank(at, written)) break;
        throw this.#damaged(at);
      }
      const end = start + found.length;
      if (end > written) break;
      if (found.length > buffer.length) buffer = Buffer.allocUnsafe(found.length);
      const payload = buffer.subarray(0, found.length);
      this.#fill(payload, start);
      if (!isIntact(payload, found.crc)) {
        // A machine that lost its power may have kept a file's length and not what was in it.
        if (end === written) break;
        throw this.#damaged(at);
      }
      try {
        onRecord(payload, start);
      } catch (error) {
        throw this.#damaged(at, error);
      }
      at = end;
    }
    return at;
  }

  /** Whether nothing but zeros follows: a length that reached the disk before its content. */
  #isBlank(from: number, to: number): boolean {
    const piece = Buffer.allocUnsafe(64 * 1024);
    for (let at = from; at < to; at += piece.length) {
      const part = piece.subarray(0, Math.min(piece.length, to - at));
      this.#fill(part, at);
      if (part.some((byte) => byte !== 0)) return false;
    }
    return true;
  }

  #fill(bytes: Buffer, offset: number): void {
    for (let done = 0; done < bytes.length;) {
      const read = readSync(this.#file, bytes, done, bytes.length - done, offset + done);
      if (read === 0) throw new RangeError(`${this.path} ends before what it should hold`);
      done += read;
    }
  }

  #takeBack(size: number): void {
    try {
      ftruncateSync(this.#file, size);
    } catch (error) {
      this.#broken = new Error(`${this.path} can take no more writes until Alex is started again.`, { cause: error });
    }
  }

  #damaged(at: number, cause?: unknown): DataFolderCorruptError {
    return new DataFolderCorruptError(this.path, `what it holds from byte ${at} on is not what was written`, cause);
  }
}
