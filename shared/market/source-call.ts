import { setTimeout as sleep } from 'node:timers/promises';
import { retryAfterMs } from './retry-after.ts';
import { MarketError } from './market-error.ts';
import { readBody } from './read-body.ts';

/** How long a source is waited for and how often it is asked; times in milliseconds. */
export interface CallRules {
  answerMs: number;
  /** Waits before another try, after no answer, 5xx or a garbled one. */
  waits: readonly number[];
  /** The wait after a 429 that does not say how long. */
  limitedMs: number;
  /** Tries beyond the first after a 429. */
  limitedTries: number;
  /** The longest wait for the right to call; what is left of the time for all calls where that is less. */
  tokenMs: number;
  answerBytes: number;
}

export const callRules: CallRules = {
  answerMs: 8_000,
  waits: [400, 1_500],
  limitedMs: 15_000,
  limitedTries: 2,
  tokenMs: Number.POSITIVE_INFINITY,
  answerBytes: 24 * 1024 * 1024,
};

/** The calls that a source allows, shared by everyone who asks it. */
export interface Limiter {
  /** Takes the right to one call; else how long until it is worth trying again, milliseconds. */
  take(): Promise<number | null>;
  /** Keeps everybody away from the source for so long. */
  block(milliseconds: number): Promise<void>;
}

export interface SourceCall {
  /** As sentences name it: "Massive". */
  title: string;
  limiter: Limiter;
  /** What is left of the time that all calls together may take, milliseconds. */
  left: () => number;
  rules?: Partial<CallRules>;
}

/** Asks a source for one thing. `parse` says what the body means, and throws a MarketError where it is an error after all. */
export type Call = <T>(url: string, headers: Record<string, string>, parse: (body: string) => T) => Promise<T>;

/**
 * Calls of one source: each takes its right to call first, is cut when it or all of them take too long, and is tried again
 * where that may help. A source that says 429 is left alone by everyone until it said it may be asked again. Redirects are
 * refused, and not tried again: a key goes to no other host.
 */
export function sourceCall({ title, limiter, left, rules: own }: SourceCall): Call {
  const rules = { ...callRules, ...own };
  return async (url, headers, parse) => {
    let limited = 0;
    let failed = 0;
    for (;;) {
      await untilAllowed(title, limiter, () => Math.min(left(), rules.tokenMs));
      try {
        return parse(await getText(title, url, headers, left, rules));
      } catch (error) {
        if (!(error instanceof MarketError) || !error.retryable) throw error;
        const again = error.failure === 'limited' ? limited < rules.limitedTries : failed < rules.waits.length;
        const wait =
          error.failure === 'limited'
            ? (error.retryAfterMs ?? rules.limitedMs)
            : Math.max(error.retryAfterMs ?? 0, rules.waits[failed] ?? 0);
        if (error.failure === 'limited') await limiter.block(wait);
        if (!again || wait >= left()) throw error;
        if (error.failure === 'limited') limited += 1;
        else failed += 1;
        // The limiter itself keeps everyone away for as long as a 429 asks for.
        if (error.failure !== 'limited') await sleep(wait * (1 + 0.2 * Math.random()));
      }
    }
  };
}

async function untilAllowed(title: string, limiter: Limiter, left: () => number): Promise<void> {
  for (;;) {
    const wait = await limiter.take();
    if (wait === null) return;
    if (wait >= left()) {
      throw new MarketError('limited', `${title} may not be asked again for ${spoken(wait)}.`);
    }
    await sleep(Math.max(20, wait));
  }
}

/** A wait as a person says it, rounded up: seconds, then minutes, then hours. */
function spoken(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 90) return `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}

async function getText(
  title: string,
  url: string,
  headers: Record<string, string>,
  left: () => number,
  { answerMs, answerBytes }: CallRules,
): Promise<string> {
  const milliseconds = Math.max(1, Math.min(answerMs, left()));
  const signal = AbortSignal.timeout(Math.ceil(milliseconds));
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json, text/csv', ...headers },
      redirect: 'manual',
      signal,
    });
    const body = await readBody(response, title, answerBytes);
    if (response.status !== 200) throw failureOf(title, response, body);
    return body;
  } catch (error) {
    if (error instanceof MarketError) throw error;
    const why = signal.aborted ? `did not answer within ${(milliseconds / 1000).toFixed(1)} s` : 'could not be reached';
    throw new MarketError('unavailable', `${title} ${why}.`, { cause: error });
  }
}

function failureOf(title: string, response: Response, body: string): MarketError {
  const { status } = response;
  const said = body.slice(0, 500);
  const after = retryAfterMs((name) => response.headers.get(name), Date.now());
  if (status === 401 || status === 403) {
    return new MarketError('unauthorized', `${title} refused the key, or the plan does not include this (${status}).`, {
      said,
    });
  }
  if (status === 429) {
    return new MarketError('limited', `${title} was asked more often than it allows (429).`, {
      retryAfterMs: after,
      said,
    });
  }
  if (status >= 300 && status < 400) {
    return new MarketError('refused', `${title} sent elsewhere (${status}), where no key goes.`);
  }
  if (status >= 500) {
    return new MarketError('unavailable', `${title} failed (${status}).`, { retryAfterMs: after, said });
  }
  return new MarketError('refused', `${title} did not understand what it was asked (${status}).`, { said });
}
