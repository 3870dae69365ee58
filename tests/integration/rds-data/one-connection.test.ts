import { BeginTransactionCommand, CommitTransactionCommand, ExecuteStatementCommand } from '@aws-sdk/client-rds-data';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '../../../local/rds-data/server.ts';
import { names, newClient, place, startService, type TestService } from './test-service.ts';

const idleHolderMs = 400;
let database: Database;
let service: TestService;

beforeAll(async () => {
  database = await openDatabase({ idleHolderMs });
  service = await startService(database);
  await service.execute('CREATE TABLE steps (i serial, name text)');
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const begin = async (client = service.client) =>
  (await client.send(new BeginTransactionCommand(place))).transactionId ?? '';
const commit = (transactionId: string) =>
  service.client.send(new CommitTransactionCommand({ ...names, transactionId }));

test('a statement outside of the transaction that its own caller holds fails and says why, instead of hanging', async () => {
  const transactionId = await begin();
  const started = performance.now();
  await expect(service.execute('SELECT count(*) FROM steps')).rejects.toMatchObject({
    name: 'DatabaseErrorException',
    message: expect.stringMatching(
      /^ERROR: this database has one connection, and transaction .{8}… has held it for \d+ ms without running anything while the statement "SELECT count\(\*\) FROM steps" waited outside of it; pass the transactionId .*; SQLState: 55P03$/,
    ),
  });
  expect(performance.now() - started).toBeGreaterThan(idleHolderMs - 50);
  await service.execute(`INSERT INTO steps (name) VALUES ('inside')`, [], { transactionId });
  await commit(transactionId);
});

test('a second transaction of the same caller is told the same', async () => {
  const transactionId = await begin();
  await expect(begin()).rejects.toThrow(/SQLState: 55P03$/);
  await commit(transactionId);
});

test('a transaction whose client is gone makes way', async () => {
  const dying = newClient(service.url);
  const transactionId = await begin(dying);
  await dying.send(
    new ExecuteStatementCommand({ ...place, sql: `INSERT INTO steps (name) VALUES ('lost')`, transactionId }),
  );
  dying.destroy();
  const { records } = await service.execute(`SELECT count(*) FROM steps WHERE name = 'lost'`);
  expect(records).toEqual([[{ longValue: 0 }]]);
  await expect(commit(transactionId)).rejects.toMatchObject({ name: 'TransactionNotFoundException' });
});

test('who waits behind a busy transaction gets its turn, however long it takes', async () => {
  const transactionId = await begin();
  const waiting = service.execute('SELECT 1');
  for (let i = 0; i < 4; i += 1) {
    await service.execute('SELECT pg_sleep(0.15)::text', [], { transactionId });
  }
  await commit(transactionId);
  expect((await waiting).records).toEqual([[{ longValue: 1 }]]);
});

test('those who wait are served in the order they came', async () => {
  await service.execute('TRUNCATE steps RESTART IDENTITY');
  const transactionId = await begin();
  const waiting: Promise<unknown>[] = [];
  for (const name of ['first', 'second', 'third']) {
    waiting.push(service.execute(`INSERT INTO steps (name) VALUES ('${name}')`));
    // Each on a socket of its own: let it arrive before the next one leaves.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await commit(transactionId);
  await Promise.all(waiting);
  const { records } = await service.execute('SELECT name FROM steps ORDER BY i');
  expect(records?.flat()).toEqual([{ stringValue: 'first' }, { stringValue: 'second' }, { stringValue: 'third' }]);
});

test('many callers at once are all served', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => service.execute(`SELECT ${i}`)));
  expect(answers.map((answer) => answer.records?.[0]?.[0]?.longValue)).toEqual(Array.from({ length: 60 }, (_, i) => i));
});
