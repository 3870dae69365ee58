import type { RetirementGoals } from '../../schemas/goals.ts';
import { incomeLabels } from '../retirement/income-name.ts';
import type { FactDraft } from './fact-list.ts';

/** Income beside the portfolio's, what it leaves for the portfolio to pay, and what nobody has counted. */
export function otherIncomeFacts({ otherIncome = [], income, age }: RetirementGoals): FactDraft[] {
  const kinds = new Set(otherIncome.map(({ kind }) => kind));
  const uncounted = [
    ...(kinds.has('social_security') ? [] : ['Social Security']),
    ...(kinds.has('pension') || kinds.has('social_security') ? [] : ['pensions']),
  ];
  const how = 'Given by the person.';
  const real = { unit: 'usd', basis: 'real' } as const;
  const paid = otherIncome.reduce((sum, { amount, to }) => sum + (to === undefined ? amount : 0), 0);
  return [
    ...otherIncome.flatMap(({ kind, amount, from, to }, index): FactDraft[] => {
      const name = `goals.otherIncome.${index + 1}`;
      const label = incomeLabels[kind];
      return [
        { name: `${name}.label`, label: 'Income beside the portfolio', value: label, unit: 'text', how },
        { name: `${name}.amount`, label: `${label}, paid each year`, value: amount, ...real, how },
        {
          name: `${name}.from`,
          label: from <= age ? `${label}, age from which it is paid (already)` : `${label}, age from which it is paid`,
          value: from,
          unit: 'age',
          how,
        },
        ...(to === undefined
          ? []
          : [{ name: `${name}.to`, label: `${label}, age at which it ends`, value: to, unit: 'age', how } as const]),
      ];
    }),
    ...(otherIncome.length === 0
      ? []
      : [
          {
            name: 'goals.fromPortfolio',
            label: 'Wanted each year from the portfolio once all lasting other income is paid',
            value: Math.max(0, income - paid),
            ...real,
            how: 'Income wanted - other income that lasts for life, not below 0.',
          } as const,
        ]),
    ...(uncounted.length === 0
      ? []
      : [
          {
            name: 'goals.notCounted',
            label: 'Income that the projection does not count',
            value: uncounted.join(' and '),
            unit: 'text',
            how: otherIncome.length === 0 ? 'The projection is of the portfolio alone.' : 'None was given.',
          } as const,
        ]),
  ];
}
