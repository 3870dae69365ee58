import type * as z from 'zod';
import type { Queryable } from '../../shared/database/client.ts';
import { readFacts } from '../../shared/database/job-facts.ts';
import { readSteps, type StepState } from '../../shared/database/job-steps.ts';
import { readNotes } from '../../shared/database/jobs.ts';
import { readCalls } from '../../shared/database/model-calls.ts';
import { ConflictError } from '../../shared/errors.ts';
import { DISCLAIMER } from '../../shared/prompts/disclaimer.ts';
import {
  chartsStepResult,
  reportStepResult,
  retirementStepResult,
  summaryStepResult,
  type Job,
  type JobResult,
  type StepName,
} from '../../shared/schemas/job.ts';

/** What a person misses when a step did not succeed. */
const LOST: Record<StepName, string> = {
  plan: 'What the question asks to try could not be planned',
  tag: 'Instruments that are not in the reference set could not be classified',
  price: 'The figures could not be computed',
  report: 'The written report is missing',
  charts: 'The charts are missing',
  retirement: 'The retirement chapter is missing',
  summary: 'The executive summary is missing',
};

/** Everything a report is drawn from, of a job that has ended; what is not there is named in `missing`. */
export async function readJobResult(db: Queryable, job: Job): Promise<JobResult> {
  if (job.finishedAt === null) {
    throw new ConflictError(
      `The analysis is ${job.status}; its result is there when it has ended. Ask GET /jobs/${job.id}.`,
    );
  }
  const [steps, computed] = [await readSteps(db, job.id), await readFacts(db, job.id)];
  const { notes, question, modelCalls } = await readNotes(db, job.id);
  const called = modelCalls === 0 ? undefined : await readCalls(db, job.id);
  return {
    version: 1,
    job,
    ...(question !== undefined && { question }),
    goals: computed?.analysis.retirement?.goals ?? null,
    analysis: computed?.analysis ?? null,
    facts: computed?.facts ?? [],
    summary: stored(steps.get('summary'), summaryStepResult),
    report: stored(steps.get('report'), reportStepResult),
    charts: stored(steps.get('charts'), chartsStepResult),
    retirement: stored(steps.get('retirement'), retirementStepResult),
    missing: job.steps
      .filter(({ status }) => status !== 'completed' && status !== 'skipped')
      .map(({ step, error }) => `${LOST[step]}: ${error ?? 'the step did not run.'}`),
    ...(called !== undefined && { modelCalls: called.calls, cost: called.cost }),
    ...(notes !== undefined && { notes }),
    disclaimer: DISCLAIMER,
  };
}

function stored<S extends z.ZodType>(state: StepState | undefined, schema: S): z.output<S> | null {
  return state?.status === 'completed' && state.result !== null ? schema.parse(state.result) : null;
}
