// A difference that stands beside the sums it is of adds up with them.
import { expect, test } from '@jest/globals';
import { differenceOf, money } from '../../../shared/agents/models/narrator/wording/money.ts';

test.each([
  [8_168, 78_168, '$8,200'],
  [-12_040, 57_960, '−$12,000'],
  [1_234_567, 3_234_567, '$1.23 million'],
  [512, 712, '$512'],
])('%p of %p is written more finely than the sum', (difference, sum, written) => {
  expect(money(differenceOf(difference, sum))).toBe(written);
});

test.each([
  [34, 70_034, '$34'],
  [860, 70_860, '$860'],
  [-1_849, 68_151, '−$1,850'],
])('%p of %p is rounded by more than a hundredth of it', (difference, sum, written) => {
  expect(money(differenceOf(difference, sum))).toBe(written);
});
