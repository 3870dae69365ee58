import { randomUUID } from 'node:crypto';
import { remainingMilliseconds } from '../aws/deadline.ts';
import type { Queryable } from '../database/client.ts';
import { listVersions, noteGone, type DocumentVersion } from '../database/knowledge-vectors.ts';
import { withoutVectors } from './missing-vectors.ts';

/** Passages that one run asks the index for: 200 calls of some 50 ms. */
const PASSAGES_A_RUN = 20_000;
/** Of the function's time, in milliseconds, for what comes after it. */
const RESERVE = 120_000;

/**
 * Looks whether the documents are in the vector index still, and notes of which passages are gone (`noteGone`): until they are sent
 * again no search finds those. Nothing is deleted, for what names them is all that is left of them. Where there are more than one run
 * can ask for, each begins at a document drawn at random.
 *
 * @returns how many it noted; one that was noted before is not counted
 * @throws {UnavailableError | ConfigurationError | AlexError} of the vector index or the database; what it had noted stays
 */
export async function noteMissing(
  db: Queryable,
  { passages = PASSAGES_A_RUN, from = `doc_${randomUUID()}` } = {},
): Promise<number> {
  let noted = 0;
  let left = passages;
  for (let skip = 0; remainingMilliseconds() > RESERVE;) {
    const some = within(await listVersions(db, { from, skip }), left);
    if (some.length === 0) break;
    skip += some.length;
    left -= some.reduce((sum, { chunks }) => sum + chunks, 0);
    const gone = await withoutVectors(some.filter((one) => !one.noted));
    if (gone.length > 0) noted += await noteGone(db, gone);
  }
  return noted;
}

/** The first of them that have no more passages than these together. */
function within(versions: readonly DocumentVersion[], passages: number): readonly DocumentVersion[] {
  let sum = 0;
  const end = versions.findIndex(({ chunks }) => (sum += chunks) > passages);
  return end === -1 ? versions : versions.slice(0, end);
}
