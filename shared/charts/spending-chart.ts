import type { RetirementResult } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { paidInFull } from '../finance/retirement/answers/paid-in-full.ts';
import type { PaidInFull } from '../finance/retirement/answers/paid-in-full.ts';
import { compactMoney } from './figure-format.ts';

/**
 * The range of what can be spent in each year of retirement, in today's dollars; none where the income is paid in full
 * to the end in all but the rarest futures, so that there is no range to show.
 */
export function spendingFan({ spending, goals }: RetirementResult, currency: string): ChartSpec[] {
  const from = Math.max(goals.age, goals.retireAt);
  const first = spending?.ages.findIndex((age) => age >= from) ?? -1;
  if (spending === undefined || first === -1 || spending.ages.length - first < 2) return [];
  const until = paidInFull(spending, from, goals.income);
  if (until.p5 === null) return [];
  const since = (column: readonly number[]): number[] => column.slice(first);
  return [
    {
      id: 'retirement-spending',
      kind: 'fan',
      title: 'How much can be spent, age by age',
      caption: `${said(until, compactMoney(goals.income, currency))} Each age is a year's spending${(goals.otherIncome ?? []).length === 0 ? ' from the portfolio' : ', other income included'}, in today's dollars, if nothing is changed on the way.`,
      unit: 'usd',
      basis: 'real',
      facts: ['goals.income', ...(['p5', 'p25', 'p50'] as const).map((name) => `retirement.paidInFullUntil.${name}`)],
      x: since(spending.ages),
      xLabel: 'Age',
      bands: [
        { label: '9 in 10 futures', lower: since(spending.p5), upper: since(spending.p95) },
        { label: 'Middle half', lower: since(spending.p25), upper: since(spending.p75) },
      ],
      median: since(spending.p50),
      marks: [],
    },
  ];
}

function said({ p5, p25, p50 }: PaidInFull, income: string): string {
  const reach = (age: number | null): string => (age === null ? 'to the end' : `until age ${age}`);
  const half = p25 === null ? '' : ` and ${reach(p50)} in half of them`;
  return `The ${income} a year is paid in full ${reach(p5)} in 19 of 20 simulated futures, ${reach(p25)} in three of four${half}.`;
}
