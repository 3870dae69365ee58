import type { Fleet } from '../terraform/fleet.ts';

/** What a run of a function needs in the end: by itself, and by what it has others do. */
export interface Reached {
  /** It asks the database, by whichever way, so that this wakes up. */
  database: boolean;
  /** Those that have a model write: itself, or whom it invokes. What waits in a queue counts as an analysis, the researcher's work as a note. */
  writers: string[];
}

/** By the needs in lambda.json and service.json: at most this, as a function need not use all that it may. */
export function reached(name: string, fleet: Fleet): Reached {
  const needs = (one: string): readonly string[] => fleet.functions.get(one)?.needs ?? [];
  const takesFrom = (queue: string): string[] =>
    [...fleet.functions].flatMap(([one, { triggers }]) =>
      triggers.some((trigger) => trigger.type === 'sqs' && trigger.queue === queue) ? [one] : [],
    );
  const invoked = new Set([name]);
  const started = new Set([name]);
  const all = new Set<string>();
  // A set goes on with what is added to it on the way.
  for (const one of invoked) {
    for (const need of needs(one)) if (need.startsWith('invoke:')) invoked.add(need.slice('invoke:'.length));
  }
  for (const one of started) {
    for (const need of needs(one)) {
      all.add(need);
      if (need.startsWith('invoke:')) started.add(need.slice('invoke:'.length));
      if (need.startsWith('send:')) for (const taker of takesFrom(need.slice('send:'.length))) started.add(taker);
      if (need === 'researcher') for (const its of fleet.services.get('researcher')?.needs ?? []) all.add(its);
    }
  }
  return {
    database: [...all].some((need) => /^database\b/.test(need)),
    writers: [...invoked].filter((one) => needs(one).includes('model')),
  };
}
