import { BeginTransactionCommand, CommitTransactionCommand, ExecuteStatementCommand } from '@aws-sdk/client-rds-data';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '../../../local/rds-data/server.ts';
import { names, newClient, place, startService, type TestService } from './test-service.ts';

let database: Database;
let service: TestService;

beforeAll(async () => {
  database = await openDatabase({});
  service = await startService(database);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const post = async (
  path: string,
  body: string,
  headers: Record<string, string> = { authorization: 'AWS4-HMAC-SHA256 x' },
) => {
  const response = await fetch(service.url + path, { method: 'POST', body, headers });
  return { status: response.status, type: response.headers.get('x-amzn-errortype'), body: await response.json() };
};

describe('what AWS does not know is answered as AWS answers it', () => {
  test('another operation or method', async () => {
    expect(await post('/Explode', '{}')).toMatchObject({ status: 404, type: 'UnknownOperationException' });
    expect((await fetch(`${service.url}/Execute`)).status).toBe(404);
  });

  test('a body that is not JSON, or not the operation’s', async () => {
    expect(await post('/Execute', '{')).toMatchObject({ status: 400, type: 'BadRequestException' });
    expect(await post('/Execute', JSON.stringify({ ...place }))).toMatchObject({
      status: 400,
      type: 'BadRequestException',
      body: { message: expect.stringContaining('sql') },
    });
  });

  test('a request that nobody signed', async () => {
    expect(await post('/Execute', '{}', {})).toMatchObject({
      status: 403,
      type: 'MissingAuthenticationTokenException',
    });
  });

  test('the operation that was taken away', async () => {
    expect(await post('/ExecuteSql', '{}')).toEqual({
      status: 400,
      type: 'BadRequestException',
      body: { message: 'This API is deprecated and not available. Use ExecuteStatement API instead' },
    });
  });

  test('another cluster, secret, database, or none', async () => {
    const select = (change: Partial<typeof place>) =>
      service.client.send(new ExecuteStatementCommand({ ...place, sql: 'SELECT 1', ...change }));
    await expect(select({ resourceArn: 'arn:x' })).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(select({ secretArn: 'arn:x' })).rejects.toMatchObject({ name: 'SecretsErrorException' });
    await expect(select({ database: 'other' })).rejects.toMatchObject({
      name: 'DatabaseErrorException',
      message: 'ERROR: database "other" does not exist; SQLState: 3D000',
    });
    await expect(service.client.send(new ExecuteStatementCommand({ ...names, sql: 'SELECT 1' }))).rejects.toThrow(
      /3D000/,
    );
  });

  test('a statement of a transaction may leave the database out', async () => {
    const { transactionId = '' } = await service.client.send(new BeginTransactionCommand(place));
    const { records } = await service.client.send(
      new ExecuteStatementCommand({ ...names, sql: 'SELECT 1', transactionId }),
    );
    expect(records).toEqual([[{ longValue: 1 }]]);
    await service.client.send(new CommitTransactionCommand({ ...names, transactionId }));
  });
});

describe('one call, one statement', () => {
  test.each(['SELECT 1; SELECT 2', `SELECT 1;; SELECT 2`, `SELECT ';'; DROP TABLE x`])('%s', async (sql) => {
    await expect(service.execute(sql)).rejects.toMatchObject({
      name: 'ValidationException',
      message: "Multistatements aren't supported.",
    });
  });

  test.each(['SELECT 1;', 'SELECT 1 ; -- the end;', `SELECT 1 /* ; */ ;\n`])('%s is one', async (sql) => {
    expect((await service.execute(sql)).records).toEqual([[{ longValue: 1 }]]);
  });

  test('no statement at all changes nothing', async () => {
    expect(await service.execute('-- nothing')).toMatchObject({ numberOfRecordsUpdated: 0 });
  });

  test('COPY, which would wait for data on another channel, does not hang', async () => {
    await service.execute('CREATE TABLE loaded (i int)');
    await expect(service.execute('COPY loaded FROM STDIN')).rejects.toMatchObject({ name: 'DatabaseErrorException' });
    expect((await service.execute('SELECT 1')).records).toEqual([[{ longValue: 1 }]]);
  });
});

test('a cluster that wakes up says so as often as asked, then serves', async () => {
  const waking = await startService(database, { resuming: 2 });
  const client = newClient(waking.url);
  const select = () => client.send(new ExecuteStatementCommand({ ...place, sql: 'SELECT 1' }));
  for (let i = 0; i < 2; i += 1) {
    await expect(select()).rejects.toMatchObject({
      name: 'DatabaseResumingException',
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
  }
  expect((await select()).records).toEqual([[{ longValue: 1 }]]);
  client.destroy();
  await waking.close();
});
