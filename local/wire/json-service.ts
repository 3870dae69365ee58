import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { HttpHandler } from '../loopback-server.ts';
import { credentialScope, type Authorize, type Wish } from '../permissions.ts';
import { isSigned, refuseUnsigned } from '../signature.ts';
import { readBody } from './request-body.ts';
import { ServiceException } from './service-exception.ts';

export interface JsonCall {
  readonly request: IncomingMessage;
  /** Without the query. */
  readonly path: string;
  readonly body: Buffer;
  /** Asks for a permission. @throws {ServiceException} AccessDeniedException */
  readonly allow: (wish: Wish) => void;
}

export interface Answer {
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface JsonServiceOptions {
  readonly contentType: string;
  /** Bytes of a request's body. */
  readonly bodyLimit: number;
  /** What a larger body is refused with. */
  readonly tooLarge: () => ServiceException;
  /** The exception's name for a fault of the service itself (500). */
  readonly internalError: string;
  readonly authorize?: Authorize | undefined;
  /** Told of faults of the service itself: an answer of 500 alone would be retried and forgotten. */
  readonly onError: (error: unknown) => void;
  readonly answer: (call: JsonCall) => Answer | Promise<Answer>;
}

/** A handler for an AWS service of JSON requests and answers: signatures, permissions, the body's limit, and errors. */
export function createJsonService(options: JsonServiceOptions): HttpHandler {
  return async function answerJson(request, response) {
    if (!isSigned(request)) {
      refuseUnsigned(response);
      return;
    }
    try {
      const body = await readBody(request, options.bodyLimit);
      if (body === undefined) throw options.tooLarge();
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      const { body: content, headers = {} } = await options.answer({ request, path, body, allow: asking(request) });
      send(response, 200, content, headers);
    } catch (error) {
      const known = error instanceof ServiceException ? error : internal(error);
      const { name, message, fields, status } = known;
      send(response, status, { ...fields, __type: name, message, Message: message }, { 'x-amzn-errortype': name });
    }
  };

  function asking(request: IncomingMessage): (wish: Wish) => void {
    return (wish) => {
      const denied = options.authorize?.(credentialScope(request)?.accessKeyId, wish);
      if (denied !== undefined) throw new ServiceException('AccessDeniedException', 403, denied);
    };
  }

  function internal(error: unknown): ServiceException {
    options.onError(error);
    const message = error instanceof Error ? error.message : String(error);
    return new ServiceException(options.internalError, 500, message);
  }

  function send(response: ServerResponse, status: number, content: object | string, headers: Answer['headers']): void {
    if (response.destroyed) return;
    const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
    response
      .writeHead(status, {
        'content-type': options.contentType,
        'content-length': body.length,
        'x-amzn-requestid': randomUUID(),
        ...headers,
      })
      .end(body);
  }
}

/** The body as a JSON object; an empty one is `{}`. @throws {ServiceException} SerializationException */
export function jsonObject(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new ServiceException('SerializationException', 400, 'The request is not JSON.');
  }
  if (!isObject(parsed)) throw new ServiceException('SerializationException', 400, 'The request is not a JSON object.');
  return parsed;
}

/** Whether a value of JSON is an object and no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
