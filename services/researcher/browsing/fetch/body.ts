import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Limits } from '../limits.ts';
import { durationText, sizeText } from '../limit-text.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';

/** The encodings asked for, and the only ones understood. */
export const acceptEncoding = 'gzip, deflate, br';

const decoders: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
]);

/**
 * The body, decompressed while it is counted: a bomb is stopped at the limit, not measured after it went off. What comes
 * over the wire is counted as well, since compressed input need not ever yield output.
 * @throws PageRefusedError too_large, timed_out (no byte for `idleMs`), bad_response
 */
export async function readBody(
  message: IncomingMessage,
  url: URL,
  rules: { limits: Pick<Limits, 'bodyBytes' | 'idleMs'>; overflow: 'refuse' | 'cut' },
): Promise<Buffer> {
  const { bodyBytes, idleMs } = rules.limits;
  const tooLarge = () =>
    new PageRefusedError('too_large', nameOf(url), `${nameOf(url)} is larger than ${sizeText(bodyBytes)}.`);
  if (rules.overflow === 'refuse' && Number(message.headers['content-length'] ?? 0) > bodyBytes) throw tooLarge();

  let wire = 0;
  const silent = () =>
    message.destroy(
      new PageRefusedError('timed_out', nameOf(url), `${url.host} sent nothing more for ${durationText(idleMs)}.`),
    );
  let timer = setTimeout(silent, idleMs);
  message.on('data', (chunk: Buffer) => {
    clearTimeout(timer);
    timer = setTimeout(silent, idleMs);
    wire += chunk.length;
    if (wire > bodyBytes + 1024) message.destroy(tooLarge());
  });

  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded(message, url)) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size > bodyBytes) {
        if (rules.overflow === 'refuse') throw tooLarge();
        chunks.push(chunk.subarray(0, chunk.length - (size - bodyBytes)));
        break;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof PageRefusedError) throw error;
    throw new PageRefusedError('bad_response', nameOf(url), `The answer of ${url.host} broke off or is damaged.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    message.destroy();
  }
  return Buffer.concat(chunks);
}

function decoded(message: IncomingMessage, url: URL): AsyncIterable<unknown> {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return message;
  const decoder = decoders.get(encoding)?.();
  if (decoder === undefined) {
    // Layers ("gzip, gzip") multiply what a bomb does, and no one sends them in earnest.
    throw new PageRefusedError('bad_response', nameOf(url), `${url.host} answered in an encoding not asked for.`);
  }
  // The iteration tells of failures; the callback is only what keeps them from being uncaught.
  return pipeline(message, decoder, () => undefined);
}
