import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { retryAfterMs } from '../../shared/agents/models/retry-after.ts';
import { job, jobResult, type AnalyzeRequestInput, type Job, type JobResult } from '../../shared/schemas/job.ts';
import type { PortfolioInput } from '../../shared/schemas/portfolio.ts';
import { CommandError } from './command-error.ts';
import type { TargetName } from '../target/target.ts';
import { NoAnswerError } from './no-answer-error.ts';

const problem = z.object({
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
});

/** Milliseconds for one call; an answer is a few database statements. */
const CALL_TIMEOUT = 30_000;
/**
 * Waits before another try with a fleet on AWS, milliseconds: a database wakes in them, and a network comes back. Where nobody has
 * answered yet it may be the wrong address, or no network at all: then only the first of them.
 */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000] as const;
const WAITS_FOR_A_FIRST_ANSWER = 2;
/** Statuses of whoever is busy, asleep or in between, and not of Alex's answer. */
const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
/** Lines about an answer of another form: the first tell what is wrong with it. */
const MOST_LINES = 5;

const stored = z.object({ accounts: z.number(), positions: z.number() });
export type Stored = z.infer<typeof stored>;
const accountList = z.object({ items: z.array(z.object({ name: z.string(), type: z.string() })) });

export interface ApiClient {
  analyze: (request: AnalyzeRequestInput) => Promise<string>;
  job: (id: string) => Promise<Job>;
  result: (id: string) => Promise<JobResult>;
  jobs: () => Promise<Job[]>;
  /** Replaces all that the person has stored. */
  storePortfolio: (portfolio: PortfolioInput) => Promise<Stored>;
  /** The accounts that the person has stored. */
  accounts: () => Promise<{ name: string; type: string }[]>;
}

export interface CallingOptions {
  /** Whose fleet it is: one on AWS is asked again where a call is lost or comes at a bad time, one on this machine is there or is not. */
  target?: TargetName;
  /** Told that it is asked again, and why. */
  tell?: (text: string) => void;
  pause?: (milliseconds: number) => Promise<void>;
}

/**
 * Alex's HTTP API, as a person's program calls it. Problems come back as a CommandError with every field at fault.
 *
 * @throws {NoAnswerError} from each call that nobody answers, however often it is made
 */
export function apiClient(
  url: string,
  apiKey: string,
  { target = 'laptop', tell = () => undefined, pause = sleep }: CallingOptions = {},
): ApiClient {
  let hasAnswered = false;

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    // The same key with each try: an analysis that was asked for in a try whose answer was lost is not asked for twice.
    const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    for (let tries = 0; ; tries += 1) {
      const outcome = await tryOnce(method, path, body, key);
      if (!(outcome instanceof PassingFailure)) return outcome.answer;
      const waits = target === 'laptop' ? 0 : hasAnswered ? WAITS.length : WAITS_FOR_A_FIRST_ANSWER;
      const wait = tries < waits ? Math.max(WAITS[tries] ?? 0, outcome.retryAfter) : undefined;
      if (wait === undefined) throw outcome.error;
      tell(`${outcome.error.message} Trying again in ${String(Math.round(wait / 1000))} s …`);
      await pause(wait);
    }
  }

  async function tryOnce(
    method: string,
    path: string,
    body: unknown,
    key: Readonly<Record<string, string>>,
  ): Promise<{ answer: unknown } | PassingFailure> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(new URL(path, url), {
        method,
        headers: { 'x-api-key': apiKey, ...key, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(CALL_TIMEOUT),
      });
      text = await response.text();
    } catch (cause) {
      return new PassingFailure(new NoAnswerError(url, reasonOf(cause), target, cause));
    }
    hasAnswered = true;
    const answer = asJson(text);
    if (response.ok) return { answer };
    const said = problem.safeParse(answer);
    const lines = said.data?.errors?.map(({ path: field, detail }) => `${field}: ${detail}`) ?? [];
    const told = said.success
      ? new CommandError(said.data.detail, lines)
      : new CommandError(`The API answered ${method} ${path} with status ${response.status}.`);
    if (target === 'laptop') throw told;
    if (PASSING.has(response.status)) {
      const reason = said.success ? said.data.detail.replace(/\.$/, '') : `status ${response.status}`;
      const error = new NoAnswerError(url, reason, target);
      return new PassingFailure(
        error,
        retryAfterMs((name) => response.headers.get(name), Date.now()),
      );
    }
    if (said.success) throw told;
    if (response.status === 413)
      throw new CommandError('The analysis is larger than AWS lets through. Give it fewer files, or shorter ones.');
    throw new CommandError(told.message, [
      'That is not Alex that answers so. npm run env writes the address of your deployment to .env anew, and npm run doctor -- --target aws says what is there.',
    ]);
  }

  /** The answer in the form that this version of Alex knows. */
  async function ask<T>(form: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
    const read = form.safeParse(await call(method, path, body));
    if (read.success) return read.data;
    const lines = read.error.issues
      .slice(0, MOST_LINES)
      .map(({ path: at, message }) => (at.length === 0 ? message : `${at.join('.')}: ${message}`));
    throw new CommandError(
      `The API's answer to ${method} ${path} has a form that this version of Alex does not know. Are the fleet and this folder of one version?`,
      lines,
      read.error,
    );
  }

  return {
    analyze: async (request) => (await ask(z.object({ jobId: z.uuid() }), 'POST', '/analyze', request)).jobId,
    job: (id) => ask(job, 'GET', `/jobs/${id}`),
    result: (id) => ask(jobResult, 'GET', `/jobs/${id}/result`),
    jobs: async () => (await ask(z.object({ items: z.array(job) }), 'GET', '/jobs')).items,
    storePortfolio: (portfolio) => ask(stored, 'PUT', '/portfolio', portfolio),
    accounts: async () => (await ask(accountList, 'GET', '/accounts')).items,
  };
}

/** A try that may go well later; the error where it does not. */
class PassingFailure {
  readonly error: NoAnswerError;
  /** Milliseconds that it asks to wait. */
  readonly retryAfter: number;
  constructor(error: NoAnswerError, retryAfter = 0) {
    this.error = error;
    this.retryAfter = retryAfter;
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause);
