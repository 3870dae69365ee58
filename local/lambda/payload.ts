import { ServiceException } from '../wire/service-exception.ts';
import { ASYNC_PAYLOAD_BYTES, SYNC_PAYLOAD_BYTES } from './limits.ts';

/**
 * An invocation's payload as JSON text; an empty one is `{}`.
 *
 * @throws {ServiceException} RequestTooLargeException (413) or InvalidRequestContentException (400)
 */
export function jsonPayload(payload: Uint8Array | string, mode: 'sync' | 'async'): string {
  const bytes = typeof payload === 'string' ? Buffer.byteLength(payload) : payload.byteLength;
  const limit = mode === 'sync' ? SYNC_PAYLOAD_BYTES : ASYNC_PAYLOAD_BYTES;
  if (bytes > limit) throw tooLarge(limit);
  if (bytes === 0) return '{}';
  try {
    const text = typeof payload === 'string' ? payload : new TextDecoder('utf-8', { fatal: true }).decode(payload);
    JSON.parse(text);
    return text;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ServiceException(
      'InvalidRequestContentException',
      400,
      `Could not parse request body into json: ${detail}`,
      { Type: 'User' },
    );
  }
}

/** The refusal of a payload above `limit` bytes. */
export function tooLarge(limit: number): ServiceException {
  const message = `Request must be smaller than ${limit} bytes for the InvokeFunction operation`;
  return new ServiceException('RequestTooLargeException', 413, message, { Type: 'User' });
}
