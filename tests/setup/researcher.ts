// The researcher of a fleet as whoever has its key sees it.
import { readSecret } from '../../shared/aws/secrets-manager.ts';
import { researchRun, type ResearchRequest, type ResearchRun } from '../../shared/schemas/research.ts';
import { eventually } from './eventually.ts';

export interface ResearcherClient {
  healthy: () => Promise<void>;
  request: (asked: ResearchRequest) => Promise<string>;
  read: (id: string) => Promise<ResearchRun>;
  /** The run once it has ended. */
  endOf: (id: string) => Promise<ResearchRun>;
}

/** For a fleet whose variables are this process's, as `startTestFleet` leaves them. */
export async function researcherClient(): Promise<ResearcherClient> {
  const url = process.env.RESEARCHER_URL ?? '';
  const secret: unknown = await readSecret('researcher-key');
  const key = typeof secret === 'object' && secret !== null && 'key' in secret ? String(secret.key) : '';
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const headers = { 'x-api-key': key };
    const sent = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(new URL(path, url), sent);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return response.json();
  };
  const read = async (id: string): Promise<ResearchRun> => researchRun.parse(await ask(`/research/${id}`));
  return {
    read,
    healthy: () =>
      eventually(async () => {
        await ask('/health');
      }),
    request: async (asked) => {
      const answer = await ask('/research', asked);
      return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
    },
    endOf: async (id) => {
      let run = await read(id);
      await eventually(async () => {
        run = await read(id);
        if (run.finishedAt === null) throw new Error(`run ${id} has not ended: ${JSON.stringify(run)}`);
      });
      return run;
    },
  };
}
