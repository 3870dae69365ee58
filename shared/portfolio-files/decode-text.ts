import type { Findings } from './findings.ts';
import { MAX_FILE_BYTES } from './input-file.ts';

/** First bytes of files that people mistake for a text export, and what to do instead. */
const SIGNATURES: [bytes: number[], what: string, remedy: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a workbook or zip archive', 'Open it and save the sheet of positions as CSV.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook', 'Open it and save the sheet of positions as CSV.'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Download the positions as CSV from your broker instead.'],
  [[0x1f, 0x8b], 'a gzip archive', 'Unpack it first.'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture', 'Download the positions as CSV from your broker instead.'],
  [[0xff, 0xd8, 0xff], 'a picture', 'Download the positions as CSV from your broker instead.'],
];

/** Looked at to tell what kind of bytes they are. */
const SAMPLE = 4096;
/** Share of control characters above which bytes are no text. */
const MOST_CONTROL = 0.01;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** UTF-16 by its byte order mark, or by the zero that every second byte of Latin text is. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length * 0.4;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const lineAt = (bytes: Uint8Array, index: number): number =>
  bytes.subarray(0, index).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);

const isControl = (byte: number): boolean => byte < 32 && ![9, 10, 12, 13].includes(byte);

/**
 * The text of a file, its line ends all "\n": UTF-8, UTF-16 (either byte order) or Windows-1252. Null, with a problem in
 * `findings`, where the bytes are empty, too many, or no text.
 */
export function decodeText(bytes: Uint8Array, findings: Findings): string | null {
  if (bytes.length === 0) findings.problem('the file is empty');
  else if (bytes.length > MAX_FILE_BYTES) {
    findings.problem(`the file is too large (${(bytes.length / 1024 / 1024).toFixed(1)} MB; at most 10 MB are read)`);
  } else {
    const text = textOf(bytes, findings);
    if (text?.trim() !== '') return text?.replace(/\r\n?/g, '\n') ?? null;
    findings.problem('the file is empty: it holds nothing but blanks');
  }
  return null;
}

function textOf(bytes: Uint8Array, findings: Findings): string | null {
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known !== undefined) {
    findings.problem(`this is ${known[1]}, not a CSV or JSON text. ${known[2]}`);
    return null;
  }
  const wide = utf16(bytes);
  if (wide !== null) {
    const text = decode(bytes, wide);
    if (text === null) findings.problem('the file starts as UTF-16 text but is damaged. Save it again as UTF-8.');
    return text;
  }
  const zero = bytes.indexOf(0);
  const sample = bytes.subarray(0, SAMPLE);
  if (zero >= 0)
    findings.problem('the file is binary (it holds a NUL byte), not a CSV or JSON text', lineAt(bytes, zero));
  else if (sample.filter(isControl).length > sample.length * MOST_CONTROL) {
    findings.problem('the file is binary, not a CSV or JSON text');
  } else return decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252');
  return null;
}
