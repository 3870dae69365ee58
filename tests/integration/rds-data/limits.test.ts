import { BeginTransactionCommand } from '@aws-sdk/client-rds-data';
import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../local/rds-data/server.ts';
import { onEveryEngine } from './engines.ts';
import { place, startService } from './test-service.ts';

onEveryEngine({}, (service) => {
  const characters = (count: number) => `SELECT repeat('x', ${count})`;

  test('a row of 64 KB is returned, one byte more is not', async () => {
    expect((await service().execute(characters(65_536))).records?.[0]?.[0]?.stringValue).toHaveLength(65_536);
    await expect(service().execute(characters(65_537))).rejects.toMatchObject({
      name: 'UnsupportedResultException',
      message: expect.stringContaining('row of 65537 bytes (row 1)'),
    });
  });

  test('a result over 1 MiB is not returned, however much larger', async () => {
    const tooLarge = {
      name: 'UnsupportedResultException',
      message: 'Database returned more than the allowed response size limit',
    };
    const rows = (count: number) => `SELECT repeat('x', 60000) FROM generate_series(1, ${count})`;
    expect((await service().execute(rows(17))).records).toHaveLength(17);
    await expect(service().execute(rows(18))).rejects.toMatchObject(tooLarge);
    await expect(service().execute(rows(500))).rejects.toMatchObject(tooLarge);
  });

  test('a request over 4 MiB is refused, one just under it is not', async () => {
    const sized = (length: number) =>
      service().execute('SELECT length(:x)', [{ name: 'x', value: { stringValue: 'x'.repeat(length) } }]);
    expect((await sized(4_193_000)).records).toEqual([[{ longValue: 4_193_000 }]]);
    await expect(sized(4_194_304)).rejects.toMatchObject({ $metadata: { httpStatusCode: 413 } });
  });
});

onEveryEngine({ limits: { statementMs: 300 } }, (service, engine) => {
  const timedOut = { name: 'StatementTimeoutException', $metadata: { httpStatusCode: 400 } };

  test('a statement that takes too long is answered in time, and the next one is served', async () => {
    const started = performance.now();
    await expect(service().execute('SELECT pg_sleep(1.5)::text')).rejects.toMatchObject(timedOut);
    expect(performance.now() - started).toBeLessThan(1_400);
    expect((await service().execute(`SELECT 1`)).records).toEqual([[{ longValue: 1 }]]);
  });

  test('one that may continue after the time-out does so', async () => {
    await service().execute('CREATE TABLE done (i int)');
    const sql = 'INSERT INTO done SELECT 1 FROM pg_sleep(0.6)';
    await expect(service().execute(sql, [], { continueAfterTimeout: true })).rejects.toMatchObject(timedOut);
    // Over PostgreSQL the next caller has its own connection: poll.
    const deadline = performance.now() + 5_000;
    let stored: unknown;
    do stored = (await service().execute('SELECT i FROM done')).records;
    while (engine === 'postgres' && JSON.stringify(stored) === '[]' && performance.now() < deadline);
    expect(stored).toEqual([[{ longValue: 1 }]]);
  });

  test('a transaction stays in use until its statement has ended', async () => {
    const { transactionId = '' } = await service().client.send(new BeginTransactionCommand(place));
    const sleep = service().execute('SELECT pg_sleep(1)::text', [], { transactionId, continueAfterTimeout: true });
    await expect(sleep).rejects.toMatchObject(timedOut);
    await expect(service().execute('SELECT 1', [], { transactionId })).rejects.toThrow(
      'Transaction is still running a query',
    );
  });
});

describe('PGlite in a folder', () => {
  test('is restarted to stop a statement, and keeps what was committed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alex-timeout-'));
    const database = await openDatabase({ folder: join(folder, 'data') });
    const service = await startService(database, { limits: { statementMs: 500 } });
    try {
      await service.execute('CREATE TABLE kept AS SELECT 1 AS i');
      const { transactionId = '' } = await service.client.send(new BeginTransactionCommand(place));
      await service.execute('INSERT INTO kept VALUES (2)', [], { transactionId });
      const endless = 'SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b';
      await expect(service.execute(endless, [], { transactionId })).rejects.toMatchObject({
        name: 'StatementTimeoutException',
      });
      const { records } = await service.execute('SELECT i FROM kept');
      expect(records).toEqual([[{ longValue: 1 }]]);
      await expect(service.execute('SELECT 1', [], { transactionId })).rejects.toMatchObject({
        name: 'TransactionNotFoundException',
      });
    } finally {
      await service.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
