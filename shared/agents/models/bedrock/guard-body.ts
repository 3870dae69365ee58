import { Readable, Transform, pipeline } from 'node:stream';
import type { TransformCallback } from 'node:stream';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { FailedTry, lostConnection } from '../failed-try.ts';

/**
 * Has the client fail where an answer breaks off or grows beyond `bytes`. Without it a connection that is cut in the middle of
 * an answer leaves the SDK waiting for the rest, and an endless answer fills the memory.
 */
export function guardBody(client: BedrockRuntimeClient, bytes: number): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (hasBody(response)) response.body = guarded(response.body, bytes, lengthIn(response));
      return result;
    },
    // Low: next to the connection, before the answer is read.
    { step: 'deserialize', priority: 'low', name: 'guardBody' },
  );
}

function hasBody(response: unknown): response is { body: Readable } {
  return typeof response === 'object' && response !== null && 'body' in response && response.body instanceof Readable;
}

function lengthIn(response: object): number {
  if (!('headers' in response) || typeof response.headers !== 'object' || response.headers === null) return 0;
  const length = 'content-length' in response.headers ? Number(response.headers['content-length']) : 0;
  return Number.isFinite(length) ? length : 0;
}

/** @param expected bytes, as the headers say; 0 where they do not */
function guarded(body: Readable, bytes: number, expected: number): Readable {
  let read = 0;
  const guard = new Transform({
    transform(chunk: Uint8Array, _encoding, done: TransformCallback) {
      read += chunk.byteLength;
      if (read <= bytes) done(null, chunk);
      else done(new FailedTry('malformed', `The provider's answer is larger than ${bytes} bytes.`, { again: false }));
    },
    // Node ends an HTTP/2 stream that was cut as if it were complete.
    flush(done: TransformCallback) {
      done(read < expected ? lostConnection(new Error('the answer broke off')) : null);
    },
  });
  // pipeline destroys the guard with an error where the body closes before its end.
  pipeline(body, guard, () => undefined);
  return guard;
}
