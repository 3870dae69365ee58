import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { betweenSteps } from './between-steps.ts';

/** With as many degrees of freedom, or fewer, the fourth moment of Student-t returns is infinite. */
const WILD = 4;

/** The conventions that this plan's figures rest on, in plain words; `drawn` is what its market says of itself. */
export function planNotes(plan: Plan, drawn: readonly string[] = []): string[] {
  const { spending, market, simulation, incomes, accounts } = plan;
  const step = { 1: 'year', 4: 'quarter', 12: 'month', 52: 'week' }[simulation.stepsPerYear];
  const list = [
    'All money is in today’s US dollars (real); returns are stated as their basis says.',
    `Spending is withdrawn at the ${spending.timing} of each ${step}, from the accounts in their order; ${rebalancing(market.rebalanceYears ?? 1)}.`,
  ];
  if (market.returns.model === 'historical') {
    list.push(
      'Every historical sequence is run once. They overlap, so the standard error understates what is not known.',
    );
  }
  if (market.returns.model === 'student_t') {
    const { degreesOfFreedom } = market.returns;
    list.push('No return of a step is below −99%.');
    if (degreesOfFreedom <= WILD) {
      list.push(
        `With ${degreesOfFreedom} degrees of freedom most of the volatility is in very rare years and all others are calm: ` +
          'success can be higher than with lognormal returns of the same volatility, though the tails are fatter.',
      );
    }
  }
  if (incomes.length > 0) list.push('Income beyond spending is saved in the first account.');
  if (accounts.some((account) => account.taxRate > 0)) {
    list.push(
      'Taxes are effective rates: of withdrawals (tax_deferred) or of each nominal return, losses credited (taxable).',
    );
  }
  return [...list, ...betweenSteps(plan), ...spendingNotes(spending), ...drawn];
}

function rebalancing(years: number): string {
  if (years === 0) return 'the mix is never rebalanced and drifts with its returns';
  return `the mix is kept by rebalancing ${years === 1 ? 'once a year' : `every ${years} years`}`;
}

/** What the spending rule makes of the amount, and of the amount that is solved for. */
function spendingNotes({ rule, growth = 0, shareByAge = [] }: Plan['spending']): string[] {
  const list: string[] = [];
  if (growth !== 0 || shareByAge.length > 0) {
    list.push('Spending changes with age as the plan says; the sustainable amount is what those changes start from.');
  }
  switch (rule.rule) {
    case 'constant_real':
      return list;
    case 'constant_nominal':
      return [
        ...list,
        'Spending stays the same in dollars, so its percentiles, in today’s money, fall with inflation; the sustainable amount is the first year’s.',
      ];
    case 'guyton_klinger':
      return [
        ...list,
        'The guardrails cut and raise what is withdrawn, so success is of spending that moves: look at its percentiles too. ' +
          `The sustainable amount is the first year’s; later years follow the rule${rule.floor === undefined ? '' : ', but not below its floor'}.`,
        'Their rate is of what the accounts have to pay a year over the years left: income that begins or ends later is ' +
          `spread over them at a real ${Math.round(rule.incomeReturn * 1000) / 10}% a year.`,
      ];
    case 'floor_and_ceiling':
      return [...list, 'The sustainable amount is the one that the floor and the ceiling are shares of.'];
    case 'percentage':
    case 'variable_percentage':
      return [
        ...list,
        'This rule never runs out of money by itself: look at the spending percentiles, not at success alone.',
      ];
  }
}
