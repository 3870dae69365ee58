import { randomUUID } from 'node:crypto';
import { remainingMilliseconds } from '../aws/deadline.ts';
import type { Queryable } from '../database/client.ts';
import { forgetGone, listVersions, noteGone, type DocumentVersion } from '../database/knowledge-vectors.ts';
import { withoutVectors } from './missing-vectors.ts';

/** Passages that one run asks the index for: 200 calls of some 50 ms. */
const PASSAGES_A_RUN = 20_000;
/** Of the function's time, in milliseconds, for what comes after it. */
const RESERVE = 120_000;

/**
 * Looks whether the documents are in the vector index still, and notes of which passages are gone: until they are sent again no search
 * finds those. What is gone a week later still is forgotten: most likely a note of the researcher's, which nobody can send again.
 * Where there are more passages than one run can ask for, each begins at a document drawn at random.
 *
 * @returns how many documents it noted, and how many it forgot
 * @throws {UnavailableError | ConfigurationError | AlexError} of the vector index or the database; nothing is noted or forgotten for that
 */
export async function noteMissing(
  db: Queryable,
  { passages = PASSAGES_A_RUN, from = `doc_${randomUUID()}` } = {},
): Promise<{ missing: number; forgotten: number }> {
  const done = { missing: 0, forgotten: 0 };
  let left = passages;
  for (let skip = 0; remainingMilliseconds() > RESERVE;) {
    const some = within(await listVersions(db, { from, skip }), left);
    if (some.length === 0) break;
    left -= some.reduce((sum, { chunks }) => sum + chunks, 0);
    const gone = await withoutVectors(some);
    const forgotten = gone.length === 0 ? 0 : await forgetGone(db, gone);
    if (gone.length > forgotten) done.missing += await noteGone(db, gone);
    done.forgotten += forgotten;
    // Those are in the list no more.
    skip += some.length - forgotten;
  }
  return done;
}

/** The first of them that have no more passages than these together. */
function within(versions: readonly DocumentVersion[], passages: number): readonly DocumentVersion[] {
  let sum = 0;
  const end = versions.findIndex(({ chunks }) => (sum += chunks) > passages);
  return end === -1 ? versions : versions.slice(0, end);
}
