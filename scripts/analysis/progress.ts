import type { TargetName } from '../target/target.ts';
import type { Job, JobStep, StepName } from '../../shared/schemas/job.ts';
import { wrapped } from '../terminal/wrapped.ts';

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

/** Milliseconds after which an analysis that stands still is worth a word: its message may be waiting for room on a disk. */
const LONG = 20_000;

export interface Waiting {
  /** Whose fleet does the job. */
  target?: TargetName;
  now?: () => number;
  /** What keeps a job from going on, where its fleet is on this machine and that can be found out. Asked every twenty seconds that it stands still. */
  hindrance?: () => string | null;
}

/** What is said of a job that stands still: why, where that is known, and else only of one that nobody takes up. */
function standstill({ now = Date.now, hindrance = () => null, target = 'laptop' }: Waiting): (job: Job) => string[] {
  let [since, before, askAt] = [0, '', 0];
  let why: string | null = null;
  return ({ id, status, steps }) => {
    const state = JSON.stringify([status, steps.map((step) => [step.status, step.attempt])]);
    if (state !== before) [since, before, askAt] = [now(), state, 0];
    const waited = now() - since;
    if (waited < LONG) return [];
    if (now() >= askAt) [why, askAt] = [hindrance(), now() + LONG];
    if (why !== null) return [why];
    if (status !== 'pending') return [];
    const seconds = `Nobody has begun it for ${Math.floor(waited / 1000)} s`;
    return target === 'aws'
      ? [
          `${seconds}: your fleet on AWS is waking up its database, is busy, or fails.`,
          'Which it is:',
          `npm run check-job -- ${id} --target aws`,
          'npm run logs -- --target aws --since 10m',
        ]
      : [
          `${seconds}: Alex is busy, or cannot write.`,
          'What it says where it runs tells why, and so does',
          `npm run check-job -- ${id}`,
        ];
  };
}

/** Shows the job's step rows as they change: redrawn in place on a terminal, one plain line a change elsewhere. */
export function showProgress(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  options: Waiting = {},
): Progress {
  const waiting = standstill(options);
  return stream.isTTY ? onTerminal(stream, waiting) : inPipe(stream, waiting);
}

type Stream = Parameters<typeof showProgress>[0];
type Standstill = ReturnType<typeof standstill>;

function onTerminal(stream: Stream, waiting: Standstill): Progress {
  let drawn = 0;
  return {
    seen: (job) => {
      const rows = [...job.steps.map((step) => [MARKS[step.status], line(step)] as const), ...waiting(job).map(bare)];
      const lines = rows.flatMap(([mark, text]) => indented(mark, text, (stream.columns || USUAL_COLUMNS) - 1));
      const up = drawn > 0 ? `\u001b[${drawn}A` : '';
      // What stood below them, of a job that waited, goes away.
      stream.write(`${up}${lines.map((text) => `\u001b[2K${text}\n`).join('')}\u001b[J`);
      drawn = lines.length;
    },
  };
}

/** Of a terminal that does not say how wide it is. */
const USUAL_COLUMNS = 80;

const bare = (text: string) => [' ', text] as const;

/** A row in lines that the terminal breaks no further: it would have more of them than are drawn over next time. */
function indented(mark: string, text: string, width: number): string[] {
  return wrapped(text, width - 4).map((part, at) => `  ${at === 0 ? mark : ' '} ${part}`.slice(0, width));
}

function inPipe(stream: Stream, waiting: Standstill): Progress {
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
