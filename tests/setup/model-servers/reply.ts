// What a test's model server says, and where it stops saying it.
import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';

export interface Reply {
  /** Default 200. */
  status?: number;
  headers?: Record<string, string>;
  /** Text as it is, anything else as JSON. */
  body?: unknown;
  /**
   * `never`: no answer at all; `midway`: half of the body and then nothing; `cut`: the connection is cut before the answer;
   * `cut-midway`: after half of the body. Default: the whole answer.
   */
  stop?: 'never' | 'midway' | 'cut' | 'cut-midway';
  /** The headers do not say how long the body is. */
  unsized?: boolean;
}

export interface ReceivedRequest {
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
}

/** The replies in their order, the last one for ever; or one for each request, counted from 0. */
export type Script = readonly Reply[] | ((request: ReceivedRequest, count: number) => Reply | Promise<Reply>);

export interface ModelServer {
  url: string;
  /** What was asked so far. */
  requests: ReceivedRequest[];
  close: () => Promise<void>;
}

export async function replyTo(script: Script, request: ReceivedRequest, count: number): Promise<Reply> {
  if (typeof script === 'function') return script(request, count);
  const reply = script[Math.min(count, script.length - 1)];
  if (reply === undefined) throw new Error('The script of a model server has no reply.');
  return reply;
}

/** `cut` ends the connection without a word. */
export function send(response: ServerResponse | Http2ServerResponse, reply: Reply, cut: () => void): void {
  const { status = 200, headers = {}, body = '', stop, unsized = false } = reply;
  if (stop === 'never') return;
  if (stop === 'cut') {
    cut();
    return;
  }
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.statusCode = status;
  for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...headers })) {
    response.setHeader(name, value);
  }
  if (stop === undefined) {
    response.end(bytes);
    return;
  }
  if (!unsized) response.setHeader('content-length', String(bytes.byteLength));
  const half = bytes.subarray(0, Math.ceil(bytes.byteLength / 2));
  write(response, half, stop === 'cut-midway' ? cut : () => undefined);
}

function write(response: ServerResponse | Http2ServerResponse, bytes: Uint8Array, written: () => void): void {
  if ('stream' in response) response.write(bytes, written);
  else response.write(bytes, written);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
