import { TextDecoder } from 'node:util';

/**
 * Bytes as text, in the order of the HTML standard ("determining the character encoding"): byte order mark, the
 * transport's charset, what the document's first 1,024 bytes declare, then UTF-8 where the bytes are UTF-8, and
 * windows-1252 where they are not. An unknown label counts as none. Beyond the standard, a page that declares one of
 * the single-byte encodings of the West and is in UTF-8 is read as that: whatever saved it left its declaration as it was.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = markOf(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const inside = decoderFor(declaredInside(bytes));
  const named = decoderFor(declared) ?? (inside?.encoding === 'windows-1252' ? undefined : inside);
  if (named !== undefined) return named.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

function declaredInside(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label =
    /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(start)?.[1] ??
    /^<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/i.exec(start)?.[1];
  // A document whose ASCII could be read is not in UTF-16, whatever it says.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string | undefined): TextDecoder | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label.trim());
  } catch {
    return undefined;
  }
}
