import type { Job, JobStep, StepName } from '../../shared/schemas/job.ts';

const DOING: Record<StepName, string> = {
  plan: 'Planning what the question asks',
  tag: 'Classifying what the reference set does not know',
  price: 'Pricing the positions and computing every figure',
  report: 'Writing the report',
  charts: 'Drawing the charts',
  retirement: 'Looking at retirement',
  summary: 'Writing the summary',
};
const MARKS = { pending: ' ', running: '…', completed: '✓', failed: '✗', skipped: '–' } as const;
const WORDS = { pending: '', running: 'started', completed: 'done', failed: 'FAILED', skipped: 'skipped' } as const;

export interface Progress {
  seen: (job: Job) => void;
}

/** Nothing at all. */
export const silentProgress: Progress = { seen: () => undefined };

function line(step: JobStep): string {
  const took =
    step.startedAt !== null && step.finishedAt !== null
      ? ` (${((Date.parse(step.finishedAt) - Date.parse(step.startedAt)) / 1000).toFixed(2)} s)`
      : '';
  const note = step.error ?? step.detail;
  return `${DOING[step.step]}${took}${note === null ? '' : `: ${note}`}`;
}

/** Milliseconds after which an analysis that nobody has begun is worth a word: its message may be waiting for room on a disk. */
const LONG = 20_000;

/** What is said of a job that nobody takes up, from its first look on; nothing where it was begun, or not long ago. */
function unclaimed(now: () => number): (job: Job) => string[] {
  let since: number | undefined;
  return ({ id, status }) => {
    since ??= now();
    const waited = now() - since;
    if (status !== 'pending' || waited < LONG) return [];
    return [
      `Nobody has begun it for ${Math.floor(waited / 1000)} s: Alex is busy, or cannot write.`,
      'What it says where it runs tells why, and so does',
      `npm run check-job -- ${id}`,
    ];
  };
}

/** Shows the job's step rows as they change: redrawn in place on a terminal, one plain line a change elsewhere. */
export function showProgress(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  now: () => number = Date.now,
): Progress {
  const waiting = unclaimed(now);
  return stream.isTTY ? onTerminal(stream, waiting) : inPipe(stream, waiting);
}

type Stream = Parameters<typeof showProgress>[0];
type Waiting = ReturnType<typeof unclaimed>;

function onTerminal(stream: Stream, waiting: Waiting): Progress {
  let drawn = 0;
  return {
    seen: (job) => {
      const rows = [...job.steps.map((step) => `${MARKS[step.status]} ${line(step)}`), ...waiting(job)];
      const lines = rows.map((row) => `  ${row}`.slice(0, stream.columns - 1));
      const up = drawn > 0 ? `\u001b[${drawn}A` : '';
      // What stood below them, of a job that waited, goes away.
      stream.write(`${up}${lines.map((text) => `\u001b[2K${text}\n`).join('')}\u001b[J`);
      drawn = lines.length;
    },
  };
}

function inPipe(stream: Stream, waiting: Waiting): Progress {
  const shown = new Map<StepName, JobStep['status']>();
  let told = false;
  return {
    seen: (job) => {
      for (const step of job.steps) {
        if (step.status === 'pending' || shown.get(step.step) === step.status) continue;
        shown.set(step.step, step.status);
        stream.write(`${WORDS[step.status].padEnd(8)} ${line(step)}\n`);
      }
      const long = waiting(job);
      if (long.length > 0 && !told) stream.write(`${'waiting'.padEnd(8)} ${long.join(' ')}\n`);
      told ||= long.length > 0;
    },
  };
}
