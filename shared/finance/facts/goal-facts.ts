import type { RetirementGoals } from '../../schemas/goals.ts';
import type { FactDraft } from './fact-list.ts';
import { otherIncomeFacts } from './other-income-facts.ts';

/** What the person wants, and the years it spans. */
export function goalFacts(goals: RetirementGoals): FactDraft[] {
  const how = 'Given by the person.';
  const toRetirement = Math.max(0, goals.retireAt - goals.age);
  return [
    { name: 'goals.age', label: 'Age today', value: goals.age, unit: 'age', how },
    { name: 'goals.retireAt', label: 'Age at retirement', value: goals.retireAt, unit: 'age', how },
    {
      name: 'goals.lifeExpectancy',
      label: 'Age the money must last to',
      value: goals.lifeExpectancy,
      unit: 'age',
      how,
    },
    {
      name: 'goals.income',
      label:
        (goals.otherIncome ?? []).length === 0
          ? 'Yearly income wanted from the portfolio in retirement, beside other income'
          : 'Yearly income wanted in retirement, other income included',
      value: goals.income,
      unit: 'usd',
      basis: 'real',
      how,
    },
    {
      name: 'goals.contribute',
      label: 'Saved each year until retirement',
      value: goals.contribute,
      unit: 'usd',
      basis: 'real',
      how,
    },
    ...(goals.taxRate === undefined
      ? []
      : [
          {
            name: 'goals.taxRate',
            label: 'Effective tax rate on what is withdrawn from tax-deferred accounts and on returns of taxable ones',
            value: goals.taxRate,
            unit: 'fraction',
            how: 'Given by the person; income wanted is after tax.',
          } as const,
        ]),
    ...otherIncomeFacts(goals),
    {
      name: 'goals.yearsToRetirement',
      label: 'Years to retirement',
      value: toRetirement,
      unit: 'years',
      how: 'Retirement age - age, not below 0.',
    },
    {
      name: 'goals.yearsInRetirement',
      label: 'Years the money must last in retirement',
      value: goals.lifeExpectancy - Math.max(goals.age, goals.retireAt),
      unit: 'years',
      how: 'Age the money must last to - age at retirement (or today, where later).',
    },
  ];
}
