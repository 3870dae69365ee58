// A mistyped year is a day to come, of which there are no prices; it opened the way to prices of that year, too.
import { expect, test } from '@jest/globals';
import { day } from '../../../scripts/analysis/flag-values.ts';
import { localDay } from '../../../scripts/analysis/local-day.ts';
import { readOptions } from '../../../scripts/analysis/options.ts';

test('a day to come is refused', () => {
  expect(day('2999-01-01')).toMatchObject({ ok: false, problem: expect.stringContaining('It is in the future') });
  expect(() => readOptions(['examples/portfolio.csv', '--as-of', '2999-01-01'])).toThrow('A flag is wrong');
});

test.each([localDay(new Date()), '2026-03-31'])('%s is taken', (text) => {
  expect(day(text)).toEqual({ ok: true, value: text });
});
