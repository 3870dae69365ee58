import { storedKeys } from '../aws/s3-vectors.ts';
import { keysOf } from './vector-keys.ts';

/**
 * Those of the versions that lack a vector in the index, and with it the text of a passage, which is nowhere else: the index was emptied
 * or made anew, and the database stayed. One call for each 100 passages.
 *
 * @throws {UnavailableError | ConfigurationError | AlexError} of the vector index
 */
export async function withoutVectors<T extends { version: string; chunks: number }>(
  versions: readonly T[],
): Promise<T[]> {
  const there = await storedKeys(versions.flatMap(keysOf));
  return versions.filter((one) => keysOf(one).some((key) => !there.has(key)));
}
