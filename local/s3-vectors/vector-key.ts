import { KEY_CHARACTERS } from './limits.ts';
import { invalid } from './validation.ts';

/** A vector's key: 1 to 1,024 characters of whole Unicode. */
export function vectorKey(given: unknown, path: string): string {
  if (given === undefined || given === null) throw invalid(path, 'Member must not be null');
  if (typeof given !== 'string') throw invalid(path, 'Member must be a string');
  const characters = given.length <= KEY_CHARACTERS ? given.length : Array.from(given).length;
  if (characters < 1 || characters > KEY_CHARACTERS) {
    throw invalid(path, `Member must have length between 1 and ${KEY_CHARACTERS}, inclusive`);
  }
  if (!given.isWellFormed()) throw invalid(path, 'Member must be valid UTF-8');
  return given;
}
