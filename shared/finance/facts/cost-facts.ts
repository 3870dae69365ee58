import type { Analysis, CashInterest } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';

/** What holding the funds costs, and what the cash brings. */
export function costFacts({ costs, cashInterest }: Analysis): FactDraft[] {
  const { weightedExpenseRatio, coverage, yearlyCost, overYears } = costs;
  const how = 'Sum of value x expense ratio / value whose ratio is known; stocks and balances cost 0.';
  return [
    { name: 'costs.expenseRatio', label: 'Weighted expense ratio', value: weightedExpenseRatio, unit: 'fraction', how },
    {
      name: 'costs.coverage',
      label: 'Share of the invested value whose yearly cost is known',
      value: coverage,
      unit: 'fraction',
      how: 'Value whose ratio is known / invested.',
    },
    {
      name: 'costs.yearly',
      label: "Funds' costs a year, at today's value",
      value: yearlyCost,
      unit: 'usd',
      basis: 'nominal',
      how: 'Sum of value x expense ratio.',
    },
    {
      name: 'costs.overYears.years',
      label: 'Years of the cost illustration',
      value: overYears?.years,
      unit: 'years',
      how: 'As in the SEC bulletin on fees.',
    },
    {
      name: 'costs.overYears.growth',
      label: 'Growth a year before costs in the cost illustration',
      value: overYears?.growth,
      unit: 'fraction',
      basis: 'nominal',
      how: 'As in the SEC bulletin on fees; an illustration, no forecast.',
    },
    {
      name: 'costs.overYears.cost',
      label: "What the funds' costs take over these years",
      value: overYears?.cost,
      unit: 'usd',
      basis: 'nominal',
      how: 'V (1+g)^n - V ((1+g)(1-c))^n: fees and the growth they would have earned (SEC, How Fees and Expenses Affect Your Investment Portfolio).',
    },
    ...(cashInterest === undefined ? [] : interestFacts(cashInterest)),
  ];
}

function interestFacts({ yearly, yield: percentage, coverage, charged }: CashInterest): FactDraft[] {
  const nominal = { basis: 'nominal' } as const;
  const how = 'Each rate or yield (APY) as it is given x its balance today; before tax.';
  const borrowed = {
    label: 'Interest charged in a year on what is borrowed',
    unit: 'usd',
    how: "Rate x debt at today's balances, of what is stated, or assumed where it is not.",
  } as const;
  const charge: FactDraft = { name: 'cash.interest.charged', value: charged, ...borrowed, ...nominal };
  if (coverage === 0) return [charge];
  return [
    { name: 'cash.interest.yearly', label: 'Interest on cash in a year', value: yearly, unit: 'usd', ...nominal, how },
    {
      name: 'cash.interest.yield',
      label: 'Yield of the cash whose interest rate is known, a year',
      value: percentage,
      unit: 'fraction',
      ...nominal,
      how: 'Interest of a year / balance.',
    },
    {
      name: 'cash.interest.coverage',
      label: 'Share of the cash whose interest rate is known',
      value: coverage,
      unit: 'fraction',
      how: 'Balances with a rate / balances, what is borrowed left out.',
    },
    charge,
  ];
}
