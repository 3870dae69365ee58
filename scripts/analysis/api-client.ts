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

  return {
    analyze: async (request) => z.object({ jobId: z.uuid() }).parse(await call('POST', '/analyze', request)).jobId,
    job: async (id) => job.parse(await call('GET', `/jobs/${id}`)),
    result: async (id) => jobResult.parse(await call('GET', `/jobs/${id}/result`)),
    jobs: async () => z.object({ items: z.array(job) }).parse(await call('GET', '/jobs')).items,
    storePortfolio: async (portfolio) => stored.parse(await call('PUT', '/portfolio', portfolio)),
    accounts: async () => accountList.parse(await call('GET', '/accounts')).items,
  };
}
