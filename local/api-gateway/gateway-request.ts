import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A request as API Gateway sees it, before it becomes an event of either format. */
export interface GatewayRequest {
  readonly method: string;
  /** As sent: percent-escapes kept, without the query. */
  readonly rawPath: string;
  /** As sent, without the question mark. */
  readonly rawQuery: string;
  /** In the order and case sent, with what the gateway adds (X-Forwarded-*, X-Amzn-Trace-Id). */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
  readonly requestId: string;
  readonly receivedAt: Date;
}

/** Headers between two neighbours of a connection (RFC 9110, 7.6.1): no function ever sees them. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** `receivedAt` is an input so that an event can be reproduced. */
export function gatewayRequest(request: IncomingMessage, body: Buffer, receivedAt: Date): GatewayRequest {
  const url = request.url ?? '/';
  const question = url.indexOf('?');
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    if (!hopByHop.has(name.toLowerCase())) headers.push([name, request.rawHeaders[index + 1] ?? '']);
  }
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  headers.push(
    ['X-Forwarded-For', sourceIp],
    ['X-Forwarded-Port', String(request.socket.localPort ?? 80)],
    ['X-Forwarded-Proto', 'http'],
    ['X-Amzn-Trace-Id', traceId(receivedAt)],
  );
  return {
    method: request.method ?? 'GET',
    rawPath: question === -1 ? url : url.slice(0, question),
    rawQuery: question === -1 ? '' : url.slice(question + 1),
    headers,
    body,
    sourceIp,
    protocol: `HTTP/${request.httpVersion}`,
    requestId: randomUUID(),
    receivedAt,
  };
}

/** The value of the last header of a name, whatever its case. */
export function header(request: GatewayRequest, name: string): string | undefined {
  return request.headers.findLast(([given]) => given.toLowerCase() === name)?.[1];
}

/** `20/Nov/2026:09:28:00 +0000`, the form both event formats carry. */
export function commonLogTime(time: Date): string {
  const [day, date, month, year, clock] = time.toUTCString().replace(',', '').split(' ');
  return day === undefined ? '' : `${date ?? ''}/${month ?? ''}/${year ?? ''}:${clock ?? ''} +0000`;
}

/** The host name without its port. */
export function domainName(request: GatewayRequest): string {
  return (header(request, 'host') ?? 'localhost').replace(/:\d+$/, '');
}

/** AWS X-Ray's form: version, the time in hexadecimal seconds, 96 random bits. */
function traceId(time: Date): string {
  const seconds = Math.floor(time.getTime() / 1000).toString(16);
  return `Root=1-${seconds}-${randomUUID().replaceAll('-', '').slice(0, 24)}`;
}
