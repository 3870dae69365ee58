import { setTimeout as sleep } from 'node:timers/promises';
import type { GetFunctionConfigurationCommandOutput } from '@aws-sdk/client-lambda';

/** What AWS says of a function and of the last change of it. */
export type Configuration = Pick<
  GetFunctionConfigurationCommandOutput,
  'CodeSha256' | 'LastUpdateStatus' | 'LastUpdateStatusReason' | 'MemorySize' | 'Timeout'
>;

export interface Waiting {
  /** Seconds. */
  patience: number;
  /** Seconds between two questions. */
  pause: number;
}

/**
 * Asks until the last change of a function has ended, well or not; after `patience` it gives back what was said last. A refusal to say
 * it is passed on at once: the SDK's own waiter would ask to the end, and throw the reason away.
 *
 * @param ended which answer is the end, where a status other than InProgress is not enough
 */
export async function untilSettled(
  ask: () => Promise<Configuration>,
  { patience, pause }: Waiting,
  ended = (said: Configuration): boolean => said.LastUpdateStatus !== 'InProgress',
): Promise<Configuration> {
  const end = performance.now() + 1000 * patience;
  for (;;) {
    const said = await ask();
    if (ended(said) || performance.now() >= end) return said;
    await sleep(1000 * pause);
  }
}
