/** How long a model is waited for and how often it is asked; times in milliseconds. */
export interface CallRules {
  /** The longest wait for a connection; the compatible models' is Node's own, 10 s. */
  connectMs: number;
  /** The longest wait for one answer. */
  answerMs: number;
  /** Tries beyond the first. */
  retries: number;
  /** The wait before try n is random between 0 and `firstWaitMs` × 2ⁿ, at most `longestWaitMs`: "full jitter". */
  firstWaitMs: number;
  longestWaitMs: number;
  /** A provider that asks for a longer wait than this is given up. */
  longestRetryAfterMs: number;
  /** The largest answer that is read, bytes. */
  answerBytes: number;
  /** 0 to 1. */
  random: () => number;
}

// Waits: Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
export const defaultRules: CallRules = {
  connectMs: 3_000,
  answerMs: 100_000,
  retries: 4,
  firstWaitMs: 500,
  longestWaitMs: 8_000,
  longestRetryAfterMs: 20_000,
  answerBytes: 8 * 1024 * 1024,
  random: Math.random,
};
