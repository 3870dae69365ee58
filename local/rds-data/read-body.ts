import type { IncomingMessage } from 'node:http';
import { RdsDataError } from './errors.ts';

/**
 * The request's body as text. The limit counts the headers too, as the service does.
 * @throws {RdsDataError} 413 when it is larger; the rest is then read and dropped, so that the client gets the answer.
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  let bytes = request.rawHeaders.reduce((sum, header) => sum + header.length + 2, 0);
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= limitBytes) chunks.push(chunk);
  }
  if (bytes > limitBytes) {
    throw new RdsDataError(
      'RequestEntityTooLargeException',
      413,
      `The request has ${bytes} bytes; the limit is ${limitBytes} bytes.`,
    );
  }
  return Buffer.concat(chunks).toString('utf8');
}
