import type { Analysis } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { goalFacts } from './goal-facts.ts';
import { planFacts } from './plan-facts.ts';
import { accountFacts } from './projected-account-facts.ts';
import { historyFacts } from './history-facts.ts';
import { outcomeFacts } from './outcome-facts.ts';
import { assumptionFacts, balanceFacts, whatIfFacts } from './projection-facts.ts';
import { spendingFacts } from './spending-facts.ts';

/** The goals, the projection, its what-ifs and its assumptions; one fact where there is no projection: why. */
export function retirementFacts({ retirement, retirementMissing, question }: Analysis): FactDraft[] {
  if (retirement === null) {
    const how = 'Found when preparing the projection.';
    return [
      {
        name: 'retirement.missing',
        label: 'Why there is no retirement projection',
        value: retirementMissing,
        unit: 'text',
        how,
      },
    ];
  }
  return [
    ...(retirement.goals === null ? [] : goalFacts(retirement.goals)),
    ...(retirement.plan === undefined ? [] : planFacts(retirement, retirement.plan)),
    ...outcomeFacts(retirement),
    ...historyFacts(retirement),
    ...balanceFacts(retirement, new Set(question?.balancesAt?.map(({ age }) => age))),
    ...spendingFacts(retirement),
    ...whatIfFacts(retirement),
    ...assumptionFacts(retirement),
    ...accountFacts(retirement),
  ];
}
