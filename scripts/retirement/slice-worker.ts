// A thread that runs slices of a question's paths. See workers.ts. It imports what runs them and no more: each thread holds its own.
import { parentPort } from 'node:worker_threads';
import { runSlice } from '../../shared/finance/retirement/answers/question.ts';
import { tallyState } from '../../shared/finance/retirement/merge.ts';
import { movable } from './movable.ts';
import type { Slice } from './workers.ts';

parentPort?.on('message', ({ question, first, paths, room }: Slice) => {
  const state = tallyState(runSlice(question, first, paths, undefined, room));
  parentPort?.postMessage(state, movable(state));
});
