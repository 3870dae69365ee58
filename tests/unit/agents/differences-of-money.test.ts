// A difference that stands beside the sums it is of adds up with them.
import { expect, test } from '@jest/globals';
import { moneyApart } from '../../../shared/agents/models/narrator/wording/money.ts';

test.each([
  [8_168, 78_168, '$8,200'],
  [-12_040, 57_960, '$12,000'],
  [1_234_567, 3_234_567, '$1.23 million'],
  [512, 712, '$512'],
])('%p of %p is written as finely as the sum and no finer', (difference, sum, written) => {
  expect(moneyApart(difference, sum)).toBe(written);
});

test.each([
  // $6,150 and $23,850 are $30,000; rounded to tens and then to hundreds it was $23,900, which is no fact.
  [-23_846, 6154, '$23,850'],
  [-29_488, 512, '$29,488'],
  [1_234_950, 900_000, '$1.23 million'],
])('%p of a smaller sum, %p, is rounded once', (difference, sum, written) => {
  expect(moneyApart(difference, sum)).toBe(written);
});

test.each([
  [34, 70_034, '$34'],
  [860, 70_860, '$860'],
  [-1_849, 68_151, '$1,850'],
])('%p of %p is rounded by more than a hundredth of it', (difference, sum, written) => {
  expect(moneyApart(difference, sum)).toBe(written);
});
