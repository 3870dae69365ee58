import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

const BLOCK = 512;
const PIECE = 1024 * 1024;

/**
 * Unpacks the plain files and folders of a ustar archive (POSIX.1-1988: blocks of 512 bytes, a header before each file) into
 * `folder`, for this user alone, a piece at a time: the archive is never in memory as a whole.
 *
 * @throws Error where the file ends too early, is no tar, or names a place outside the folder; what the file system refuses
 */
export function unpackTar(archive: string, folder: string): void {
  const root = resolve(folder);
  const input = openSync(archive, 'r');
  const piece = Buffer.alloc(PIECE);
  const read = (bytes: number): Buffer => {
    let done = 0;
    while (done < bytes) {
      const got = readSync(input, piece, done, bytes - done, null);
      if (got === 0) throw new Error(`${archive} ends too early`);
      done += got;
    }
    return piece.subarray(0, bytes);
  };
  try {
    for (;;) {
      const entry = parseHeader(read(BLOCK), archive);
      if (entry === undefined) return;
      const path = join(root, entry.name);
      if (path !== root && !path.startsWith(root + sep)) throw new Error(`${archive} names ${entry.name}`);
      if (entry.isFolder) {
        mkdirSync(path, { recursive: true, mode: 0o700 });
        continue;
      }
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFile(path, entry.bytes, read);
    }
  } finally {
    closeSync(input);
  }
}

/** The file's contents, which `read` has next, and the rest of their last block. */
function writeFile(path: string, bytes: number, read: (bytes: number) => Buffer): void {
  const output = openSync(path, 'w', 0o600);
  try {
    for (let left = bytes; left > 0;) {
      const contents = read(Math.min(left, PIECE));
      for (let done = 0; done < contents.length;) done += writeSync(output, contents, done);
      left -= contents.length;
    }
    const rest = bytes % BLOCK;
    if (rest > 0) read(BLOCK - rest);
  } finally {
    closeSync(output);
  }
}

/** Undefined for the empty block that ends an archive. */
function parseHeader(header: Buffer, archive: string): { name: string; bytes: number; isFolder: boolean } | undefined {
  if (header.every((byte) => byte === 0)) return undefined;
  const text = (from: number, length: number) => {
    const field = header.subarray(from, from + length);
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end < 0 ? length : end);
  };
  const octal = (from: number, length: number) => Number.parseInt(text(from, length).trim(), 8);
  // The checksum is the sum of all bytes with its own eight taken as spaces.
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  const bytes = octal(124, 12);
  if (sum !== octal(148, 8) || !(bytes >= 0)) throw new Error(`${archive} is damaged, or no tar archive`);
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : '';
  return { name: join(prefix, text(0, 100)), bytes, isFolder: header[156] === '5'.charCodeAt(0) };
}
