import { nearestName } from '../terminal/nearest-name.ts';
import type { Fault } from './tfvars.ts';

/** That there is no setting of a name, or none in another setting, and which was meant. */
export function unknownName(name: string, known: readonly string[], of?: string): Fault {
  const full = (part: string): string => (of === undefined ? part : `${of}.${part}`);
  const near = nearestName(name, known);
  const there = of === undefined ? 'Delete it' : `There are: ${known.join(', ')}`;
  return {
    says: `${full(name)}: there is no such setting, so it would have no effect`,
    remedy: near === undefined ? there : `Did you mean ${full(near)}?`,
  };
}
