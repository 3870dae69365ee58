import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../../shared/schemas/job.ts';
import type { ApiClient } from './api-client.ts';
import { CommandError } from './command-error.ts';

/** Milliseconds between two looks. */
const POLL = 60;
/** Minutes without an end after which it is no use to wait: a job has three attempts of five minutes. */
const LONGEST = 20;

/** Looks at a job until it ends; `seen` gets every look. */
export async function followJob(api: ApiClient, id: string, seen: (job: Job) => void): Promise<Job> {
  const giveUpAt = Date.now() + LONGEST * 60_000;
  for (;;) {
    // Before the first look, too: nothing has happened yet, and a laptop's fleet has better things to do just then.
    await sleep(POLL);
    const job = await api.job(id);
    seen(job);
    if (job.finishedAt !== null) return job;
    if (Date.now() > giveUpAt) {
      throw new CommandError(
        `The analysis has not ended in ${LONGEST} minutes. Its job is ${id}; the fleet's log says more.`,
      );
    }
  }
}
