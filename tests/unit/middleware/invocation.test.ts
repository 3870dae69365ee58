// A handler of one's own has `invocation()` around it and nothing else. A stranger at its door is no failure of the function.
import middy from '@middy/core';
import { describe, expect, jest, test } from '@jest/globals';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { AgentError, ConfigurationError, ConflictError, InvalidInputError } from '../../../shared/errors.ts';

const findUserByApiKey = jest.fn<(db: unknown, key: string) => Promise<unknown>>();
jest.unstable_mockModule('../../../shared/database/api-keys.ts', () => ({ findUserByApiKey }));
// Only now: an import at the top would be loaded before the function is put in its place.
const { authenticate } = await import('../../../shared/middleware/authenticate.ts');
const { invocation, untilLambdaEnds } = await import('../../../shared/middleware/invocation.ts');

const db = {} as Parameters<typeof authenticate>[0];
type Headers = Record<string, string>;
const http = (headers: Headers): unknown => ({ version: '2.0', routeKey: 'GET /x', headers });
const rest = (headers: Headers): unknown => ({ httpMethod: 'GET', resource: '/x', headers });
const context = { getRemainingTimeInMillis: () => 30_000 } as Context;

/** What Lambda gets of a handler of one's own; an error is a failure of the function. */
function ask(
  event: unknown,
  work: (event: APIGatewayProxyEvent | APIGatewayProxyEventV2) => unknown,
): Promise<unknown> {
  const handler = middy(
    async (asked: APIGatewayProxyEvent | APIGatewayProxyEventV2) => Promise.resolve(work(asked)),
    untilLambdaEnds,
  ).use(invocation());
  return handler(event as APIGatewayProxyEventV2, context);
}

describe.each([
  ['http', http],
  ['rest', rest],
])('on a route of "%s"', (_, eventOf) => {
  const door = async (event: APIGatewayProxyEvent | APIGatewayProxyEventV2) => {
    const user = await authenticate(db, event);
    return { statusCode: 200, body: JSON.stringify(user) };
  };

  test.each([
    ['no key', {}],
    ['a wrong key', { 'x-api-key': 'alex_wrong' }],
  ])('a stranger with %s is told 401 with what to send', async (_with, headers) => {
    findUserByApiKey.mockResolvedValue(undefined);
    expect(await ask(eventOf(headers), door)).toMatchObject({
      statusCode: 401,
      headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' },
      body: expect.stringContaining('API key'),
    });
  });

  test.each([{ 'x-api-key': 'alex_right' }, { 'X-Api-Key': 'alex_right' }, { Authorization: 'Bearer alex_right' }])(
    'a person with a key comes in, however the header is written: %j',
    async (headers: Headers) => {
      findUserByApiKey.mockImplementation((_db, key) =>
        Promise.resolve(key === 'alex_right' ? { id: 'ada' } : undefined),
      );
      expect(await ask(eventOf(headers), door)).toEqual({ statusCode: 200, body: '{"id":"ada"}' });
    },
  );

  test.each([
    [409, new ConflictError('There is one of that name.'), 'There is one of that name.'],
    [400, new InvalidInputError('It does not fit.', [{ path: 'days', message: 'must be 1' }]), '"path":"days"'],
    [503, Object.assign(new Error('x'), { cause: new Error('could not extend file (SQLState: 53100)') }), 'disk'],
  ])('what a caller can mend or wait out is answered: %i', async (statusCode, error, says) => {
    const thrown = (): never => {
      throw error;
    };
    expect(await ask(eventOf({}), thrown)).toMatchObject({ statusCode, body: expect.stringContaining(says) });
  });

  test.each([
    ['a mistake in it', new TypeError('x is not a function'), 'An unexpected error'],
    ['a setting that is missing', new ConfigurationError('SUBJECT is not set.'), 'SUBJECT'],
    ['another function that failed', new AgentError('It failed.', { retryable: false }), 'It failed.'],
  ])('%s is a failure of the function all the same', async (_what, error, says) => {
    const thrown = (): never => {
      throw error;
    };
    await expect(ask(eventOf({}), thrown)).rejects.toThrow(says);
  });
});

test('where no route brought the event, whoever invoked the function is to hear of it', async () => {
  const thrown = (): never => {
    throw new ConflictError('Another run has it.');
  };
  for (const event of [{}, { Records: [] }, { httpMethod: 'GET' }])
    await expect(ask(event, thrown)).rejects.toThrow('Another run has it.');
});
