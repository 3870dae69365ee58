import type * as z from 'zod';
import type { Queryable } from '../../shared/database/client.ts';
import { readSteps, type StepState } from '../../shared/database/job-steps.ts';
import {
  chartsStepResult,
  reportStepResult,
  retirementStepResult,
  summaryStepResult,
  type StepName,
} from '../../shared/schemas/job.ts';
import { CheckFailed, expectThat, type Found } from './checks.ts';

/** What each step has to have stored. */
export const resultSchemas = {
  report: reportStepResult,
  charts: chartsStepResult,
  retirement: retirementStepResult,
  summary: summaryStepResult,
} as const;
export type WrittenStep = keyof typeof resultSchemas;
export const writtenSteps: readonly WrittenStep[] = ['report', 'charts', 'retirement', 'summary'];
/** Steps by which a language model decides, and that write nothing a person reads. */
export const decidedSteps = ['plan', 'tag'] as const;

/**
 * Reads what a step stored, as its schema wants it, with every figure of its text a fact.
 *
 * @throws {CheckFailed} where it is not done, or not grounded; {z.ZodError} where it has another form
 */
export async function checkStep(db: Queryable, jobId: string, step: WrittenStep): Promise<Found> {
  const state = await doneStateOf(db, jobId, step);
  const schema: z.ZodType<Pick<z.infer<typeof reportStepResult>, 'author' | 'check'>> = resultSchemas[step];
  const { author, check } = schema.parse(state.result);
  expectThat(check.strays.length === 0, `The step ${step} has figures that are no facts: ${check.strays.join(', ')}.`);
  return foundOf(state, `${state.detail ?? 'done'}, written by ${author.model}`);
}

/** How a step ended that is done: `well`, or that the narrator stood in and why, which its detail says. */
const foundOf = ({ degraded, detail }: StepState, well: string): Found =>
  degraded ? { found: detail ?? 'The narrator stood in.', by: 'the narrator in a language model’s place' } : well;

/**
 * Whether a step is done that writes no text, and by the model that is set.
 *
 * @param well what is said of it where it is; what the step says of itself by default
 * @throws {CheckFailed} where it is not done
 */
export async function checkDecided(
  db: Queryable,
  jobId: string,
  step: (typeof decidedSteps)[number],
  well?: string,
): Promise<Found> {
  const state = await doneStateOf(db, jobId, step);
  return foundOf(state, well ?? state.detail ?? 'done');
}

async function doneStateOf(db: Queryable, jobId: string, step: StepName): Promise<StepState> {
  const state = await stateOf(db, jobId, step);
  expectThat(
    state.status === 'completed',
    `The step ${step} is ${state.status}${state.error === null ? '' : `: ${state.error}`}.`,
  );
  return state;
}

async function stateOf(db: Queryable, jobId: string, step: StepName): Promise<StepState> {
  const state = (await readSteps(db, jobId)).get(step);
  if (state === undefined) throw new CheckFailed(`The job has no step ${step}.`);
  return state;
}
