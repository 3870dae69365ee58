import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../../shared/schemas/job.ts';
import type { ApiClient } from './api-client.ts';
import { CommandError } from './command-error.ts';
import type { TargetName } from '../target/target.ts';

/**
 * Milliseconds until the next look. A look is work for the fleet that does the job, so it is taken seldom, and often only where
 * little is left: the last step, and then the closing of the job.
 */
const PAUSES = { many: 60, last: 25, none: 8 } as const;
/** What takes long is looked at less and less often: by so much each time that nothing has changed. */
const GROWTH = 1.03;
/** The shortest and the longest pause, milliseconds: on AWS each look is a call that is paid for. */
const BOUNDS: Readonly<Record<TargetName, readonly [number, number]>> = { laptop: [0, 250], aws: [500, 2_000] };
/** Minutes without an end after which it is no use to wait: a job has three attempts of five minutes. */
const LONGEST = 20;

/** Looks at a job until it ends; `seen` gets every look. */
export async function followJob(
  api: ApiClient,
  id: string,
  seen: (job: Job) => void,
  target: TargetName = 'laptop',
): Promise<Job> {
  const [shortest, longest] = BOUNDS[target];
  const giveUpAt = Date.now() + LONGEST * 60_000;
  let left = Number.POSITIVE_INFINITY;
  let pause: number = Math.max(shortest, PAUSES.many);
  for (;;) {
    // Before the first look, too: nothing has happened yet, and a laptop's fleet has better things to do just then.
    await sleep(pause);
    const job = await api.job(id);
    seen(job);
    if (job.finishedAt !== null) return job;
    const open = stepsLeft(job);
    pause = open === left ? Math.min(longest, pause * GROWTH) : Math.max(shortest, pauseFor(open));
    left = open;
    if (Date.now() > giveUpAt) {
      throw new CommandError(
        `The analysis has not ended in ${LONGEST} minutes. Its job is ${id}; the fleet's log says more.`,
      );
    }
  }
}

const stepsLeft = ({ steps }: Job): number => steps.filter(({ finishedAt }) => finishedAt === null).length;

const pauseFor = (open: number): number => (open > 1 ? PAUSES.many : open === 1 ? PAUSES.last : PAUSES.none);
