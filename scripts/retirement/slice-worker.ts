// A thread that runs slices of a question's paths. See workers.ts.
import { parentPort } from 'node:worker_threads';
import { runSlice, tallyState } from '../../shared/finance/retirement/engine.ts';
import type { Slice } from './workers.ts';

parentPort?.on('message', ({ question, first, paths }: Slice) => {
  parentPort?.postMessage(tallyState(runSlice(question, first, paths)));
});
