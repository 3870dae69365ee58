import type { Question } from '../../shared/finance/retirement/engine.ts';

/** Told of each run before it begins, and of the end. */
export interface StepProgress {
  begins: (question: Question) => void;
  ends: () => void;
}

/** Nothing at all: a small plan is done before a line is read. */
export const silentSteps: StepProgress = { begins: () => undefined, ends: () => undefined };

/**
 * Shows which run of a long projection is under way and for how long they have been: one line that is rewritten on a terminal,
 * a plain line a run elsewhere. How many there will be is not known: what is solved for takes as many as it takes.
 *
 * @param now milliseconds
 */
export function showSteps(
  stream: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean },
  now: () => number = Date.now,
): StepProgress {
  const began = now();
  const terminal = stream.isTTY === true;
  const seconds = (): string => `${String(Math.round((now() - began) / 1000))} s`;
  let step = 0;
  return {
    begins: ({ plans, paths }) => {
      step += 1;
      const what = `${plans.length === 1 ? 'the plan' : `${String(plans.length)} plans`} on ${paths.toLocaleString('en-US')} paths`;
      const line = `Step ${String(step)}: ${what} (${seconds()} so far)`;
      stream.write(terminal ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    ends: () => {
      stream.write(terminal ? '\r\u001b[2K' : `Done in ${seconds()}.\n`);
    },
  };
}
