import { crc32 } from 'node:zlib';

/**
 * How a record lies in a log: 16 bytes (a mark, the payload's length, its CRC-32, and the CRC-32 of these 12), then the payload.
 * The header is checked by itself, so that a length is only believed where it is what was written.
 */
export const HEADER_BYTES = 16;
const MARK = 0x41_58_56_31; // AXV1

export function frame(payload: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  framed.writeUInt32BE(MARK, 0);
  framed.writeUInt32BE(payload.length, 4);
  framed.writeUInt32BE(crc32(payload), 8);
  framed.writeUInt32BE(crc32(framed.subarray(0, 12)), 12);
  framed.set(payload, HEADER_BYTES);
  return framed;
}

/** What a header says of its payload; undefined where it is none. */
export function readHeader(header: Buffer): { length: number; crc: number } | undefined {
  if (header.readUInt32BE(0) !== MARK || header.readUInt32BE(12) !== crc32(header.subarray(0, 12))) return undefined;
  return { length: header.readUInt32BE(4), crc: header.readUInt32BE(8) };
}

export function isIntact(payload: Uint8Array, crc: number): boolean {
  return crc32(payload) === crc;
}
