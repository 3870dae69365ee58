/** Milliseconds. */
export interface Timing {
  /** How long it may take until a process is well for the first time. */
  start: number;
  /** Between two looks at its health while it starts, and while it runs. */
  startingLook: number;
  runningLook: number;
  /** Before the second start; doubled for each further one, up to `longestWait`. */
  firstWait: number;
  longestWait: number;
  /** How long a request waits for a process to be well; below the 15 s that our own callers wait for an answer. */
  hold: number;
  /** Without a request and without work for so long, its process is ended. */
  idle: number;
  /** What a process that is ended for that has to end, before it is killed. */
  grace: number;
}

export const usualTiming: Timing = {
  start: 30_000,
  startingLook: 100,
  runningLook: 15_000,
  firstWait: 1_000,
  longestWait: 60_000,
  hold: 12_000,
  idle: 20_000,
  grace: 10_000,
};
