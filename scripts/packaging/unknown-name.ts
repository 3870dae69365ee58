import { nearestName } from '../terminal/nearest-name.ts';

/** What to say of a need that names a function which is not there, with the one that is most likely meant. */
export const unknownFunction = (name: string, names: Iterable<string>): string =>
  `there is no function "${name}" to invoke${meantBy(name, names)}`;

/** The same of a queue. */
export const unknownQueue = (name: string, names: Iterable<string>): string =>
  `no function is triggered by a queue "${name}"${meantBy(name, names)}`;

/** The name that is most likely meant, as the end of a sentence; empty where none is near. */
export function meantBy(name: string, names: Iterable<string>): string {
  const meant = nearestName(name, [...names]);
  return meant === undefined ? '' : `: did you mean "${meant}"?`;
}
