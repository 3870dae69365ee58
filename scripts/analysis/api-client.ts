import * as z from 'zod';
import { job, jobResult, type AnalyzeRequestInput, type Job, type JobResult } from '../../shared/schemas/job.ts';
import type { PortfolioInput } from '../../shared/schemas/portfolio.ts';
import { CommandError } from './command-error.ts';
import { NoAnswerError } from './no-answer-error.ts';

const problem = z.object({
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
});

/** Milliseconds for one call; an answer is a few database statements. */
const CALL_TIMEOUT = 30_000;
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

/** Alex's HTTP API, as a person's program calls it. Problems come back as a CommandError with every field at fault. */
export function apiClient(url: string, apiKey: string): ApiClient {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'x-api-key': apiKey, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_TIMEOUT),
    }).catch((cause: unknown) => {
      const reason =
        cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause);
      throw new NoAnswerError(url, reason, cause);
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer;
    const said = problem.safeParse(answer);
    if (!said.success) throw new CommandError(`The API answered ${method} ${path} with status ${response.status}.`);
    const lines = (said.data.errors ?? []).map(({ path: field, detail }) => `${field}: ${detail}`);
    throw new CommandError(said.data.detail, lines);
  }

  /** The answer in the form that this version of Alex knows. */
  async function ask<T>(form: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
    const read = form.safeParse(await call(method, path, body));
    if (read.success) return read.data;
    const lines = read.error.issues.slice(0, MOST_LINES).map((one) => `${one.path.join('.')}: ${one.message}`);
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
