import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { dial } from '../guard/dial.ts';
import { errorCode } from '../guard/error-code.ts';
import type { Target } from '../guard/guard.ts';
import type { Limits } from '../limits.ts';
import { durationText } from '../limit-text.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { readBody } from './body.ts';
import { withDeadline } from './deadline.ts';

/** One question to one server. */
export interface Question {
  method: 'GET' | 'HEAD';
  headers: Readonly<Record<string, string>>;
  /** Looks at the head before a byte of the body is read; throws to refuse it, answers false to leave the body. */
  wants: (status: number, headers: IncomingHttpHeaders) => boolean;
  limits: Pick<Limits, 'connectMs' | 'headMs' | 'idleMs' | 'requestMs' | 'bodyBytes'>;
  /** Where the body is longer than allowed: refuse it, or take what came until then. */
  overflow: 'refuse' | 'cut';
  authorities?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

/** What came back, decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * One HTTP/1.1 request on a connection of its own to an address that the guard has checked. Nothing is followed, stored
 * or repeated here.
 * @throws PageRefusedError timed_out, connection_failed, certificate_invalid, bad_response, too_large
 */
export async function exchange(target: Target, question: Question): Promise<Answer> {
  const { limits } = question;
  return withDeadline(target.url, limits.requestMs, question.signal, async (signal) => {
    const socket = await dial(target, { connectMs: limits.connectMs, authorities: question.authorities, signal });
    const stop = () => {
      socket.destroy();
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      signal.throwIfAborted();
      const message = await head(target, question, () => socket);
      const status = message.statusCode ?? 0;
      if (question.method === 'HEAD' || !question.wants(status, message.headers)) {
        return { status, headers: message.headers, body: Buffer.alloc(0) };
      }
      return { status, headers: message.headers, body: await readBody(message, target.url, question) };
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
  });
}

/** Sends the request; resolves with the answer whose head is complete. */
async function head(target: Target, question: Question, createConnection: () => Socket): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sent = request(
    {
      method: question.method,
      path: `${target.url.pathname}${target.url.search}`,
      headers: { host: target.url.host, ...question.headers, connection: 'close' },
      createConnection,
    },
    resolve,
  );
  const timer = setTimeout(() => {
    const why = `${target.host} had not answered after ${durationText(question.limits.headMs)}.`;
    sent.destroy(new PageRefusedError('timed_out', nameOf(target.url), why));
  }, question.limits.headMs);
  sent.on('error', reject).end();
  try {
    return await promise;
  } catch (error) {
    if (error instanceof PageRefusedError) throw error;
    const closed = ['ECONNRESET', 'EPIPE'].includes(errorCode(error));
    const why = closed ? 'closed the connection' : 'did not answer in HTTP/1.1';
    throw new PageRefusedError(
      closed ? 'connection_failed' : 'bad_response',
      nameOf(target.url),
      `${target.host} ${why}.`,
      {
        cause: error,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}
