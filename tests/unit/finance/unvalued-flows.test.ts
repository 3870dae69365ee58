// Returns of a time in which hardly anything was priced: a year between trades is not flat, and a contribution that meets last year's price makes another return.
import { expect, test } from '@jest/globals';
import { performanceCharts } from '../../../shared/charts/performance-charts.ts';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';
import { describeChart } from '../../../shared/report/chart-description.ts';
import { performanceTable } from '../../../shared/report/tables/performance-table.ts';
import type { Analysis } from '../../../shared/schemas/analysis.ts';
import { performance as schema } from '../../../shared/schemas/performance.ts';
import { fullAnalysis } from '../../fixtures/results/analytics.ts';

const of = (accountName: string, date: string, kind: 'deposit', amount: number): Transaction => ({ accountName, date, kind, amount }); // prettier-ignore
const buy = (accountName: string, date: string, quantity: number, price: number): Transaction => ({ accountName, date, kind: 'buy', symbol: 'FUND', quantity, price }); // prettier-ignore
const END = '2026-11-20';
const measured = (transactions: Transaction[], quotes: [date: string, price: number][]) =>
  schema.parse(
    performanceOf({
      transactions,
      prices: new Map([['FUND', quotes.map(([date, price]) => ({ date, price }))]]),
      asOf: END,
    }),
  );
const withReturns = (performance: Analysis['performance']): Analysis => ({ ...fullAnalysis(), performance });

// 100 at 60, a year later 100 more at 80 (paid in the day before), 75 at the end: 25% whenever money came.
const early = [of('Roth', '2025-01-08', 'deposit', 6000), buy('Roth', '2025-01-08', 100, 60)];
const contributed = [...early, of('Roth', '2026-01-05', 'deposit', 8000), buy('Roth', '2026-01-06', 100, 80)];

test('a contribution of half the account that met a price of a year ago leaves no time-weighted return, and why', () => {
  const { whole, accounts } = measured(contributed, [[END, 75]]);
  expect([whole.timeWeighted, accounts[0]?.timeWeighted, whole.growth]).toEqual([null, null, undefined]);
  expect(whole.missing).toMatch(/^No time-weighted return can be told: much money came/);
  // What needs no values between stays.
  expect(whole.moneyWeighted).toMatchObject({ kind: 'root' });
  expect(whole.modifiedDietz).not.toBeNull();
  const table = performanceTable(withReturns(measured(contributed, [[END, 75]])));
  expect(table?.rows[0]?.[1]?.text).toBe('–');
});

test.each<[why: string, transactions: Transaction[], quotes: [string, number][]]>([
  ['with a price of the day before it is exact', contributed, [['2026-01-05', 80], [END, 75]]],
  ['nothing came while prices were old', early, [[END, 75]]],
])('%s', (_, transactions, quotes) => {
  expect(measured(transactions, quotes).whole.timeWeighted?.total).toBeCloseTo(0.25, 10);
}); // prettier-ignore

test('a small contribution leaves an estimate', () => {
  const transactions = [...early, of('Roth', '2026-01-05', 'deposit', 600)];
  expect(measured(transactions, [[END, 75]]).whole.timeWeighted).toMatchObject({ estimatedDays: 1 });
});

test('a year without prices is not drawn, nor told as flat', () => {
  const days = ['2025-01-09', '2025-01-10', '2025-01-13'].map((date): [string, number] => [date, 60]);
  const { whole, ...rest } = measured(early, [...days, [END, 75]]);
  expect(whole.growth?.length).toBeGreaterThan(3);
  expect(performanceCharts(withReturns({ whole, ...rest }))).toEqual([]);
  const quarters = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30', '2026-09-30'];
  const told = measured(early, [...quarters.map((date, at): [string, number] => [date, 61 + at]), [END, 75]]);
  const [chart] = performanceCharts(withReturns(told));
  expect(chart === undefined ? '' : describeChart(chart)).toMatch(/Year 2025: Return so far 6\.7%.*Year 2026: /);
});

test('a year whose last known day is early in it is not told by that day', () => {
  const [chart] = performanceCharts(fullAnalysis());
  if (chart?.kind !== 'lines') throw new Error('There are returns to draw.');
  const sparse = { ...chart, x: [2024.02, 2024.1, 2025.9], series: [{ label: 'Return so far', values: [0, 0, 0.2] }] };
  expect(describeChart(sparse)).not.toContain('2024');
});
