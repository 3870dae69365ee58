import * as z from 'zod';
import { ConfigurationError } from '../../shared/errors.ts';
import { readSecret } from '../../shared/aws/secrets-manager.ts';
import { researchRun, type ResearchRequest, type ResearchRun } from '../../shared/schemas/research.ts';
import { CommandError } from '../analysis/command-error.ts';
import { needResearcher, needSecret } from '../target/needed.ts';
import type { Target } from '../target/target.ts';

const key = z.object({ key: z.string() });
const accepted = z.object({ id: z.uuid() });
const problem = z.object({
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
});

export interface ResearcherClient {
  /** @returns the id of the run */
  request(asked: ResearchRequest): Promise<string>;
  read(id: string): Promise<ResearchRun>;
}

/**
 * The researcher of a fleet, with its key, which is a secret of that fleet. `useTarget` has been called (withTarget does).
 *
 * @throws {CommandError} where none runs, or its key was never written
 */
export async function researcherOf(target: Target): Promise<ResearcherClient> {
  const url = needResearcher(target);
  await needSecret(target, 'researcher-key');
  const secret = await readSecret('researcher-key').catch((error: unknown) => {
    // Where AWS refused it, AWS's words name the right, and no key that is written helps.
    if (error instanceof ConfigurationError && error.cause === undefined) throw withoutKey(target, error);
    throw error;
  });
  const { data } = key.safeParse(secret);
  if (data !== undefined) return researcherClient(url, data.key, target);
  throw withoutKey(target);
}

const withoutKey = ({ name }: Pick<Target, 'name'>, cause?: unknown): CommandError =>
  new CommandError(
    'The secret researcher-key holds no key yet.',
    [`Write one: npm run secrets -- --target ${name}`],
    cause,
  );

/** @throws {CommandError} from each call where the researcher does not answer or refuses */
export function researcherClient(url: string, secret: string, { name }: Pick<Target, 'name'>): ResearcherClient {
  async function ask<T>(path: string, answer: z.ZodType<T>, body?: ResearchRequest): Promise<T> {
    const headers = { 'x-api-key': secret, 'content-type': 'application/json' };
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, url), { ...sent, signal: AbortSignal.timeout(15_000) }).catch(
      (error: unknown) => {
        throw new CommandError(
          'The researcher does not answer.',
          [
            name === 'laptop'
              ? 'Its log: npm start tells why it could not start.'
              : 'Its log: npm run logs -- researcher --target aws --since 1h',
          ],
          error,
        );
      },
    );
    const text = await response.text();
    if (response.ok) return answer.parse(JSON.parse(text));
    const told = problem.safeParse(parsed(text)).data;
    const fields = told?.errors?.map(({ path: field, detail }) => `${field}: ${detail}`) ?? [];
    throw new CommandError(told?.detail ?? `The researcher answered ${response.status}.`, fields);
  }
  return {
    request: async (asked) => (await ask('/research', accepted, asked)).id,
    read: (id) => ask(`/research/${id}`, researchRun),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
