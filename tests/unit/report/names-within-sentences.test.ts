import { expect, test } from '@jest/globals';
import { chartSpec } from '../../../shared/schemas/chart.ts';
import { besideInShort, besidePortfolio } from '../../../shared/report/other-income.ts';
import { lowerFirst, upperFirst } from '../../../shared/report/format.ts';
import { describeChart } from '../../../shared/report/chart-description.ts';

test('a name within a sentence keeps its capital, and a sentence begins with one', () => {
  expect(lowerFirst('Age of Ana')).toBe('age of Ana');
  expect(lowerFirst('S&P 500')).toBe('S&P 500');
  expect(lowerFirst('US bonds')).toBe('US bonds');
  expect(upperFirst('the return')).toBe('The return');
  const fan = {
    ...{ id: 'fan', kind: 'fan', title: 'Fan', unit: 'usd', x: [65, 66], xLabel: 'Age of Ana', median: [1, 2] },
    bands: [{ label: 'Middle half', lower: [0, 1], upper: [2, 3] }],
  };
  expect(describeChart(chartSpec.parse(fan))).toMatch(/^Fan chart by age of Ana\. Age of Ana 65: /);
});

test('of several incomes the figure at a glance says how many, where the plan’s table names each', () => {
  const other = (from: number) => ({ kind: 'pension' as const, amount: 12_000, from });
  const goals = (otherIncome: ReturnType<typeof other>[]) => ({
    goals: { age: 60, retireAt: 65, lifeExpectancy: 95, income: 50_000, contribute: 0, otherIncome },
    spendingCut: undefined,
  });
  expect(besideInShort(goals([]), 'USD')).toBe('Social Security and pensions are not counted');
  expect(besideInShort(goals([other(66)]), 'USD')).toBe('with $12,000 of pension from 66');
  expect(besideInShort(goals([other(66), other(70)]), 'USD')).toBe('counting 2 other incomes');
  expect(besidePortfolio(goals([other(66), other(70)]), 'USD')).toContain('and $12,000 of pension from 70');
});
