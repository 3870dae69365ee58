/** First bytes by which a file is known for something that is no text, and what it is. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive or an Office document'],
  ['\xD0\xCF\x11\xE0', 'an old Office document'],
  ['\x89PNG', 'a picture'],
  ['\xFF\xD8\xFF', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1F\x8B', 'a compressed file'],
];

/** What bytes are by their signature, whatever their file is called: "a PDF"; undefined where they may be text. */
export function signatureOf(bytes: Uint8Array): string | undefined {
  const start = Array.from(bytes.subarray(0, 64), (byte) => String.fromCharCode(byte)).join('');
  // Before a PDF's there may be a byte order mark or blank lines.
  const bare = start.replace(/^(?:\xEF\xBB\xBF)?[\t\n\r ]*/, '');
  return SIGNATURES.find(([mark]) => start.startsWith(mark) || bare.startsWith(mark))?.[1];
}
