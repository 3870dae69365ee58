import * as z from 'zod';
import { findRunningFleet } from '../../local/lock.ts';
import { readSecret } from '../../shared/aws/secrets-manager.ts';
import { researchRun, type ResearchRequest, type ResearchRun } from '../../shared/schemas/research.ts';
import { CommandError } from '../analysis/command-error.ts';
import { DATA } from '../laptop/paths.ts';

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
 * The researcher of the fleet that `npm start` keeps running. Its key is a secret of that fleet, to whose owner it is no secret.
 *
 * @throws {CommandError} where none runs
 */
export async function researcherOfRunningFleet(): Promise<ResearcherClient> {
  const running = findRunningFleet(DATA);
  const url = running?.staysUp === true ? running.environment.RESEARCHER_URL : undefined;
  if (running === undefined || url === undefined) {
    throw new CommandError('Alex is not running, and research is done by the researcher that runs with it.', [
      'Start it in another terminal: npm start',
    ]);
  }
  Object.assign(process.env, running.environment);
  const { key: secret } = key.parse(await readSecret('researcher-key'));
  return researcherClient(url, secret);
}

/** @throws {CommandError} from each call where the researcher does not answer or refuses */
export function researcherClient(url: string, secret: string): ResearcherClient {
  async function ask<T>(path: string, answer: z.ZodType<T>, body?: ResearchRequest): Promise<T> {
    const headers = { 'x-api-key': secret, 'content-type': 'application/json' };
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, url), { ...sent, signal: AbortSignal.timeout(15_000) }).catch(
      (error: unknown) => {
        throw new CommandError(
          'The researcher does not answer.',
          ['Its log: npm start tells why it could not start.'],
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
