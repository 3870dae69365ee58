import { nearestName } from '../terminal/nearest-name.ts';

/** What to say of a need that names a function which is not there, with the one that is most likely meant. */
export function unknownFunction(name: string, names: Iterable<string>): string {
  const meant = nearestName(name, [...names]);
  return `there is no function "${name}" to invoke${meant === undefined ? '' : `: did you mean "${meant}"?`}`;
}
