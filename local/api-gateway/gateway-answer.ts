import type { ServerResponse } from 'node:http';

/** What goes back to the client. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** The gateway's own answers: a status and AWS's one-field body. */
export function messageAnswer(status: number, message: string): GatewayAnswer {
  return { status, headers: [['content-type', 'application/json']], body: Buffer.from(JSON.stringify({ message })) };
}

/** Not a function's to decide: how the bytes travel. */
const framing = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

export function send(response: ServerResponse, answer: GatewayAnswer, headOnly: boolean): void {
  const headers = new Map<string, string[]>();
  for (const [name, value] of answer.headers) {
    const key = name.toLowerCase();
    // Node writes header values as Latin-1; this way what is not ASCII arrives as UTF-8.
    const bytes = Buffer.from(value).toString('latin1');
    if (!framing.has(key)) headers.set(key, [...(headers.get(key) ?? []), bytes]);
  }
  const bodyless = answer.status === 204 || answer.status === 304;
  if (!bodyless) headers.set('content-length', [String(answer.body.length)]);
  for (const [name, values] of headers) response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
  response.statusCode = answer.status;
  response.end(bodyless || headOnly ? undefined : answer.body);
}
