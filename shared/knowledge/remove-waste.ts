import { deleteVectors } from '../aws/s3-vectors.ts';
import type { Queryable } from '../database/client.ts';
import { forgetVersions, takeWaste } from '../database/knowledge-versions.ts';
import { AlexError } from '../errors.ts';
import { keysOf } from './vector-keys.ts';

/**
 * Deletes the vectors of versions that answer nothing any more: replaced, deleted, expired, or left half put by a writer that
 * died an hour ago. At most 20 versions, of one document where its ID is given; returns how many. It may be cut off anywhere
 * and run again: a version is forgotten when its vectors are gone.
 */
export async function removeWaste(db: Queryable, documentId?: string): Promise<number> {
  const waste = await takeWaste(db, documentId);
  if (waste.length === 0) return 0;
  await deleteVectors(waste.flatMap(keysOf));
  await forgetVersions(
    db,
    waste.map(({ version }) => version),
  );
  return waste.length;
}

/** The same where the answers are right already: what fails to be deleted now, the daily clean-up does. */
export async function removeWasteOf(db: Queryable, documentId?: string): Promise<void> {
  try {
    await removeWaste(db, documentId);
  } catch (error) {
    if (!(error instanceof AlexError && error.retryable)) throw error;
  }
}
