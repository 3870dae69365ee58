import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseFilterPattern } from '../../../local/logs/filter-pattern/filter-pattern.ts';

// The lines of AWS's own examples, so that each case below can be checked against its documentation page:
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
const lines = {
  bad: '[ERROR 400] BAD REQUEST',
  unauthorized: '[ERROR 401] UNAUTHORIZED REQUEST',
  missing: '[ERROR 419] MISSING ARGUMENTS',
  invalid: '[ERROR 420] INVALID ARGUMENTS',
  info: '[INFO 200] all well',
};
const matching = (pattern: string, messages: string[]): string[] => messages.filter(parseFilterPattern(pattern));
const all = Object.values(lines);

describe('terms', () => {
  test.each([
    ['', all],
    ['ERROR', all.slice(0, 4)],
    ['error', []],
    ['ERROR ARGUMENTS', [lines.missing, lines.invalid]],
    ['"INVALID ARGUMENTS"', [lines.invalid]],
    ['ERROR -ARGUMENTS', [lines.bad, lines.unauthorized]],
    ['ERROR -"BAD REQUEST"   -401', [lines.missing, lines.invalid]],
    ['?INFO ?"BAD REQUEST"', [lines.bad, lines.info]],
    ['"[INFO"', [lines.info]],
  ])('%s', (pattern, expected) => {
    expect(matching(pattern, all)).toEqual(expected);
  });

  test('a phrase may hold quotation marks', () => {
    expect(matching(String.raw`"said \"no\""`, ['he said "no"', 'he said no'])).toEqual(['he said "no"']);
  });
});

describe('JSON conditions', () => {
  const log = JSON.stringify({
    level: 'ERROR',
    ms: 120,
    ok: false,
    gone: null,
    job: { id: 'job-7', 'a key': 'x' },
    steps: [{ name: 'tag' }, { name: 'price (1)' }],
  });
  test.each([
    ['{ $.level = "ERROR" }', true],
    ['{$.level=ERROR}', true],
    ['{ $.level = "ERR" }', false],
    ['{ $.level = "ERR*" }', true],
    ['{ $.level = "*R*R" }', true],
    ['{ $.level != "INFO" }', true],
    ['{ $.level != "ERROR" }', false],
    ['{ $.absent != "INFO" }', false],
    ['{ $.absent NOT EXISTS }', true],
    ['{ $.level NOT EXISTS }', false],
    ['{ $.ms = 120 }', true],
    ['{ $.ms = 12.5e1 }', false],
    ['{ $.ms > 100 && $.ms <= 120 }', true],
    ['{ $.ms < -5 }', false],
    ['{ $.level > 5 }', false],
    ['{ $.ok IS FALSE }', true],
    ['{ $.ok IS TRUE }', false],
    ['{ $.gone IS NULL }', true],
    ['{ $.absent IS NULL }', false],
    ['{ $.job.id = "job-7" }', true],
    ["{ $.job['a key'] = x }", true],
    ['{ $.steps[1].name = "price (1)" }', true],
    ['{ $.steps[9].name = "price" }', false],
    ['{ $.level = "INFO" || $.ms = 120 && $.ok IS FALSE }', true],
    ['{ ($.level = "ERROR" || $.ms = 120) && $.ok IS TRUE }', false],
    ['{ $.level = "ERROR" || $.ms = 120 && $.ok IS TRUE }', true],
    ['{ $.toString = "x" }', false],
  ])('%s is %s', (pattern, expected) => {
    expect(parseFilterPattern(pattern)(log)).toBe(expected);
  });

  test.each(['REPORT RequestId: 1', '{ torn', '"text"', '17', ''])('never match the line %s', (line) => {
    expect(parseFilterPattern('{ $.level NOT EXISTS }')(line)).toBe(false);
  });
});

describe('what is no pattern is refused with InvalidParameterException', () => {
  test.each([
    '"unfinished',
    'job-7',
    'a.b',
    '?one two',
    '?one -two',
    '[ip, user]',
    '%regex%',
    '{ $.level = }',
    '{ $.level = "a"',
    '{ level = "a" }',
    '{ $.level "a" }',
    '{ $.ms > "a" }',
    '{ $.a = 1 } }',
    '{ ($.a = 1 }',
    '{ $.a IS 4 }',
    '{ $.a NOT 4 }',
    '{ }',
    '{ $ = 1 }',
  ])('%s', (pattern) => {
    expect(() => parseFilterPattern(pattern)).toThrow(
      expect.objectContaining({ name: 'InvalidParameterException', status: 400 }),
    );
  });

  test('no text makes the parser fail in another way', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '$.a',
      '"',
      '=',
      '&&',
      '||',
      ' ',
      'IS',
      'NULL',
      '5',
      '*',
      '-',
      '?',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((some) => some.join('')),
        ),
        (pattern) => {
          try {
            parseFilterPattern(pattern)('{"a":1}');
          } catch (error) {
            expect(error).toMatchObject({ name: 'InvalidParameterException' });
          }
        },
      ),
    );
  });
});
