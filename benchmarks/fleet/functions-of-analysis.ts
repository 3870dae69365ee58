import type { PackagedFunction } from '../../local/deployment.ts';

/**
 * The functions that an analysis goes through: the API, the planner and whatever one of them invokes. What a clock starts beside it,
 * the sweeper and the ingest of the researcher's notes, is not of it.
 */
export function functionsOfAnalysis(
  functions: readonly Pick<PackagedFunction, 'name' | 'config'>[],
): ReadonlySet<string> {
  const all = new Set(['api', 'planner']);
  // What is added is looked at in its turn.
  for (const name of all) {
    const needs = functions.find((fn) => fn.name === name)?.config.needs ?? [];
    for (const need of needs) {
      const invoked = /^invoke:(.+)$/.exec(need)?.[1];
      if (invoked !== undefined) all.add(invoked);
    }
  }
  return all;
}
