import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseArrayLiteral } from '../../../local/rds-data/array-literal.ts';
import { numberParameters } from '../../../local/rds-data/named-parameters.ts';

const given = new Set(['a', 'b', '1', 'x_2']);
const number = (sql: string) => numberParameters(sql, given);

describe('a colon or a semicolon is only what it is in SQL', () => {
  test.each<[string, string, string[]]>([
    ['SELECT :a, :b, :a', 'SELECT $1, $2, $1', ['a', 'b']],
    ['SELECT :1::uuid', 'SELECT $1::uuid', ['1']],
    ['SELECT :x_2::text::int', 'SELECT $1::text::int', ['x_2']],
    [`SELECT ':a', :a`, `SELECT ':a', $1`, ['a']],
    [`SELECT 'it''s :b; ', :a`, `SELECT 'it''s :b; ', $1`, ['a']],
    [`SELECT E'\\':b', :a`, `SELECT E'\\':b', $1`, ['a']],
    [`SELECT 'back\\', :a`, `SELECT 'back\\', $1`, ['a']],
    [`SELECT ":a", :a`, `SELECT ":a", $1`, ['a']],
    [`SELECT :a -- :b ; '\n, :b`, `SELECT $1 -- :b ; '\n, $2`, ['a', 'b']],
    [`SELECT /* :b /* ; */ ' */ :a`, `SELECT /* :b /* ; */ ' */ $1`, ['a']],
    ['SELECT $$ :b ; $$, :a', 'SELECT $$ :b ; $$, $1', ['a']],
    ['SELECT $q$ :b $$ $q$, :a', 'SELECT $q$ :b $$ $q$, $1', ['a']],
    ['SELECT a$b$, :a, c$b$', 'SELECT a$b$, $1, c$b$', ['a']],
    ['DO $$ BEGIN PERFORM 1; END $$;', 'DO $$ BEGIN PERFORM 1; END $$;', []],
  ])('%s', (sql, text, names) => {
    expect(number(sql)).toEqual({ text, names });
  });

  test('whatever is quoted stays as it is', () => {
    const quote: ((text: string) => string)[] = [
      (text) => `'${text.replaceAll("'", "''")}'`,
      (text) => `"${text.replaceAll('"', '""')}"`,
      (text) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
      (text) => `$t$${text.replaceAll('$', '')}$t$`,
      (text) => `--${text.replaceAll(/[\r\n]/g, '')}\n`,
      (text) => `/*${text.replaceAll(/[*/]/g, '')}*/`,
    ];
    const fragment = fc.string({
      unit: fc.constantFrom(':', 'a', 'b', ';', "'", '"', '\\', '$', '/', '*', '-', '\n', ' ', 'e'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fragment, fc.constantFrom(...quote))), (pieces) => {
        const quoted = pieces.map(([text, how]) => how(text));
        const sql = quoted.map((piece) => `, ${piece}, :a`).join('');
        expect(number(`SELECT 0${sql}`).text).toBe(`SELECT 0${quoted.map((piece) => `, ${piece}, $1`).join('')}`);
      }),
    );
  });
});

test('an array’s elements are told from their quotes, commas and NULLs', () => {
  expect(parseArrayLiteral('{}')).toEqual([]);
  expect(parseArrayLiteral('{a,"b,c","d\\"e\\\\",NULL,"NULL",""}')).toEqual(['a', 'b,c', 'd"e\\', null, 'NULL', '']);
  expect(parseArrayLiteral('[2:3]={1,2}')).toEqual(['1', '2']);
  expect(parseArrayLiteral('{{1,2},{3,4}}')).toBeNull();
});
