import type { Fleet } from './fleet.ts';
import { stageOf } from './stage-of.ts';
import { stageNames, type Stage } from './variables-file.ts';

/** The stages whose functions or services have a need, in the guides' order. Services come with the researcher's: terraform/fleet.tf. */
export function stagesWith(need: string, fleet: Fleet): Stage[] {
  const { functions, services } = fleet;
  const having = new Set<Stage>(
    [...functions.values()].flatMap((one) => (one.needs.includes(need) ? [stageOf(one, fleet)] : [])),
  );
  if ([...services.values()].some(({ needs }) => needs.includes(need))) having.add('4-researcher');
  return stageNames.filter((stage) => having.has(stage));
}
