import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, type LoopbackServer } from '../loopback-server.ts';
import { isSigned, refuseUnsigned } from '../signature.ts';
import { ServiceException } from '../wire/service-exception.ts';
import type { Action, ActionAnswer } from './actions/action.ts';
import { getFunctionConfiguration } from './actions/get-function-configuration.ts';
import { getFunction } from './actions/get-function.ts';
import { invoke } from './actions/invoke.ts';
import { listFunctions } from './actions/list-functions.ts';
import type { LambdaHost } from './host.ts';

/** The path of every action begins with the version of the API; other services' paths do not. */
const routes: { method: string; path: RegExp; action: Action }[] = [
  { method: 'POST', path: /^\/2015-03-31\/functions\/([^/]+)\/invocations$/, action: invoke },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)\/configuration$/, action: getFunctionConfiguration },
  { method: 'GET', path: /^\/2015-03-31\/functions\/([^/]+)$/, action: getFunction },
  { method: 'GET', path: /^\/2015-03-31\/functions\/?$/, action: listFunctions },
];

/** Answers the Lambda API (REST, JSON) for `node:http`, as @aws-sdk/client-lambda speaks it. Never throws. */
export function createLambdaHandler(
  host: LambdaHost,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async function answerLambda(request, response) {
    if (!isSigned(request)) {
      refuseUnsigned(response);
      return;
    }
    const requestId = randomUUID();
    try {
      send(response, requestId, await dispatch(host, request, requestId));
    } catch (error) {
      send(response, requestId, errorAnswer(error));
    }
  };
}

/** A server of its own, on 127.0.0.1; port 0 takes any free one. */
export function startLambdaServer(
  host: LambdaHost,
  options: { port?: number; onError?: (error: unknown) => void } = {},
): Promise<LoopbackServer> {
  const { port = 0, onError = console.error } = options;
  return listenOnLoopback(createLambdaHandler(host), { port, service: 'Lambda', onError });
}

async function dispatch(host: LambdaHost, request: IncomingMessage, requestId: string): Promise<ActionAnswer> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  for (const { method, path, action } of routes) {
    const match = method === request.method ? path.exec(url.pathname) : null;
    if (!match) continue;
    const functionName = decode(match[1] ?? '');
    return action({ host, request, query: url.searchParams, functionName, requestId });
  }
  throw new ServiceException('UnknownOperationException', 404, `${request.method ?? ''} ${url.pathname} is no action.`);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function errorAnswer(error: unknown): ActionAnswer {
  const known =
    error instanceof ServiceException
      ? error
      : new ServiceException('ServiceException', 500, error instanceof Error ? error.message : String(error));
  return {
    status: known.status,
    headers: { 'x-amzn-errortype': known.name },
    body: { ...known.fields, message: known.message, Message: known.message },
  };
}

function send(response: ServerResponse, requestId: string, answer: ActionAnswer): void {
  if (response.destroyed) return;
  const body =
    answer.body instanceof Uint8Array ? answer.body : Buffer.from(answer.body ? JSON.stringify(answer.body) : '');
  response
    .writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.status !== 204 && { 'content-length': body.byteLength }),
      'x-amzn-requestid': requestId,
      ...answer.headers,
    })
    .end(answer.status === 204 ? undefined : body);
}
