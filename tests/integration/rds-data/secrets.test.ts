// Which secret a request names decides who it is, and nobody else becomes that by it.
import { BeginTransactionCommand, CommitTransactionCommand } from '@aws-sdk/client-rds-data';
import { beforeAll, expect, test } from '@jest/globals';
import { onEveryEngine } from './engines.ts';
import { names, place, type TestService } from './test-service.ts';

const arnOf = (name: string): string => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;
const values: Readonly<Record<string, string>> = {
  [arnOf('reader')]: JSON.stringify({ username: 'a reader', password: 'x' }),
  [arnOf('nobody')]: JSON.stringify({ username: 'nobody there', password: 'x' }),
  [arnOf('key')]: JSON.stringify({ key: 'x' }),
};
const reader = { secretArn: arnOf('reader') };

onEveryEngine(
  {
    readSecret: (arn) => values[arn],
    refuseSecret: (_, arn) => (arn === arnOf('forbidden') ? 'not authorized' : undefined),
  },
  (service) => {
    const execute: TestService['execute'] = (...given) => service().execute(...given);
    beforeAll(async () => {
      await execute('create role "a reader" login');
      await execute('create table open_to_all (a integer)');
      await execute('create table closed (a integer)');
      await execute('grant select on open_to_all to "a reader"');
      await execute('grant usage on schema public to "a reader"');
    });
    const whoIs = async (more: object = {}): Promise<string | undefined> => {
      const { records } = await execute('select cast(current_user as text)', undefined, more);
      return records?.[0]?.[0]?.stringValue;
    };

    test('a role’s secret is that role, which may do what it was granted', async () => {
      expect(await whoIs(reader)).toBe('a reader');
      expect((await execute('select a from open_to_all', undefined, reader)).records).toEqual([]);
      await expect(execute('select a from closed', undefined, reader)).rejects.toThrow(
        'ERROR: permission denied for table closed; SQLState: 42501',
      );
      await expect(execute('set role postgres', undefined, reader)).rejects.toThrow('permission denied');
    });

    test('whoever comes next is not that role, after what went wrong, or a change of it, either', async () => {
      for (const sql of ['select 1', 'select 1 / 0', 'set role postgres', 'reset role', 'set search_path to nowhere']) {
        await execute(sql, undefined, reader).catch(() => undefined);
        expect([sql, await whoIs()]).toEqual([sql, 'postgres']);
      }
    });

    test('many at once, of both, are each who they are', async () => {
      const each = Array.from({ length: 12 }, (_, index) => whoIs(index % 3 === 0 ? reader : {}));
      const expected = each.map((_, index) => (index % 3 === 0 ? 'a reader' : 'postgres'));
      expect(await Promise.all(each)).toEqual(expected);
    });

    test('a transaction is its role’s to the end, and nobody else’s', async () => {
      const { client } = service();
      const { transactionId } = await client.send(new BeginTransactionCommand({ ...place, ...reader }));
      const within = { ...reader, ...(transactionId !== undefined && { transactionId }) };
      expect(await whoIs(within)).toBe('a reader');
      await expect(execute('select 1', undefined, { ...within, secretArn: names.secretArn })).rejects.toMatchObject({
        name: 'TransactionNotFoundException',
      });
      await expect(client.send(new CommitTransactionCommand({ ...names, transactionId }))).rejects.toMatchObject({
        name: 'TransactionNotFoundException',
      });
      await client.send(new CommitTransactionCommand({ ...names, ...reader, transactionId }));
      expect(await whoIs()).toBe('postgres');
    });

    test.each([
      [
        'of a user that is not there',
        'nobody',
        'DatabaseErrorException',
        'password authentication failed for user "nobody there"',
      ],
      ['without a value', 'empty', 'SecretsErrorException', "can't find a value"],
      ['of something else', 'key', 'SecretsErrorException', 'no username and password'],
      ['that the caller may not read', 'forbidden', 'AccessDeniedException', 'not authorized'],
    ])('a secret %s opens nothing, and leaves nobody waiting', async (_, name, error, message) => {
      const secretArn = arnOf(name);
      const { client } = service();
      const refused = expect.objectContaining({ name: error, message: expect.stringContaining(message) });
      await expect(execute('select 1', undefined, { secretArn })).rejects.toEqual(refused);
      await expect(client.send(new BeginTransactionCommand({ ...place, secretArn }))).rejects.toEqual(refused);
      expect(await whoIs()).toBe('postgres');
    });
  },
);
