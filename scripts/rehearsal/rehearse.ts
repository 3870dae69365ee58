import type { Database } from '../../shared/database/client.ts';
import { readFacts } from '../../shared/database/job-facts.ts';
import { readSnapshot } from '../../shared/database/job-lines.ts';
import { analysis as analysisSchema } from '../../shared/schemas/analysis.ts';
import { fact } from '../../shared/schemas/fact.ts';
import type { AnalyzeRequestInput, JobResult } from '../../shared/schemas/job.ts';
import { apiClient, type ApiClient } from '../analysis/api-client.ts';
import { followJob } from '../analysis/follow-job.ts';
import { silentProgress } from '../analysis/progress.ts';
import { resultOf } from '../analysis/perform.ts';
import { needApi } from '../target/needed.ts';
import type { Target } from '../target/target.ts';
import { counted } from '../terminal/counted.ts';
import { CheckFailed, expectThat, type Checks } from './checks.ts';
import { countOfJob } from './count-of-job.ts';
import { deadLettersOf } from './queue-depth.ts';
import { checkDecided, checkStep, decidedSteps, writtenSteps } from './step-results.ts';
import { withTestPerson } from './test-person.ts';

const QUEUE = 'analysis-jobs';

export interface Rehearsal {
  target: Target;
  db: Database;
  checks: Checks;
  /** What is stored first, if anything. */
  prepare?: (api: ApiClient) => Promise<void>;
  request: AnalyzeRequestInput;
  /** What must hold of this one, beside what must hold of any. */
  more?: (jobId: string, result: JobResult) => Promise<void>;
}

/**
 * A whole analysis as a person asks for it, for somebody made for it and removed again: API, queue, planner, agents, database. Holds
 * every payload against its schema.
 */
export async function rehearse({
  target,
  db,
  checks: { run, skip },
  prepare,
  request,
  more,
}: Rehearsal): Promise<void> {
  const url = needApi(target);
  const before = await deadLettersOf(target, QUEUE);
  let jobId: string | undefined;
  await withTestPerson(db, async (person) => {
    const api = apiClient(url, person.apiKey, { target: target.name });
    await prepare?.(api);
    await run('API', async () => {
      jobId = await api.analyze(request);
      return `took the request: job ${jobId}`;
    });
    if (jobId === undefined) return;
    const id = jobId;
    let result: JobResult | undefined;
    await run('queue', async () => {
      const { status, attempt, createdAt, startedAt, finishedAt, error, steps } = await followJob(
        api,
        id,
        silentProgress.seen,
        target.name,
      );
      const undone = steps
        .filter((step) => step.status === 'failed')
        .map((step) => `${step.step}: ${step.error ?? ''}`);
      expectThat(status === 'completed', [`The job is ${status}. ${error ?? ''}`, ...undone].join(' '));
      const waited = (Date.parse(startedAt ?? '') - Date.parse(createdAt)) / 1000;
      const took = (Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
      return `waited ${waited.toFixed(2)} s, planner and agents took ${took.toFixed(2)} s, attempt ${attempt}`;
    });
    for (const step of decidedSteps) {
      const isDone = (await api.job(id)).steps.some((one) => one.step === step && one.status === 'completed');
      if (isDone) await run(step, () => checkDecided(db, id, step));
    }
    for (const step of writtenSteps) {
      const skipped = (await api.job(id)).steps.find((one) => one.step === step && one.status === 'skipped');
      if (skipped !== undefined) skip(step, skipped.detail ?? '');
      else await run(step, () => checkStep(db, id, step));
    }
    await run('database', async () => {
      const stored = await readFacts(db, id);
      if (stored === undefined) throw new CheckFailed('The job has no facts.');
      analysisSchema.parse(stored.analysis);
      fact.array().parse(stored.facts);
      const lines = await readSnapshot(db, id);
      return `${lines.length} lines of the snapshot, ${stored.facts.length} facts`;
    });
    await run('result', async () => {
      result = await resultOf(api, id, silentProgress);
      const { missing } = result;
      expectThat(missing.length === 0, `The report lacks something: ${missing.join(' ')}`);
      return `GET /jobs/{id}/result is as the schema says; ${callsOf(result)}`;
    });
    if (result !== undefined) await more?.(id, result);
    await run('privacy', () => strangersSeeNothing(db, url, id));
  });
  if (jobId === undefined) return;
  const id = jobId;
  await run('dead letters', async () => {
    const after = await deadLettersOf(target, QUEUE);
    expectThat(
      (after ?? 0) <= (before ?? 0),
      `There are more dead letters than before: npm run redrive -- --target ${target.name}`,
    );
    return 'none came of it';
  });
  await run('removal', async () => {
    const left = await countOfJob(db, id);
    expectThat(left === 0, `${left} rows of the test job are left.`);
    return 'nothing of the test person is left';
  });
}

/** How many calls of models there were, and how many of them were not answered. */
function callsOf({ cost, modelCalls = [] }: JobResult): string {
  if (cost === undefined) return 'no language model was called';
  const unanswered = modelCalls.filter(({ outcome }) => outcome !== 'answered').length;
  const calls = counted(cost.calls, 'call of a model', 'calls of models');
  return unanswered === 0
    ? calls
    : `${calls}, ${unanswered === cost.calls ? 'none' : cost.calls - unanswered} of them answered`;
}

/** Another person's job is to be found by nobody. */
async function strangersSeeNothing(db: Database, url: string, jobId: string): Promise<string> {
  return withTestPerson(db, async (stranger) => {
    const seen = await apiClient(url, stranger.apiKey)
      .job(jobId)
      .then(
        () => true,
        () => false,
      );
    expectThat(!seen, 'Another person can read the job.');
    return 'another person does not find the job';
  });
}
