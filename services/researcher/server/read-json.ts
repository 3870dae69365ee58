import type { IncomingMessage } from 'node:http';
import { AlexError, InvalidInputError } from '../../../shared/errors.ts';

/** A request names a topic and a moment. */
const MOST_BYTES = 16_384;

/** The body is larger than a request can be. */
class TooLargeError extends AlexError {
  override readonly name = 'TooLargeError';
  constructor() {
    super(`The body is larger than ${MOST_BYTES} bytes.`, { code: 'too_large', status: 413, retryable: false });
  }
}

/**
 * The JSON of a request's body; an empty body is an empty object.
 *
 * @throws {InvalidInputError} for what is not JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new TooLargeError();
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) throw new TooLargeError();
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInputError('The body is not JSON.', [{ path: '', message: 'must be JSON' }]);
  }
}
