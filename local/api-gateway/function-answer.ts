import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';

import type { GatewayAnswer } from './gateway-answer.ts';

const statusCode = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{3}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(200).max(599));
const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const headerName = z.string().refine((name) =>
  accepts(() => {
    validateHeaderName(name);
  }),
);
/** Line breaks above all: they would let a value write headers of its own. */
const safe = (value: string): boolean =>
  accepts(() => {
    validateHeaderValue('x', Buffer.from(value).toString('latin1'));
  });
const headers = z.record(headerName, headerValue.refine(safe)).nullish();
const body = z.string().nullish();

const httpAnswer = z.object({
  statusCode,
  headers,
  body,
  cookies: z.array(z.string().refine(safe)).nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** REST APIs refuse an answer with a field they do not know. */
const restAnswer = z.strictObject({
  statusCode,
  headers,
  multiValueHeaders: z.record(headerName, z.array(headerValue.refine(safe))).nullish(),
  body,
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * A function's answer to an HTTP API: an object with `statusCode` says it all; anything else is the body of a 200 with
 * JSON. Undefined where the answer is malformed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function fromHttpAnswer(payload: string): GatewayAnswer | undefined {
  const value = parse(payload);
  if (value === undefined) return undefined;
  if (typeof value.json !== 'object' || value.json === null || !('statusCode' in value.json)) {
    const text = typeof value.json === 'string' ? value.json : payload;
    return { status: 200, headers: [['content-type', 'application/json']], body: Buffer.from(text) };
  }
  const answer = httpAnswer.safeParse(value.json);
  if (!answer.success) return undefined;
  const { data } = answer;
  const given = Object.entries(data.headers ?? {});
  return {
    status: data.statusCode,
    headers: [
      ...withContentType(given, 'text/plain; charset=utf-8'),
      ...(data.cookies ?? []).map((cookie) => ['set-cookie', cookie] as const),
    ],
    body: decode(data),
  };
}

/** A function's answer to a REST API: always the whole object. Undefined where it is malformed. */
export function fromRestAnswer(payload: string): GatewayAnswer | undefined {
  const answer = restAnswer.safeParse(parse(payload)?.json);
  if (!answer.success) return undefined;
  const { data } = answer;
  const multiple = Object.entries(data.multiValueHeaders ?? {});
  const names = new Set(multiple.map(([name]) => name.toLowerCase()));
  const given = [
    ...Object.entries(data.headers ?? {}).filter(([name]) => !names.has(name.toLowerCase())),
    ...multiple.flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  ];
  return { status: data.statusCode, headers: withContentType(given, 'application/json'), body: decode(data) };
}

function accepts(validate: () => void): boolean {
  try {
    validate();
    return true;
  } catch {
    return false;
  }
}

function parse(payload: string): { json: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(payload);
    return { json };
  } catch {
    return undefined;
  }
}

function withContentType(given: [string, string][], otherwise: string): [string, string][] {
  const has = given.some(([name]) => name.toLowerCase() === 'content-type');
  return has ? given : [...given, ['content-type', otherwise]];
}

function decode(data: { body?: string | null | undefined; isBase64Encoded?: boolean | null | undefined }): Buffer {
  return Buffer.from(data.body ?? '', data.isBase64Encoded === true ? 'base64' : 'utf8');
}
