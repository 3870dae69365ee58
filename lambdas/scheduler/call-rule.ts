import { isPassing } from './ask.ts';

/** Milliseconds before each further try of one call: a container that is being started takes up to a minute. */
const WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** Milliseconds kept for the answer. */
export const RESERVE = 5000;

/** How often one call of the researcher is tried. */
export const callRule = { waits: WAITS, isRetryable: isPassing, reserve: RESERVE, jitter: 0.5 };
