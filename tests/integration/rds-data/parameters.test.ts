import { BatchExecuteStatementCommand, type Field, type SqlParameter } from '@aws-sdk/client-rds-data';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { onEveryEngine } from './engines.ts';
import { place } from './test-service.ts';

const p = (name: string, value: Field, typeHint?: SqlParameter['typeHint']): SqlParameter => ({
  name,
  value,
  ...(typeHint === undefined ? {} : { typeHint }),
});
const s = (stringValue: string): Field => ({ stringValue });
const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';

onEveryEngine({}, (service) => {
  beforeAll(async () => {
    await service().execute(`CREATE TYPE mood AS ENUM ('calm', 'brisk')`);
    await service().execute(`CREATE TABLE kinds (u uuid, j jsonb, d date, ts timestamptz, n numeric(20, 8), i integer,
      m mood, v varchar(20), b bytea, t time, f boolean, r real)`);
  });

  describe('what Aurora refuses is refused', () => {
    // The texts are Aurora PostgreSQL's, e.g. https://github.com/drizzle-team/drizzle-orm/issues/2583
    test.each([
      ['u', uuid, 'uuid'],
      ['j', '{}', 'jsonb'],
      ['d', '2024-02-29', 'date'],
      ['ts', '2024-02-29 00:00:00', 'timestamp with time zone'],
      ['n', '1.5', 'numeric'],
      ['i', '1', 'integer'],
      ['m', 'calm', 'mood'],
    ])('a string without hint or cast for column %s', async (column, value, type) => {
      const sql = `INSERT INTO kinds (${column}) VALUES (:x)`;
      await expect(service().execute(sql, [p('x', s(value))])).rejects.toMatchObject({
        name: 'DatabaseErrorException',
        message:
          `ERROR: column "${column}" is of type ${type} but expression is of type text; ` +
          `Hint: You will need to rewrite or cast the expression.; Position: ${sql.indexOf(':x') + 1}; SQLState: 42804`,
        $metadata: { httpStatusCode: 400 },
      });
    });

    test('a uuid compared with a string', async () => {
      await expect(service().execute('SELECT 1 FROM kinds WHERE u = :x', [p('x', s(uuid))])).rejects.toThrow(
        'ERROR: operator does not exist: uuid = text; Hint: No operator matches the given name and argument types. ' +
          'You might need to add explicit type casts.; Position: 29; SQLState: 42883',
      );
    });

    test('an integer too large for its column', async () => {
      await expect(
        service().execute('INSERT INTO kinds (i) VALUES (:x)', [p('x', { longValue: 2 ** 31 })]),
      ).rejects.toThrow(/^ERROR: integer out of range; SQLState: 22003$/);
    });
  });

  test('hints, casts and the implicit assignments that PostgreSQL allows are accepted', async () => {
    const { records } = await service().execute(
      `INSERT INTO kinds VALUES (:u, :j, :d, :ts, :n, :i, :m::mood, :v, :b, :t, :f, :r) RETURNING *`,
      [
        p('u', s(uuid), 'UUID'),
        p('j', s('{"a": [1, "x"]}'), 'JSON'),
        p('d', s('2024-02-29'), 'DATE'),
        p('ts', s('2024-02-29 23:59:59.123456'), 'TIMESTAMP'),
        p('n', s('123456789012.12345678'), 'DECIMAL'),
        p('i', { longValue: 7 }),
        p('m', s('brisk')),
        p('v', s("it's :u")),
        p('b', { blobValue: Uint8Array.of(0, 255, 10) }),
        p('t', s('23:59:59.5'), 'TIME'),
        p('f', { booleanValue: false }),
        p('r', { doubleValue: 0.25 }),
      ],
    );
    expect(records).toEqual([
      [
        s(uuid),
        s('{"a": [1, "x"]}'),
        s('2024-02-29'),
        s('2024-02-29 23:59:59.123456'),
        s('123456789012.12345678'),
        { longValue: 7 },
        s('brisk'),
        s("it's :u"),
        { blobValue: Uint8Array.of(0, 255, 10) },
        s('23:59:59.5'),
        { booleanValue: false },
        { doubleValue: 0.25 },
      ],
    ]);
  });

  test('a NULL fits every column, with and without a hint', async () => {
    const { records } = await service().execute('INSERT INTO kinds (u, i, m) VALUES (:u, :i, :m) RETURNING u, i, m', [
      p('u', { isNull: true }, 'UUID'),
      p('i', { isNull: true }),
      p('m', { isNull: true }),
    ]);
    expect(records).toEqual([[{ isNull: true }, { isNull: true }, { isNull: true }]]);
  });

  test('doubles that JSON cannot write survive the way there and back', async () => {
    const { records } = await service().execute('SELECT :a, :b', [
      p('a', { doubleValue: Number.NEGATIVE_INFINITY }),
      p('b', { doubleValue: Number.NaN }),
    ]);
    expect(records).toEqual([[{ doubleValue: Number.NEGATIVE_INFINITY }, { doubleValue: Number.NaN }]]);
  });

  describe('a parameter at fault is named', () => {
    test.each<[string, SqlParameter[], string]>([
      ['missing', [], 'Cannot find parameter: x'],
      ['without a value', [{ name: 'x' }], 'Parameter x must have exactly one value.'],
      ['an array', [p('x', { arrayValue: { longValues: [1] } })], 'Array parameters are not supported.'],
      ['a fraction as long', [p('x', { longValue: 1.5 })], 'Parameter x is not an integer.'],
      ['a date with a time', [p('x', s('2024-02-29T00:00:00'), 'DATE')], 'must have the format YYYY-MM-DD'],
      ['a timestamp with an offset', [p('x', s('2024-02-29 00:00:00+00'), 'TIMESTAMP')], 'YYYY-MM-DD HH:MM:SS[.FFF]'],
      ['a time without seconds', [p('x', s('10:00'), 'TIME')], 'HH:MM:SS[.FFF]'],
      ['a uuid that is none', [p('x', s('42'), 'UUID')], 'Parameter x has type hint UUID'],
      ['a decimal that is none', [p('x', s('1,5'), 'DECIMAL')], 'Parameter x has type hint DECIMAL'],
      ['a zero byte', [p('x', s('a\u0000b'))], 'Parameter x contains a zero byte or half a surrogate pair.'],
      ['half a surrogate pair', [p('x', s('\udc00'))], 'Parameter x contains a zero byte or half a surrogate pair.'],
      ['a hint on a number', [p('x', { longValue: 1 }, 'DECIMAL')], 'its value must be a string'],
    ])('%s', async (_, parameters, message) => {
      await expect(service().execute('SELECT :x', parameters)).rejects.toMatchObject({
        name: 'BadRequestException',
        message: expect.stringContaining(message),
      });
    });
  });

  test('a date that the calendar does not have is the database’s refusal', async () => {
    await expect(service().execute('SELECT :x', [p('x', s('2023-02-29'), 'DATE')])).rejects.toThrow(/SQLState: 22008$/);
  });

  test('a parameter that the SQL does not use is allowed', async () => {
    const { records } = await service().execute('SELECT 1', [p('unused', s('x'))]);
    expect(records).toEqual([[{ longValue: 1 }]]);
  });

  describe('BatchExecuteStatement', () => {
    const batch = (sets: SqlParameter[][], sql = 'INSERT INTO kinds (i) VALUES (:i)') =>
      service().client.send(new BatchExecuteStatementCommand({ ...place, sql, parameterSets: sets }));
    const count = async (from: number) =>
      (await service().execute('SELECT count(*) FROM kinds WHERE i >= :i', [p('i', { longValue: from })])).records;

    test('runs the statement once a set', async () => {
      const { updateResults } = await batch([100, 101, 102].map((longValue) => [p('i', { longValue })]));
      expect(updateResults).toEqual([{ generatedFields: [] }, { generatedFields: [] }, { generatedFields: [] }]);
      expect(await count(100)).toEqual([[{ longValue: 3 }]]);
    });

    test('stores nothing when one set fails', async () => {
      await expect(batch([1_000, 2 ** 40].map((longValue) => [p('i', { longValue })]))).rejects.toThrow(/22003$/);
      expect(await count(1_000)).toEqual([[{ longValue: 0 }]]);
    });

    test('runs nothing without a set', async () => {
      expect((await batch([], 'DROP TABLE kinds')).updateResults).toEqual([]);
      expect(await count(100)).toEqual([[{ longValue: 3 }]]);
    });
  });
});
