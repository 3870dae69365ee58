import type { AnalyzeRequestInput, JobResult } from '../../shared/schemas/job.ts';
import type { ApiClient } from './api-client.ts';
import { CommandError } from './command-error.ts';
import { followJob } from './follow-job.ts';
import { NoAnswerError } from './no-answer-error.ts';
import type { Progress } from './progress.ts';
import type { TargetName } from '../target/target.ts';

/** Asks for an analysis, shows its steps, and brings its result; `asked` gets the job's ID as soon as there is one. */
export async function performAnalysis(
  api: ApiClient,
  request: AnalyzeRequestInput,
  progress: Progress,
  asked: (jobId: string) => void = () => undefined,
  target: TargetName = 'laptop',
): Promise<JobResult> {
  const id = await api.analyze(request).catch((error: unknown) => {
    if (target === 'laptop' || !(error instanceof NoAnswerError)) throw error;
    throw new CommandError(
      error.message,
      [
        ...error.lines,
        `It may have taken the analysis all the same: ${reportCommand(undefined, target)} has the newest.`,
      ],
      error,
    );
  });
  asked(id);
  return resultOf(api, id, progress, target);
}

/**
 * The result of a job, once it has ended.
 * @throws CommandError with the reason of a job that failed, or with what becomes of it where the fleet goes away
 */
export async function resultOf(
  api: ApiClient,
  id: string,
  progress: Progress,
  target: TargetName = 'laptop',
): Promise<JobResult> {
  try {
    const job = await followJob(api, id, progress.seen, target);
    if (job.status === 'failed') {
      const log = `npm run logs -- --job ${id} --target ${target} --since 1d`;
      throw new CommandError(job.error ?? 'The analysis failed.', [`Its job is ${id}.`, `What was logged: ${log}`]);
    }
    return await api.result(id);
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    if (target === 'aws') {
      throw new CommandError(
        `Your fleet on AWS cannot be asked any more (${error.reason}). It works on without this command, on job ${id}.`,
        [`Its report, once it answers again: ${reportCommand(id, target)}`, ...error.lines],
        error,
      );
    }
    throw new CommandError(
      `Alex stopped in the middle of the analysis (${error.reason}). Nothing is lost: job ${id} is finished after the next start.`,
      [`Start Alex again with: npm start`, `Then its report, or both at once: ${reportCommand(id)}`],
      error,
    );
  }
}

/** What to type for the report of a job; without one, of the newest. */
export function reportCommand(id: string | undefined, target: TargetName = 'laptop'): string {
  const flags = [...(id === undefined ? [] : [id]), ...(target === 'laptop' ? [] : ['--target', target])];
  return ['npm run report', ...(flags.length === 0 ? [] : ['--', ...flags])].join(' ');
}
