// A thread that runs slices of a question's paths. See workers.ts. It imports what runs them and no more: each thread holds its own.
// Plain JavaScript, and all else is of the thread that starts it: where Node has kept what it makes of their types, this one does
// not load what makes it.
import { parentPort } from 'node:worker_threads';
import { answerSlice } from './answer-slice.ts';

parentPort?.on('message', (/** @type {import('./answer-slice.ts').Slice} */ slice) => {
  const { state, moved } = answerSlice(slice);
  parentPort?.postMessage(state, moved);
});
