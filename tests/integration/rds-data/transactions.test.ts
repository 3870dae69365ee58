import {
  BatchExecuteStatementCommand,
  BeginTransactionCommand,
  CommitTransactionCommand,
  RollbackTransactionCommand,
} from '@aws-sdk/client-rds-data';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { onEveryEngine } from './engines.ts';
import { names, place } from './test-service.ts';

onEveryEngine({ limits: { transactionIdleMs: 700, transactionMs: 2_000 } }, (service, engine) => {
  const begin = async () => (await service().client.send(new BeginTransactionCommand(place))).transactionId ?? '';
  const commit = (transactionId: string) =>
    service().client.send(new CommitTransactionCommand({ ...names, transactionId }));
  const rollback = (transactionId: string) =>
    service().client.send(new RollbackTransactionCommand({ ...names, transactionId }));
  const add = (i: number, transactionId: string) =>
    service().execute(`INSERT INTO tally VALUES (${i})`, [], { transactionId });
  const stored = async () => (await service().execute('SELECT i FROM tally ORDER BY i')).records?.flat();
  const notFound = (transactionId: string) => ({
    name: 'TransactionNotFoundException',
    message: `Transaction ${transactionId} is not found`,
    $metadata: { httpStatusCode: 404 },
  });

  beforeAll(async () => {
    await service().execute('CREATE TABLE tally (i integer PRIMARY KEY)');
    await service().execute(`CREATE TABLE entry (i integer REFERENCES tally DEFERRABLE INITIALLY DEFERRED)`);
  });
  beforeEach(async () => {
    await service().execute('DELETE FROM tally');
  });

  test('what is committed is stored, what is rolled back is not', async () => {
    const first = await begin();
    await add(1, first);
    expect(await commit(first)).toMatchObject({ transactionStatus: 'Transaction Committed' });
    const second = await begin();
    await add(2, second);
    expect(await rollback(second)).toMatchObject({ transactionStatus: 'Rollback Complete' });
    expect(await stored()).toEqual([{ longValue: 1 }]);
  });

  test('a batch belongs to its transaction', async () => {
    const transactionId = await begin();
    await service().client.send(
      new BatchExecuteStatementCommand({
        ...place,
        sql: 'INSERT INTO tally VALUES (:i)',
        parameterSets: [1, 2].map((longValue) => [{ name: 'i', value: { longValue } }]),
        transactionId,
      }),
    );
    await rollback(transactionId);
    expect(await stored()).toEqual([]);
  });

  test('an empty transaction commits', async () => {
    expect(await commit(await begin())).toMatchObject({ transactionStatus: 'Transaction Committed' });
  });

  describe('committing what cannot be committed is an error, and the rollback that follows is answered', () => {
    test('after a statement failed', async () => {
      const transactionId = await begin();
      await add(1, transactionId);
      await expect(add(1, transactionId)).rejects.toThrow(/^ERROR: duplicate key .*; SQLState: 23505$/);
      await expect(add(2, transactionId)).rejects.toThrow(/SQLState: 25P02$/);
      await expect(commit(transactionId)).rejects.toMatchObject({
        name: 'DatabaseErrorException',
        message: expect.stringMatching(/SQLState: 25P02$/),
      });
      expect(await rollback(transactionId)).toMatchObject({ transactionStatus: 'Rollback Complete' });
      await expect(rollback(transactionId)).rejects.toMatchObject(notFound(transactionId));
      expect(await stored()).toEqual([]);
    });

    test('when a deferred constraint fails at the commit', async () => {
      const transactionId = await begin();
      await service().execute('INSERT INTO entry VALUES (42)', [], { transactionId });
      await expect(commit(transactionId)).rejects.toThrow(/SQLState: 23503$/);
      expect(await rollback(transactionId)).toMatchObject({ transactionStatus: 'Rollback Complete' });
    });
  });

  test('a savepoint brings a failed transaction back', async () => {
    const transactionId = await begin();
    await add(1, transactionId);
    await service().execute('SAVEPOINT a', [], { transactionId });
    await expect(add(1, transactionId)).rejects.toThrow(/23505/);
    await service().execute('ROLLBACK TO SAVEPOINT a', [], { transactionId });
    await commit(transactionId);
    expect(await stored()).toEqual([{ longValue: 1 }]);
  });

  test('statements at the same time in one transaction fail, and the one that runs goes on', async () => {
    const transactionId = await begin();
    const slowly = (i: number) =>
      service().execute(`INSERT INTO tally SELECT ${i} FROM pg_sleep(0.3)`, [], { transactionId });
    const answers = await Promise.allSettled([1, 2, 3].map(slowly));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        name: 'DatabaseErrorException',
        message: 'Transaction is still running a query',
      });
    }
    await commit(transactionId);
    expect(await stored()).toHaveLength(1);
  });

  test('a commit while a statement runs is refused, a rollback comes after it', async () => {
    const transactionId = await begin();
    const sql = 'INSERT INTO tally SELECT 1 FROM pg_sleep(0.3)';
    const running = service().execute(sql, [], { transactionId });
    await expect(commit(transactionId)).rejects.toThrow('Transaction is still running a query');
    expect(await rollback(transactionId)).toMatchObject({ transactionStatus: 'Rollback Complete' });
    await running;
    expect(await stored()).toEqual([]);
  });

  test('an ended or unknown transaction is not found', async () => {
    const transactionId = await begin();
    await commit(transactionId);
    await expect(add(1, transactionId)).rejects.toMatchObject(notFound(transactionId));
    await expect(commit(transactionId)).rejects.toMatchObject(notFound(transactionId));
    await expect(rollback('nonsense')).rejects.toMatchObject(notFound('nonsense'));
  });

  test('COMMIT in plain SQL ends the transaction', async () => {
    const transactionId = await begin();
    await add(1, transactionId);
    await service().execute('COMMIT', [], { transactionId });
    await expect(add(2, transactionId)).rejects.toMatchObject(notFound(transactionId));
    expect(await stored()).toEqual([{ longValue: 1 }]);
  });

  test('one left idle is rolled back, one in use is not', async () => {
    const idle = await begin();
    await add(1, idle);
    // Waits its turn behind the idle one, where there is one connection only.
    if (engine === 'pglite') expect(await stored()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 800));
    await expect(add(2, idle)).rejects.toMatchObject(notFound(idle));
    const used = await begin();
    for (let i = 0; i < 10; i += 1) {
      await add(i, used);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await commit(used);
    expect(await stored()).toHaveLength(10);
  });

  test('one that lives too long is rolled back, though it is in use', async () => {
    const transactionId = await begin();
    const use = async () => {
      for (let i = 0; i < 80; i += 1) {
        await add(i, transactionId);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await expect(use()).rejects.toMatchObject(notFound(transactionId));
    expect(await stored()).toEqual([]);
  });
});
