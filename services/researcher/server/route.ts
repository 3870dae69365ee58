import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { AlexError, InvalidInputError, NotFoundError } from '../../../shared/errors.ts';
import { asAlexError, describeFailure } from '../../../shared/middleware/failure.ts';
import { problemResponse } from '../../../shared/middleware/problem-json.ts';
import { validate } from '../../../shared/middleware/validate.ts';
import { knownName } from '../topic/known-name.ts';
import { researchRequest, type ResearchRun } from '../../../shared/schemas/research.ts';
import type { Logger } from '../runs/logger.ts';
import type { Runner } from '../runs/runner.ts';
import { authorize } from './authorize.ts';
import { readJson } from './read-json.ts';
import { streamRun } from './stream-run.ts';

export interface RouteOptions {
  runner: Pick<Runner, 'request' | 'onProgress' | 'isIdle'>;
  /** @throws {NotFoundError} */
  readRun: (id: string) => Promise<ResearchRun>;
  /** The key that callers have to send. */
  key: () => Promise<string>;
  logger: Logger;
  /** Why the service can take no work; undefined: it can. */
  unwell: () => string | undefined;
}

class MethodNotAllowedError extends AlexError {
  override readonly name = 'MethodNotAllowedError';
  constructor(method: string) {
    super(`This path does not take ${method}.`, { code: 'method_not_allowed', status: 405, retryable: false });
  }
}

/** Answers one request. Every route but /health wants the key; every failure is problem+json. */
export async function route(request: IncomingMessage, response: ServerResponse, options: RouteOptions): Promise<void> {
  try {
    await answer(request, response, options);
  } catch (error) {
    const known = asAlexError(error);
    if (known.status >= 500) options.logger.warn('a request was not answered', { error: describeFailure(error) });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { statusCode = 500, headers, body } = problemResponse(known);
    // What is left of a body that was refused is not read.
    const closing = request.complete ? {} : { connection: 'close' };
    response.writeHead(statusCode, { ...textHeaders(headers), ...closing }).end(body);
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, options: RouteOptions): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const path = url.split('?', 1)[0] ?? '/';
  if (path === '/health') {
    const why = options.unwell();
    const { isIdle: idle } = options.runner;
    send(response, why === undefined ? 200 : 503, { status: why === undefined ? 'ok' : 'unwell', why, idle });
    return;
  }
  await authorize(request.headers, options.key);
  if (path === '/research') {
    if (method === 'GET') {
      send(response, 200, { idle: options.runner.isIdle });
      return;
    }
    if (method !== 'POST') throw new MethodNotAllowedError(method);
    const asked = validate(researchRequest, await readJson(request), 'The request');
    refuseFarAhead(asked.scheduledFor);
    refuseUnknownSymbol(asked.topic);
    const { id } = await options.runner.request(asked);
    if (wantsEvents(request)) await streamRun(response, id, { read: options.readRun, runner: options.runner });
    else send(response, 202, { id }, { location: `/research/${id}` });
    return;
  }
  const id = /^\/research\/([^/]+)$/.exec(path)?.[1];
  if (id === undefined || !z.uuid().safeParse(id).success) throw new NotFoundError('There is nothing here.');
  if (method !== 'GET') throw new MethodNotAllowedError(method);
  if (wantsEvents(request)) {
    await options.readRun(id);
    await streamRun(response, id, { read: options.readRun, runner: options.runner });
  } else send(response, 200, await options.readRun(id));
}

/** Milliseconds that a moment of a schedule may be ahead: a clock that is wrong, not a year that is. */
const AHEAD = 86_400_000;

function refuseFarAhead(scheduledFor: string | undefined): void {
  if (scheduledFor === undefined || Date.parse(scheduledFor) <= Date.now() + AHEAD) return;
  throw new InvalidInputError('The request does not fit: 1 problem.', [
    { path: 'scheduledFor', message: 'must not be more than a day ahead' },
  ]);
}

/** Of one or two letters nothing can be read but what is traded by them. */
function refuseUnknownSymbol(topic: string | undefined): void {
  if (topic === undefined || topic.length > 2 || knownName(topic) !== undefined) return;
  throw new InvalidInputError('The request does not fit: 1 problem.', [
    { path: 'topic', message: 'must have 3 characters or more, or be a ticker that Alex knows, such as VB' },
  ]);
}

const wantsEvents = (request: IncomingMessage): boolean =>
  (request.headers.accept ?? '').toLowerCase().includes('text/event-stream');

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
    .end(JSON.stringify(body));
}

function textHeaders(headers: Readonly<Record<string, string | number | boolean>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}
