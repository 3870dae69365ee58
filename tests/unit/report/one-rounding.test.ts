// A chance of 14.55% that stands as 14.5% in a sentence and as 14.6% in the table beside it is two answers to one question.
import { expect, test } from '@jest/globals';
import { finePercent, points as pointsInWords } from '../../../shared/agents/models/narrator/wording/percent.ts';
import { chance, money, percent } from '../../../shared/charts/figure-format.ts';
import { fixed, percent as percentInNotes, usd } from '../../../shared/finance/amounts.ts';
import { points } from '../../../shared/report/format.ts';

/** Chances as a projection gives them: so many futures of ten thousand, by division and by a sum of tenths of a percent. */
const chances = Array.from({ length: 10_001 }, (_, count) => [count / 10_000, count * 0.0001]).flat();

test('a chance is the same figure in sentences, notes, charts and tables', () => {
  const told = chances.filter((fraction) => {
    const written = [chance(fraction), finePercent(fraction), percentInNotes(fraction)].map((text) =>
      text.replace(/\.0%/, '%'),
    );
    return new Set(written).size > 1;
  });
  // From 99 up and below 10 percent sentences have their own forms, with the same digits.
  expect(told).toEqual([]);
});

test('a difference is the same figure in sentences and tables', () => {
  // Differences of next to nothing and next to all have words of their own.
  const usual = chances.filter((difference) => difference >= 0.001 && difference < 0.9995);
  const told = usual.filter(
    (difference) => `${points(difference).slice(1)} percentage points` !== pointsInWords(difference),
  );
  expect(told).toEqual([]);
});

test.each([
  [14.55, 1, '14.6'],
  [11.45, 1, '11.5'],
  [10.55, 1, '10.6'],
  [-14.55, 1, '-14.6'],
  [0.1 + 0.2, 1, '0.3'],
  [1.005, 2, '1.01'],
  [43_764.5, 0, '43765'],
  [1e15, 0, '1000000000000000'],
  [1e-9, 1, '0.0'],
])('%d to %d decimals is %s', (value, decimals, written) => {
  expect(fixed(value, decimals)).toBe(written);
});

test('half a dollar is rounded as in the tables', () => {
  for (const amount of [0.5, 1.5, 2.5, 43_764.5, 1_234_567.5]) expect(money(amount)).toBe(usd(amount));
  expect(percent(-0.000_04)).toBe('0.0%');
});
