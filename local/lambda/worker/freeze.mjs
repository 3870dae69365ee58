import { receiveMessageOnPort } from 'node:worker_threads';

// Taken before the bundle loads, which may replace the global ones.
const { load, wait } = Atomics;
const immediate = setImmediate;

/**
 * The next event. Between two events Lambda freezes the whole environment; here the thread blocks, so that no timer and
 * no promise moves until the next event wakes it.
 *
 * @param {import('node:worker_threads').MessagePort} port
 * @param {Int32Array<SharedArrayBuffer>} signal counted up by the host after each event it sends
 * @returns {import('../protocol.ts').InvocationEvent}
 */
export function nextEvent(port, signal) {
  for (;;) {
    const seen = load(signal, 0);
    /** @type {{ message: import('../protocol.ts').InvocationEvent } | undefined} */
    const received = receiveMessageOnPort(port);
    if (received) return received.message;
    wait(signal, 0, seen);
  }
}

/**
 * Lets the event loop go round, so that what happened during the freeze is noticed before the handler runs: above all
 * a kept-alive connection that the other side has closed. The first turn ends in the phase that follows polling.
 */
export async function thaw() {
  await new Promise((resolve) => immediate(resolve));
  await new Promise((resolve) => immediate(resolve));
}
