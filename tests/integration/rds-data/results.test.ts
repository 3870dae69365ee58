import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BeginTransactionCommand, RollbackTransactionCommand } from '@aws-sdk/client-rds-data';
import { onEveryEngine } from './engines.ts';
import { names, place } from './test-service.ts';

onEveryEngine({}, (service) => {
  beforeAll(async () => {
    await service().execute(
      `CREATE TABLE ledger (id serial PRIMARY KEY, owner uuid NOT NULL, quantity numeric(20, 8), code varchar(12))`,
    );
  });

  test.each<[string, object]>([
    [`true`, { booleanValue: true }],
    [`1::smallint`, { longValue: 1 }],
    [`2147483647`, { longValue: 2147483647 }],
    [`9007199254740991`, { longValue: Number.MAX_SAFE_INTEGER }],
    [`0.1::float8 + 0.2::float8`, { doubleValue: 0.30000000000000004 }],
    [`1.50`, { stringValue: '1.50' }],
    [`'x'::char(3)`, { stringValue: 'x  ' }],
    [`'2024-02-29'::date`, { stringValue: '2024-02-29' }],
    [`'2024-02-29 10:00'::timestamp`, { stringValue: '2024-02-29 10:00:00' }],
    [`'2024-02-29 10:00:00.25+02'::timestamptz`, { stringValue: '2024-02-29 08:00:00.25' }],
    [`'-infinity'::timestamptz`, { stringValue: '-infinity' }],
    [`'\\x00ff'::bytea`, { blobValue: Uint8Array.of(0, 255) }],
    [`'{"b":1,"a":2}'::jsonb`, { stringValue: '{"a": 2, "b": 1}' }],
    [`NULL::int`, { isNull: true }],
    [`'127.0.0.1'::inet`, { stringValue: '127.0.0.1' }],
    [`ARRAY[1, NULL, 3]`, { arrayValue: { longValues: [1, null, 3] } }],
    [`ARRAY[]::int[]`, { arrayValue: { longValues: [] } }],
    [`ARRAY[true, false]`, { arrayValue: { booleanValues: [true, false] } }],
    [`ARRAY[0.5]::float8[]`, { arrayValue: { doubleValues: [0.5] } }],
    [`ARRAY[1.50]`, { arrayValue: { stringValues: ['1.50'] } }],
    [`'[0:1]={a,b}'::text[]`, { arrayValue: { stringValues: ['a', 'b'] } }],
    [`ARRAY['2024-02-29 10:00+02'::timestamptz]`, { arrayValue: { stringValues: ['2024-02-29 08:00:00'] } }],
  ])('%s', async (expression, expected) => {
    const { records } = await service().execute(`SELECT ${expression}`);
    expect(records).toEqual([[expected]]);
  });

  test('arrays of any text come back element by element', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 12 })
      .filter((value) => !value.includes('\u0000') && value.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.tuple(text, text, text), async (texts) => {
        const { records } = await service().execute(
          'SELECT ARRAY[:a, :b, :c]',
          texts.map((stringValue, index) => ({ name: 'abc'.charAt(index), value: { stringValue } })),
        );
        expect(records).toEqual([[{ arrayValue: { stringValues: texts } }]]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['interval', `'1 day'::interval`],
    ['void', `pg_sleep(0)`],
    ['regclass', `'ledger'::regclass`],
    ['record', `ROW(1, 2)`],
    ['"CHAR"', `'x'::"char"`],
  ])('type %s is not returned', async (type, expression) => {
    await expect(service().execute(`SELECT ${expression}`)).rejects.toMatchObject({
      name: 'UnsupportedResultException',
      message: `The result contains the unsupported data type ${type}.`,
    });
  });

  test('arrays of arrays are not returned', async () => {
    await expect(service().execute(`SELECT ARRAY[[1, 2], [3, 4]]`)).rejects.toMatchObject({
      name: 'UnsupportedResultException',
    });
  });

  test('decimals and longs come in the form asked for', async () => {
    const { records } = await service().execute(`SELECT 1.5::numeric(10, 2), 3::numeric(10, 0), 5::bigint`, [], {
      resultSetOptions: { decimalReturnType: 'DOUBLE_OR_LONG', longReturnType: 'STRING' },
    });
    expect(records).toEqual([[{ doubleValue: 1.5 }, { longValue: 3 }, { stringValue: '5' }]]);
  });

  test('a decimal of no stated scale is a long that is none', async () => {
    const query = `SELECT 1.5::numeric, 3::numeric, 12345678901234567890::numeric, 'NaN'::numeric, ARRAY[1.5, 2]::numeric[]`;
    const { records } = await service().execute(query, [], {
      resultSetOptions: { decimalReturnType: 'DOUBLE_OR_LONG' },
    });
    expect(records).toEqual([
      [
        { doubleValue: 1.5 },
        { longValue: 3 },
        { doubleValue: 12345678901234567000 },
        { doubleValue: NaN },
        { arrayValue: { doubleValues: [1.5, 2] } },
      ],
    ]);
  });

  test('columns are described from the catalog', async () => {
    const { columnMetadata } = await service().execute(
      `SELECT id, owner AS o, quantity, code, 1 + 1 AS two, ARRAY[1] AS list FROM ledger`,
      [],
      { includeResultMetadata: true },
    );
    const common = { isCurrency: false, arrayBaseColumnType: 0, scale: 0 };
    const table = { schemaName: 'public', tableName: 'ledger', isAutoIncrement: false };
    const none = { schemaName: '', tableName: '', isAutoIncrement: false, nullable: 2 };
    const number = { isSigned: true, isCaseSensitive: false };
    const text = { isSigned: false, isCaseSensitive: true };
    expect(columnMetadata).toEqual([
      {
        ...common,
        ...table,
        ...number,
        name: 'id',
        label: 'id',
        type: 4,
        typeName: 'int4',
        nullable: 0,
        precision: 10,
        isAutoIncrement: true,
      },
      {
        ...common,
        ...table,
        ...text,
        name: 'owner',
        label: 'o',
        type: 1111,
        typeName: 'uuid',
        nullable: 0,
        precision: 2147483647,
      },
      {
        ...common,
        ...table,
        ...number,
        name: 'quantity',
        label: 'quantity',
        type: 2,
        typeName: 'numeric',
        nullable: 1,
        precision: 20,
        scale: 8,
      },
      {
        ...common,
        ...table,
        ...text,
        name: 'code',
        label: 'code',
        type: 12,
        typeName: 'varchar',
        nullable: 1,
        precision: 12,
      },
      { ...common, ...none, ...number, name: 'two', label: 'two', type: 4, typeName: 'int4', precision: 10 },
      {
        ...common,
        ...none,
        ...number,
        name: 'list',
        label: 'list',
        type: 2003,
        typeName: '_int4',
        precision: 10,
        arrayBaseColumnType: 4,
      },
    ]);
  });

  test('a column is described by the name it has now, also after a change of it was rolled back', async () => {
    const { client } = service();
    const execute: ReturnType<typeof service>['execute'] = (...call) => service().execute(...call);
    await execute(`CREATE TABLE renamed (first int)`);
    const described = async (more: { transactionId?: string } = {}) => {
      const { columnMetadata = [] } = await execute(`SELECT * FROM renamed`, [], {
        includeResultMetadata: true,
        ...more,
      });
      return columnMetadata.map(({ name }) => name);
    };
    expect([await described(), await described()]).toEqual([['first'], ['first']]);
    const { transactionId = '' } = await client.send(new BeginTransactionCommand(place));
    await execute(`ALTER TABLE renamed RENAME COLUMN first TO second`, [], { transactionId });
    expect(await described({ transactionId })).toEqual(['second']);
    await client.send(new RollbackTransactionCommand({ ...names, transactionId }));
    expect(await described()).toEqual(['first']);
    await execute(`ALTER TABLE renamed RENAME COLUMN first TO third`);
    expect(await described()).toEqual(['third']);
  });

  test('formatted records are one JSON text, without records and metadata', async () => {
    const answer = await service().execute(`SELECT 1 AS a, 1.50 AS n, NULL AS z, ARRAY['x'] AS l, true AS "B"`, [], {
      formatRecordsAs: 'JSON',
      includeResultMetadata: true,
    });
    expect(answer).toMatchObject({ formattedRecords: '[{"a":1,"n":"1.50","z":null,"l":["x"],"B":true}]' });
    expect(answer.records).toBeUndefined();
    expect(answer.columnMetadata).toBeUndefined();
  });

  test('counts are of the rows a statement changed', async () => {
    const insert = `INSERT INTO ledger (owner) SELECT gen_random_uuid() FROM generate_series(1, 3)`;
    expect(await service().execute(insert)).toMatchObject({ numberOfRecordsUpdated: 3, generatedFields: [] });
    expect(await service().execute(`UPDATE ledger SET code = 'x'`)).toMatchObject({ numberOfRecordsUpdated: 3 });
    expect(await service().execute(`DELETE FROM ledger WHERE code = 'y'`)).toMatchObject({ numberOfRecordsUpdated: 0 });
    const deleted = await service().execute(`DELETE FROM ledger RETURNING code`);
    expect(deleted.records).toHaveLength(3);
    expect(await service().execute(`CREATE TABLE IF NOT EXISTS ledger (id int)`)).toMatchObject({
      numberOfRecordsUpdated: 0,
    });
  });

  describe('one caller’s session is not another’s', () => {
    test('settings do not leak', async () => {
      await service().execute(`SET TIME ZONE 'America/New_York'`);
      const { records } = await service().execute(
        `SELECT '2024-02-29 10:00+00'::timestamptz, current_setting('TimeZone')`,
      );
      expect(records).toEqual([[{ stringValue: '2024-02-29 10:00:00' }, { stringValue: 'UTC' }]]);
    });

    test('a BEGIN in plain SQL does not outlive its call', async () => {
      await service().execute(`BEGIN`);
      await expect(service().execute(`SELECT * FROM no_such_table`)).rejects.toThrow(/SQLState: 42P01$/);
      expect((await service().execute(`SELECT 1`)).records).toEqual([[{ longValue: 1 }]]);
    });

    test('temporary tables do not outlive their call', async () => {
      await service().execute(`CREATE TEMPORARY TABLE scratch (i int)`);
      await expect(service().execute(`SELECT * FROM scratch`)).rejects.toThrow(/42P01/);
    });
  });
});
