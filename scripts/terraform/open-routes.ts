import { allOf } from '../terminal/all-of.ts';
import type { Fleet } from './fleet.ts';
import { comesWith } from './stage-of.ts';
import type { Stage } from './variables-file.ts';

/** Those of the project, whose programs ask each caller for a key. */
const ASKING: ReadonlySet<string> = new Set(['api', 'researcher']);

/**
 * What folders of one's own open to the whole internet, a line each: the gateway asks nobody for a key on people's routes, nor on those of
 * programs with `"apiKey": false`, nor does what is before a container.
 *
 * @param stages of those alone that are there with these stages; by default of all
 */
export function describeOpenRoutes(fleet: Fleet, stages?: readonly Stage[]): string[] {
  const functions = [...fleet.functions].flatMap(([name, config]): string[] => {
    if (ASKING.has(name) || (stages !== undefined && !comesWith(config, stages, fleet))) return [];
    const routes = config.triggers.flatMap((trigger) =>
      trigger.type === 'http' || (trigger.type === 'rest' && !trigger.apiKey) ? trigger.routes : [],
    );
    if (routes.length === 0) return [];
    return [
      `${allOf(routes)} of ${name} ${routes.length === 1 ? 'is' : 'are'} open to anybody: its code has to check who asks (guides/9-beyond.md).`,
    ];
  });
  const services = [...fleet.services.keys()].flatMap((name) =>
    ASKING.has(name) || stages?.includes('4-researcher') === false
      ? []
      : [`${name} is open to anybody at its address: its program has to check who asks.`],
  );
  return [...functions, ...services];
}
