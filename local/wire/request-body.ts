import type { IncomingMessage } from 'node:http';

/** How far past the limit a body is read and thrown away before the connection is cut. */
const DRAIN_LIMIT = 64 * 1024 * 1024;

/**
 * Reads a whole request body of at most `limit` bytes. A larger one is read to its end and thrown away, so that the
 * client finishes sending and can read the refusal, and `undefined` is returned.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > DRAIN_LIMIT) break; // Leaving the loop destroys the stream.
  }
  return size > limit ? undefined : Buffer.concat(chunks, size);
}
