import { expect, test } from '@jest/globals';
import {
  percent,
  chance,
  counted,
  duration,
  factValue,
  instant,
  listed,
  longDate,
  plusMinus,
  points,
  quantity,
  shortDate,
  signedMoney,
} from '../../../shared/report/format.ts';

const fact = { name: 'a.b', label: 'A', asOf: '2026-03-31', how: 'Counted.' };

test('dates are those written, in no time zone', () => {
  expect(longDate('2026-03-01')).toBe('March 1, 2026');
  expect(shortDate('2026-12-31')).toBe('Dec 31, 2026');
  expect(instant('2026-03-31T23:59:59.999Z')).toBe('March 31, 2026, 23:59 UTC');
  expect(longDate('soon')).toBe('soon');
});

test('a difference says its direction, and none where there is none', () => {
  expect([points(0.0912), points(-0.132), points(-0.0001), points(0)]).toEqual(['+9.1', '−13.2', '0.0', '0.0']);
  expect([signedMoney(1200), signedMoney(-1200), signedMoney(0.2), signedMoney(-0.2)]).toEqual([
    '+$1,200',
    '−$1,200',
    '$0',
    '$0',
  ]);
});

test('units held keep the decimals they have', () => {
  expect([quantity(1200), quantity(0.12345678), quantity(1.5), quantity(24310.77)]).toEqual([
    '1,200',
    '0.12345678',
    '1.5',
    '24,310.77',
  ]);
});

test('a fact is printed in its unit, exactly enough to check a text against', () => {
  expect(factValue({ ...fact, value: 1234.5, unit: 'usd' })).toBe('$1,234.50');
  expect(factValue({ ...fact, value: 1234.5, unit: 'usd', basis: 'real' })).toBe("$1,234.50 in today's money");
  expect(factValue({ ...fact, value: 0.63456, unit: 'fraction' })).toBe('63.46%');
  expect(factValue({ ...fact, value: -0.05, unit: 'points' })).toBe('−5.00 percentage points');
  expect(factValue({ ...fact, value: 1, unit: 'years' })).toBe('1 year');
  expect(factValue({ ...fact, value: 65, unit: 'age' })).toBe('65');
  expect(factValue({ ...fact, value: '2026-03-31', unit: 'date' })).toBe('March 31, 2026');
  expect(factValue({ ...fact, value: true, unit: 'boolean' })).toBe('yes');
  expect(factValue({ ...fact, value: null, unit: 'usd' })).toBe('not known');
});

test('a half that lost its last binary digit is rounded as the text beside it has it', () => {
  expect(percent(0.0774999999999999)).toBe(percent(0.0775));
});

test('counts, lists and durations read as a person says them', () => {
  expect([counted(1, 'holding'), counted(2000, 'holding')]).toEqual(['1 holding', '2,000 holdings']);
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect([duration(210), duration(1240), duration(185_000)]).toEqual(['210 ms', '1.2 s', '3 min 5 s']);
});

test('a chance reads as all or none only where it is', () => {
  expect([1, 0.99999, 0.9995, 0.9994, 0.0004, 0].map((one) => chance(one))).toEqual([
    '100.0%',
    'more than 99.9%',
    'more than 99.9%',
    '99.9%',
    'less than 0.1%',
    '0.0%',
  ]);
  expect([0.004, 0.0001, 0].map(plusMinus)).toEqual(['± 0.4%', '± less than 0.1%', '± 0.0%']);
});
