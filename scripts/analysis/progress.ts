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

/** Shows the job's step rows as they change: redrawn in place on a terminal, one plain line a change elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? onTerminal(stream) : inPipe(stream);
}

function onTerminal(stream: NodeJS.WriteStream): Progress {
  let drawn = 0;
  return {
    seen: ({ steps }) => {
      const width = stream.columns;
      const lines = steps.map((step) => `  ${MARKS[step.status]} ${line(step)}`.slice(0, width - 1));
      stream.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}${lines.map((text) => `\u001b[2K${text}\n`).join('')}`);
      drawn = lines.length;
    },
  };
}

function inPipe(stream: NodeJS.WriteStream): Progress {
  const shown = new Map<StepName, JobStep['status']>();
  return {
    seen: ({ steps }) => {
      for (const step of steps) {
        if (step.status === 'pending' || shown.get(step.step) === step.status) continue;
        shown.set(step.step, step.status);
        stream.write(`${WORDS[step.status].padEnd(8)} ${line(step)}\n`);
      }
    },
  };
}
