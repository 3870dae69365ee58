import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { mergeTallies, runSlice } from '../../shared/finance/retirement/engine.ts';
import type { Question, TallyState } from '../../shared/finance/retirement/engine.ts';
import type { Asking } from '../../shared/finance/retirement/answers/question.ts';
import type { PathRoom } from '../../shared/finance/retirement/ledger/recorder.ts';
import type { Tally } from '../../shared/finance/retirement/simulate.ts';
import { answerSlice } from './answer-slice.ts';
import type { Slice } from './answer-slice.ts';
import { partOf, rooms } from './shared-room.ts';
import { silentSteps } from './step-progress.ts';
import type { StepProgress } from './step-progress.ts';

/**
 * Drives an answer to its end with its paths shared among `count` threads, this one among them, for each takes some 35 MB by
 * itself; the result does not depend on how many. `progress` is told of each run.
 */
export async function driveOnWorkers<Answer>(
  asking: Asking<Answer>,
  count: number,
  progress: StepProgress = silentSteps,
): Promise<Answer> {
  const roomOf = rooms();
  if (count <= 1) {
    let next = asking.next();
    while (next.done !== true) {
      progress.begins(next.value);
      next = asking.next(runSlice(next.value, 0, next.value.paths, undefined, roomOf(next.value.paths)));
    }
    progress.ends();
    return next.value;
  }
  const script = new URL('./slice-worker.mjs', import.meta.url);
  // Where Node keeps what it makes of the sources' types, the threads have it, too: one that makes it anew takes 12 MB more.
  flushCompileCache();
  const workers = Array.from({ length: count - 1 }, () => new Worker(script, { resourceLimits: LIMITS }));
  try {
    let next = asking.next();
    while (next.done !== true) {
      const question = next.value;
      progress.begins(question);
      next = asking.next(await together(question, workers, roomOf(question.paths)));
    }
    progress.ends();
    return next.value;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What the paths leave behind is not V8's, and little else lives long. */
const LIMITS = { maxYoungGenerationSizeMb: 6 };

/** The first slice is run here, while the others are on their way. */
async function together(question: Question, workers: readonly Worker[], room: PathRoom): Promise<Tally> {
  const parted = slices(question, workers.length + 1).map((slice) => ({
    ...slice,
    room: partOf(room, slice.first, slice.paths),
  }));
  const [own, ...others] = parted;
  const rest = Promise.allSettled(others.map((slice, index) => run(workers[index], slice)));
  const first = own === undefined ? [] : [answerSlice(own).state];
  const parts = await rest;
  const tallies = parts.map((part) => {
    if (part.status === 'rejected') throw part.reason;
    return part.value;
  });
  return mergeTallies([...first, ...tallies], room);
}

/** Consecutive, nearly equal slices; fewer than `count` where there are fewer paths. */
export function slices(question: Question, count: number): Slice[] {
  const used = Math.min(count, question.paths);
  return Array.from({ length: used }, (_, index) => {
    const first = Math.floor((index * question.paths) / used);
    return { question, first, paths: Math.floor(((index + 1) * question.paths) / used) - first };
  });
}

function run(worker: Worker | undefined, slice: Slice): Promise<TallyState> {
  return new Promise((resolve, reject) => {
    if (worker === undefined) throw new RangeError('no worker for a slice');
    const done = () => {
      worker.off('message', onMessage);
      worker.off('error', onError);
    };
    const onMessage = (state: TallyState) => {
      done();
      resolve(state);
    };
    const onError = (error: unknown) => {
      done();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(slice);
  });
}
