/** Milliseconds after which a loop says how far it is. */
const PATIENCE = 5000;

let saidAt = -Infinity;

/** Says on standard error what is being measured now, and how many seconds the process has been at it; tables go to standard output. */
export function nowMeasuring(what: string): void {
  saidAt = performance.now();
  process.stderr.write(`${(saidAt / 1000).toFixed(0).padStart(5)} s  ${what}\n`);
}

/** Says how far a loop is, where nothing was said for a while. */
export function soFar(what: string, done: number, of: number): void {
  if (performance.now() - saidAt >= PATIENCE) nowMeasuring(`${what}: ${done} of ${of}`);
}
