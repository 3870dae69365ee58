import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** The conventions that this plan's figures rest on, in plain words; `drawn` is what its market says of itself. */
export function planNotes(plan: Plan, drawn: readonly string[] = []): string[] {
  const { spending, market, simulation, incomes, accounts } = plan;
  const step = { 1: 'year', 4: 'quarter', 12: 'month', 52: 'week' }[simulation.stepsPerYear];
  const list = [
    'All money is in today’s US dollars (real); returns are stated as their basis says.',
    `Spending is withdrawn at the ${spending.timing} of each ${step}, from the accounts in their order; the mix is kept by rebalancing once a year.`,
  ];
  if (market.returns.model === 'historical') {
    list.push(
      'Every historical sequence is run once. They overlap, so the standard error understates what is not known.',
    );
  }
  if (market.returns.model === 'student_t') list.push('No return of a step is below −99%.');
  if (incomes.length > 0) list.push('Income beyond spending is saved in the first account.');
  if (accounts.some((account) => account.taxRate > 0)) {
    list.push(
      'Taxes are effective rates: of withdrawals (tax_deferred) or of each nominal return, losses credited (taxable).',
    );
  }
  if (spending.rule.rule === 'percentage' || spending.rule.rule === 'variable_percentage') {
    list.push('This rule never runs out of money by itself: look at the spending percentiles, not at success alone.');
  }
  return [...list, ...drawn];
}
