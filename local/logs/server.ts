import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, type LoopbackServer } from '../loopback-server.ts';
import { isSigned, refuseUnsigned } from '../signature.ts';
import { readBody } from '../wire/request-body.ts';
import { ServiceException } from '../wire/service-exception.ts';
import type { Action } from './actions/action.ts';
import { describeLogGroups } from './actions/describe-log-groups.ts';
import { describeLogStreams } from './actions/describe-log-streams.ts';
import { filterLogEvents } from './actions/filter-log-events.ts';
import type { LogStore } from './log-store.ts';

/** By the last part of `X-Amz-Target: Logs_20140328.<Action>`. */
const actions = new Map<string, Action>([
  ['FilterLogEvents', filterLogEvents],
  ['DescribeLogGroups', describeLogGroups],
  ['DescribeLogStreams', describeLogStreams],
]);

const BODY_BYTES = 1_048_576;

/** Answers the CloudWatch Logs API (AWS JSON 1.1) for `node:http`, as @aws-sdk/client-cloudwatch-logs speaks it. */
export function createLogsHandler(
  store: LogStore,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async function answerLogs(request, response) {
    if (!isSigned(request)) {
      refuseUnsigned(response);
      return;
    }
    try {
      send(response, 200, await dispatch(store, request));
    } catch (error) {
      const { status, body } = errorAnswer(error);
      send(response, status, body);
    }
  };
}

/** A server of its own, on 127.0.0.1; port 0 takes any free one. */
export function startLogsServer(
  store: LogStore,
  options: { port?: number; onError?: (error: unknown) => void } = {},
): Promise<LoopbackServer> {
  const { port = 0, onError = console.error } = options;
  return listenOnLoopback(createLogsHandler(store), { port, service: 'CloudWatch Logs', onError });
}

async function dispatch(store: LogStore, request: IncomingMessage): Promise<object> {
  const body = await readBody(request, BODY_BYTES);
  const target = String(request.headers['x-amz-target'] ?? '');
  const action = target.startsWith('Logs_20140328.') ? actions.get(target.slice('Logs_20140328.'.length)) : undefined;
  if (!action || request.method !== 'POST') {
    throw new ServiceException('UnknownOperationException', 400, `There is no operation ${target || '(none given)'}.`);
  }
  if (!body) throw new ServiceException('SerializationException', 413, 'The request is too large.');
  return action(store, parseBody(body));
}

function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new ServiceException('SerializationException', 400, 'The request is not JSON.');
  }
}

function errorAnswer(error: unknown): { status: number; body: object } {
  if (error instanceof ServiceException) {
    return { status: error.status, body: { ...error.fields, __type: error.name, message: error.message } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: { __type: 'InternalServerError', message } };
}

function send(response: ServerResponse, status: number, answer: object): void {
  const body = Buffer.from(JSON.stringify(answer));
  response
    .writeHead(status, {
      'content-type': 'application/x-amz-json-1.1',
      'content-length': body.length,
      'x-amzn-requestid': randomUUID(),
    })
    .end(body);
}
