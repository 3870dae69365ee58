import type { AnalyzeRequestInput, JobResult } from '../../shared/schemas/job.ts';
import type { ApiClient } from './api-client.ts';
import { CommandError } from './command-error.ts';
import { followJob } from './follow-job.ts';
import type { Progress } from './progress.ts';

/** Asks for an analysis, shows its steps, and brings its result; a job that failed is a CommandError with its reason. */
export async function performAnalysis(
  api: ApiClient,
  request: AnalyzeRequestInput,
  progress: Progress,
): Promise<JobResult> {
  const id = await api.analyze(request);
  const job = await followJob(api, id, progress.seen);
  if (job.status === 'failed') throw new CommandError(job.error ?? 'The analysis failed.', [`Its job is ${id}.`]);
  return api.result(id);
}
