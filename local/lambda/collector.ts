import { setFlagsFromString } from 'node:v8';

let exposed = false;

/**
 * Threads started from now on find V8's collector among their globals. The flag is the process's, so it is set once and
 * stays: a thread that set it for itself could take it away from another one that is just starting.
 */
export function exposeCollector(): void {
  if (exposed) return;
  exposed = true;
  setFlagsFromString('--expose-gc');
}
