import type { AnalysisPlan } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion, Scenario } from '../../schemas/question.ts';
import { compareScenarios } from '../retirement/answers/scenarios.ts';
import { planFor } from '../retirement/project.ts';
import type { RetirementInput } from '../retirement/project.ts';
import { applyChanges } from './scenario.ts';
import type { Standing, Tried } from './scenario.ts';

/**
 * What code makes of a plan for a person's question: each what-if simulated beside the retirement plan, on its own futures.
 *
 * @param projected what the projection was made from; null where there is none, and then no chance can be given
 */
export function answerQuestion(
  { focus, outside, whatIfs }: Pick<AnalysisPlan, 'focus' | 'outside' | 'whatIfs'>,
  standing: Standing,
  projected: RetirementInput | null,
): AnsweredQuestion {
  const tried = whatIfs.map(({ changes }) => applyChanges(changes, standing));
  const plans = projected === null ? [] : tried.flatMap((one) => (isAble(one) ? [planOf(one, projected)] : []));
  const outcomes = projected === null ? [] : compareScenarios(planFor(projected).plan, plans, projected.assumptions);
  let next = 0;
  const scenarios = tried.map((one): Scenario => {
    const outcome = isAble(one) ? (outcomes[next++] ?? null) : null;
    return { label: one.label, balance: one.balance, outcome, impossible: one.impossible };
  });
  return { focus, outside, scenarios };
}

const isAble = ({ goals, plan, impossible }: Tried): boolean =>
  impossible === null && (goals !== null || plan !== undefined);

/** The same portfolio under other goals, under another plan, or worth another sum. */
const planOf = ({ goals, plan, balance }: Tried, projected: RetirementInput) =>
  planFor({ ...projected, ...(plan === undefined ? { goals: goals ?? undefined } : { plan }), balance }).plan;
