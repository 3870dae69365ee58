import type { Worker } from 'node:worker_threads';

/** How often a working environment's memory is looked at. */
const SAMPLE_MILLISECONDS = 50;

/**
 * What V8 itself may take beyond the function's memory, MB. V8's own limit must not be met: a thread that asks for more
 * than 16 MB at once when it is there takes the whole process down (Node 24: `Worker::NearHeapLimit` grants no more).
 */
export const HEADROOM = 1024;

/** Bytes that a thread holds: its heap, and the buffers outside it, which V8's limit does not count. */
interface Held {
  used_heap_size: number;
  external_memory: number;
}

/**
 * Looks at a worker's memory while it works, also inside a loop that never yields, and tells when it holds more than
 * `limit` bytes. Returns what ends the watch.
 */
export function watchMemory(worker: Worker, limit: number, onExceeded: () => void): () => void {
  let asking = false;
  let ended = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    worker.getHeapStatistics().then(
      (held: Held) => {
        asking = false;
        if (!ended && held.used_heap_size + held.external_memory > limit) onExceeded();
      },
      () => {
        // The thread has ended meanwhile.
        clearInterval(timer);
      },
    );
  }, SAMPLE_MILLISECONDS);
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
