import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { request } from 'node:http';

import { startApiGateway } from '../../local/api-gateway/api-gateway.ts';
import type { InvokeResult, Invoker } from '../../local/invoker.ts';
import type { LoopbackServer } from '../../local/loopback-server.ts';
import { lambdaConfig } from '../../shared/schemas/lambda-config.ts';

const api = lambdaConfig.parse({
  description: 'People',
  memory: 128,
  timeout: 5,
  zipBudget: 1,
  triggers: [
    {
      type: 'http',
      routes: [
        'GET /jobs',
        'GET /jobs/latest',
        'GET /jobs/{id}',
        'GET /jobs/{id}/steps/{step}',
        'GET /files/{path+}',
        'POST /analyze',
        'GET /',
      ],
    },
  ],
});
const ingest = lambdaConfig.parse({
  description: 'Programs',
  memory: 128,
  timeout: 5,
  zipBudget: 1,
  triggers: [
    { type: 'rest', routes: ['POST /ingest', 'GET /documents/{id}'] },
    { type: 'rest', routes: ['GET /open'], apiKey: false },
  ],
});

const key = 'a-key-of-the-usage-plan';
let keys = [key];
let gateway: LoopbackServer;
let answer: (event: string) => Promise<InvokeResult> | InvokeResult;
const problems: string[] = [];

const gave = (value: unknown): InvokeResult => ({ status: 200, payload: JSON.stringify(value) });
const echo = (event: string): InvokeResult => gave({ statusCode: 200, body: event });

beforeAll(async () => {
  const invoker: Invoker = { invoke: (_name, payload) => Promise.resolve(answer(String(payload))) };
  gateway = await startApiGateway({
    functions: [
      { name: 'api', config: api },
      { name: 'ingest', config: ingest },
    ],
    invoker,
    port: 0,
    apiKeys: () => keys,
    integrationTimeouts: { http: 60, rest: 60 },
    onProblem: (problem) => problems.push(problem),
  });
});
afterAll(async () => {
  await gateway.close(0);
});

interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** A raw request: fetch would normalise the path, set headers of its own and forbid Host. */
function send(
  method: string,
  path: string,
  options: { headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: gateway.port, method, path, headers: options.headers ?? {} },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

async function httpEventOf(...given: Parameters<typeof send>): Promise<APIGatewayProxyEventV2> {
  answer = echo;
  const reply = await send(...given);
  expect(reply.status).toBe(200);
  return JSON.parse(reply.body.toString()) as APIGatewayProxyEventV2;
}

async function restEventOf(...given: Parameters<typeof send>): Promise<APIGatewayProxyEvent> {
  answer = echo;
  const reply = await send(...given);
  expect(reply.status).toBe(200);
  return JSON.parse(reply.body.toString()) as APIGatewayProxyEvent;
}

const message = (reply: Reply): unknown => JSON.parse(reply.body.toString());

describe('the event of an HTTP API', () => {
  test('names the route, not the path, and decodes path parameters once', async () => {
    const event = await httpEventOf('GET', '/jobs/a%20b%2525?x=1');
    expect(event.version).toBe('2.0');
    expect(event.routeKey).toBe('GET /jobs/{id}');
    expect(event.pathParameters).toEqual({ id: 'a b%25' });
    expect(event.rawPath).toBe('/jobs/a b%25');
    expect(event.requestContext.stage).toBe('$default');
    expect(event.requestContext.http).toMatchObject({ method: 'GET', path: '/jobs/a b%25', sourceIp: '127.0.0.1' });
    expect(event.requestContext.time).toMatch(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/);
  });

  test('keeps the raw query and joins what was sent twice with a comma', async () => {
    const event = await httpEventOf('GET', '/jobs?a=1&a=2&b=%2B+x&c');
    expect(event.rawQueryString).toBe('a=1&a=2&b=%2B+x&c');
    expect(event.queryStringParameters).toEqual({ a: '1,2', b: '+ x', c: '' });
  });

  test('leaves out what was not sent rather than sending null', async () => {
    const event = await httpEventOf('GET', '/jobs');
    for (const name of ['queryStringParameters', 'pathParameters', 'cookies', 'body'])
      expect(event).not.toHaveProperty(name);
    expect(event.rawQueryString).toBe('');
    expect(event.isBase64Encoded).toBe(false);
  });

  test('lower-cases header names, joins repeated ones, and lists cookies apart', async () => {
    const event = await httpEventOf('GET', '/jobs', {
      headers: { 'X-Two': ['a', 'b'], Authorization: 'Bearer x', Cookie: 'one=1; two=2', 'User-Agent': 'test' },
    });
    expect(event.headers).toMatchObject({ 'x-two': 'a,b', authorization: 'Bearer x', 'x-forwarded-proto': 'http' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.headers).not.toHaveProperty('connection');
    expect(event.cookies).toEqual(['one=1', 'two=2']);
    expect(event.requestContext.http.userAgent).toBe('test');
  });

  test.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/octet-stream', true],
    ['application/x-www-form-urlencoded', true],
    [undefined, true],
  ])('a body of type %s arrives as base64: %s', async (type, base64) => {
    const body = 'año';
    const event = await httpEventOf('POST', '/analyze', {
      body,
      headers: type === undefined ? {} : { 'Content-Type': type },
    });
    expect(event.isBase64Encoded).toBe(base64);
    expect(event.body).toBe(base64 ? Buffer.from(body).toString('base64') : body);
  });
});

describe('the choice of a route', () => {
  test.each([
    ['/jobs/latest', 'GET /jobs/latest'],
    ['/jobs/7', 'GET /jobs/{id}'],
    ['/jobs/7/steps/tag', 'GET /jobs/{id}/steps/{step}'],
    ['/files/a/b/c.csv', 'GET /files/{path+}'],
    ['/', 'GET /'],
  ])('%s is %s', async (path, routeKey) => {
    expect((await httpEventOf('GET', path)).routeKey).toBe(routeKey);
  });

  test.each([
    ['GET', '/nowhere'],
    ['GET', '/jobs/'],
    ['GET', '/jobs/7/'],
    ['GET', '/jobs/7%2Fsteps'],
    ['GET', '/files/'],
    ['GET', '/jobs/%E0%A4'],
    ['POST', '/jobs'],
    ['HEAD', '/jobs'],
    ['OPTIONS', '/analyze'],
  ])('%s %s is nobody’s: 404', async (method, path) => {
    const reply = await send(method, path, { headers: { Origin: 'http://elsewhere.test' } });
    expect(reply.status).toBe(404);
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
    if (method !== 'HEAD') expect(message(reply)).toEqual({ message: 'Not Found' });
  });

  test('two functions with one route do not start', async () => {
    const twice = [
      { name: 'one', config: api },
      { name: 'two', config: api },
    ];
    const invoker: Invoker = { invoke: () => Promise.reject(new Error('not called')) };
    const options = { functions: twice, invoker, port: 0, apiKeys: () => [], onProblem: () => undefined };
    await expect(startApiGateway(options)).rejects.toThrow(
      'lambdas/one/lambda.json and lambdas/two/lambda.json both have the route GET /jobs',
    );
  });

  test.each([
    ['rest', ['DELETE /documents/{id}', 'GET /documents/{document}'], 'has {id} where'],
    ['rest', ['GET /documents/{id}', 'GET /documents/{proxy+}'], 'a REST API takes one name after /documents'],
    ['rest', ['GET /documents/'], 'ends with a slash'],
    ['rest', ['GET /a/b/c/d/e'], 'at most 4'],
    ['rest', ['GET /documents/{proxy+}/x'], 'which takes all that follows'],
    ['http', ['GET /documents/{proxy+}/x'], 'which takes all that follows'],
    ['http', ['GET /documents/x{id}'], 'a part is plain'],
  ] as const)('%s routes that API Gateway would refuse do not start: %j', async (type, routes, says) => {
    const triggers = [type === 'http' ? { type, routes: [...routes] } : { type, routes: [...routes], apiKey: true }];
    const invoker: Invoker = { invoke: () => Promise.reject(new Error('not called')) };
    const functions = [{ name: 'one', config: { ...api, triggers } }];
    const options = { functions, invoker, port: 0, apiKeys: () => [], onProblem: () => undefined };
    await expect(startApiGateway(options)).rejects.toThrow(says);
  });
});

describe('the answer of a function behind an HTTP API', () => {
  test('sets status, headers, several cookies and a base64 body', async () => {
    answer = () =>
      gave({
        statusCode: 201,
        headers: { 'Content-Type': 'image/png', 'X-Number': 7, 'X-Name': 'José', 'Content-Length': '1' },
        cookies: ['a=1; Path=/', 'b=2'],
        body: Buffer.from([0, 255, 1]).toString('base64'),
        isBase64Encoded: true,
      });
    const reply = await send('GET', '/jobs');
    expect(reply.status).toBe(201);
    expect(reply.headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2']);
    expect(reply.headers).toMatchObject({ 'content-type': 'image/png', 'x-number': '7', 'content-length': '3' });
    expect(Buffer.from(String(reply.headers['x-name']), 'latin1').toString()).toBe('José');
    expect([...reply.body]).toEqual([0, 255, 1]);
  });

  test.each([
    [{ jobs: [] }, '{"jobs":[]}'],
    ['hello', 'hello'],
    [null, 'null'],
    [[1, 2], '[1,2]'],
  ])('without a status code %j is a 200 of JSON', async (value, body) => {
    answer = () => gave(value);
    const reply = await send('GET', '/jobs');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json');
    expect(reply.body.toString()).toBe(body);
  });

  test.each([
    ['a body that is no text', gave({ statusCode: 200, body: { a: 1 } })],
    ['a status that is none', gave({ statusCode: 'fine' })],
    ['a status out of range', gave({ statusCode: 99 })],
    ['a header with a line break', gave({ statusCode: 200, headers: { a: 'b\r\nset-cookie: x' } })],
    ['a function that threw', { status: 200, functionError: 'Unhandled', payload: '{"errorMessage":"secret"}' }],
    ['a function that is not there', { status: 404, payload: '{"message":"Function not found"}' }],
  ])('%s is a 500 that tells nothing', async (_what, result) => {
    answer = () => result;
    const reply = await send('GET', '/jobs');
    expect(reply.status).toBe(500);
    expect(message(reply)).toEqual({ message: 'Internal Server Error' });
  });

  test('a 204 has no body and no length', async () => {
    answer = () => gave({ statusCode: 204 });
    const reply = await send('GET', '/jobs');
    expect([reply.status, reply.body.length, reply.headers['content-length']]).toEqual([204, 0, undefined]);
  });

  test('throttled and too slow are 503', async () => {
    answer = () => ({ status: 429, payload: '{}' });
    expect((await send('GET', '/jobs')).status).toBe(503);
    answer = () => new Promise(() => undefined);
    const late = await send('GET', '/jobs');
    expect([late.status, message(late)]).toEqual([503, { message: 'Service Unavailable' }]);
  });
});

describe('a REST API', () => {
  const headers = { 'X-API-Key': key, 'Content-Type': 'application/json' };

  test('gives single and multiple values, null for nothing, and the key used', async () => {
    const event = await restEventOf('POST', '/ingest/?a=1&a=2', {
      headers: { ...headers, 'X-Two': ['a', 'b'] },
      body: '{}',
    });
    expect(event.resource).toBe('/ingest');
    expect(event.path).toBe('/ingest/');
    expect(event.queryStringParameters).toEqual({ a: '2' });
    expect(event.multiValueQueryStringParameters).toEqual({ a: ['1', '2'] });
    expect(event.headers['X-Two']).toBe('b');
    expect(event.multiValueHeaders['X-Two']).toEqual(['a', 'b']);
    expect(event.pathParameters).toBeNull();
    expect(event.requestContext.identity.apiKey).toBe(key);
    expect(event.body).toBe('{}');
    const other = await restEventOf('GET', '/documents/a%20b', { headers });
    expect([other.pathParameters, other.body, other.queryStringParameters]).toEqual([{ id: 'a b' }, null, null]);
  });

  test.each([[undefined], ['wrong'], [`${key} `.repeat(2)]])('refuses the key %s', async (given) => {
    let called = false;
    answer = () => {
      called = true;
      return gave({ statusCode: 200 });
    };
    const reply = await send('POST', '/ingest', { headers: given === undefined ? {} : { 'x-api-key': given } });
    expect([reply.status, message(reply), called]).toEqual([403, { message: 'Forbidden' }, false]);
  });

  test('knows a key that was made while it runs, and no longer the one before it', async () => {
    answer = () => gave({ statusCode: 200 });
    const status = async (given: string) => (await send('POST', '/ingest', { headers: { 'x-api-key': given } })).status;
    keys = ['made-anew'];
    try {
      expect([await status('made-anew'), await status(key)]).toEqual([200, 403]);
    } finally {
      keys = [key];
    }
  });

  test('asks for no key where lambda.json says so', async () => {
    expect((await restEventOf('GET', '/open')).requestContext.identity.apiKey).toBeNull();
  });

  test('sends every value of multiValueHeaders', async () => {
    answer = () =>
      gave({ statusCode: 200, headers: { 'X-A': 'no' }, multiValueHeaders: { 'x-a': ['1', '2'] }, body: 'x' });
    const reply = await send('GET', '/open');
    expect(reply.headers['x-a']).toBe('1, 2');
    expect(reply.headers['content-type']).toBe('application/json');
  });

  test.each([[{ hello: 1 }], [{ statusCode: 200, extra: 1 }], ['text'], [null]])(
    '%j is no answer: 502',
    async (value) => {
      answer = () => gave(value);
      const reply = await send('GET', '/open');
      expect([reply.status, message(reply)]).toEqual([502, { message: 'Internal server error' }]);
    },
  );

  test('throttled is 429, too slow 504', async () => {
    answer = () => ({ status: 429, payload: '{}' });
    expect((await send('GET', '/open')).status).toBe(429);
    answer = () => new Promise(() => undefined);
    const late = await send('GET', '/open');
    expect([late.status, message(late)]).toEqual([504, { message: 'Endpoint request timed out' }]);
  });
});

test('a body over 10 MB is refused before any function sees it', async () => {
  let called = false;
  answer = () => {
    called = true;
    return gave({ statusCode: 200 });
  };
  const reply = await send('POST', '/analyze', { body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect([reply.status, message(reply), called]).toEqual([413, { message: 'Request Entity Too Large' }, false]);
});

test.each(['evil.test', 'localhost.evil.test', '127.0.0.1.evil.test', '10.0.0.1'])(
  'a request for the host "%s" is refused: a rebound name must not reach the API',
  async (host) => {
    answer = () => gave({ statusCode: 200 });
    const reply = await send('GET', '/jobs', { headers: { Host: host } });
    expect(reply.status).toBe(403);
  },
);

test.each(['localhost', '127.0.0.1:80', 'alex.localhost:3000', '[::1]:1'])(
  'the host %s is this machine',
  async (host) => {
    answer = () => gave({ statusCode: 200 });
    expect((await send('GET', '/jobs', { headers: { Host: host } })).status).toBe(200);
  },
);
