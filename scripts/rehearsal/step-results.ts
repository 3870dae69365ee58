import type * as z from 'zod';
import type { Queryable } from '../../shared/database/client.ts';
import { readSteps } from '../../shared/database/job-steps.ts';
import {
  chartsStepResult,
  reportStepResult,
  retirementStepResult,
  summaryStepResult,
  type StepName,
} from '../../shared/schemas/job.ts';
import { CheckFailed, expectThat } from './checks.ts';

/** What each step has to have stored. */
export const resultSchemas = {
  report: reportStepResult,
  charts: chartsStepResult,
  retirement: retirementStepResult,
  summary: summaryStepResult,
} as const;
export type WrittenStep = keyof typeof resultSchemas;
export const writtenSteps: readonly WrittenStep[] = ['report', 'charts', 'retirement', 'summary'];

/**
 * Reads what a step stored, as its schema wants it, with every figure of its text a fact.
 *
 * @throws {CheckFailed} where it is not done, or not grounded; {z.ZodError} where it has another form
 */
export async function checkStep(db: Queryable, jobId: string, step: WrittenStep): Promise<string> {
  const state = await stateOf(db, jobId, step);
  expectThat(
    state.status === 'completed',
    `The step ${step} is ${state.status}${state.error === null ? '' : `: ${state.error}`}.`,
  );
  const schema: z.ZodType<Pick<z.infer<typeof reportStepResult>, 'author' | 'check'>> = resultSchemas[step];
  const { author, check } = schema.parse(state.result);
  expectThat(check.strays.length === 0, `The step ${step} has figures that are no facts: ${check.strays.join(', ')}.`);
  const how = state.degraded ? `, DEGRADED: ${state.detail ?? ''}` : '';
  return `${state.detail ?? 'done'}, written by ${author.model}${state.degraded ? how : ''}`;
}

async function stateOf(db: Queryable, jobId: string, step: StepName) {
  const state = (await readSteps(db, jobId)).get(step);
  if (state === undefined) throw new CheckFailed(`The job has no step ${step}.`);
  return state;
}
