import type { AnalysisPlan } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion, Scenario } from '../../schemas/question.ts';
import { compareScenarios } from '../retirement/answers/scenarios.ts';
import type { Futures, Situation } from '../retirement/answers/scenarios.ts';
import { applyChanges } from './scenario.ts';
import type { Standing, Tried } from './scenario.ts';

/**
 * What code makes of a plan for a person's question: each what-if simulated beside the retirement plan, on its own futures.
 *
 * @param futures of the projection; null where there is none, and then no chance can be given
 */
export function answerQuestion(
  { focus, outside, whatIfs }: Pick<AnalysisPlan, 'focus' | 'outside' | 'whatIfs'>,
  standing: Standing,
  futures: Futures | null,
): AnsweredQuestion {
  const tried = whatIfs.map(({ changes }) => applyChanges(changes, standing));
  const plan = standing.goals === null ? null : { goals: standing.goals, balance: standing.balance };
  const able = tried.flatMap(situationOf);
  const outcomes = futures === null || plan === null ? [] : compareScenarios(plan, able, futures);
  let next = 0;
  const scenarios = tried.map((one): Scenario => {
    const outcome = situationOf(one).length === 0 ? null : (outcomes[next++] ?? null);
    return { label: one.label, balance: one.balance, outcome, impossible: one.impossible };
  });
  return { focus, outside, scenarios };
}

function situationOf({ goals, balance, impossible }: Tried): Situation[] {
  return goals === null || impossible !== null ? [] : [{ goals, balance }];
}
