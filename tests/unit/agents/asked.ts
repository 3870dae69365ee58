import { expect } from '@jest/globals';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { AnalysisInput } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';

const USUAL = { asOf: '2026-03-31', baseCurrency: 'USD', seed: 1, paths: 400 };

/**
 * A question from its words to its answer: planned, tried by the engine on what is held, answered from the facts, with no figure that they lack.
 *
 * @param plannedWith the goals that planning knows of, where they are not those of the analysis, as beside a whole plan
 */
export async function asked(
  question: string,
  of: Pick<AnalysisInput, 'lines' | 'instruments'> & Partial<AnalysisInput>,
  plannedWith: RetirementGoals | null = of.goals ?? null,
) {
  const { output: planned } = await planAnalysis({ question, goals: plannedWith });
  const analysis = analyze({ ...USUAL, ...of, question: planned });
  const facts = factsOf(analysis);
  const { output, check } = await writeSummary(facts, {}, question);
  expect(check.strays).toEqual([]);
  return { planned, analysis, facts, answer: output.answer ?? '', body: output.body };
}
