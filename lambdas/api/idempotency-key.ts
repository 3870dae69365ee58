import { createHash } from 'node:crypto';
import type { Queryable } from '../../shared/database/client.ts';
import { findJobByIdempotencyKey, type NewJob } from '../../shared/database/jobs.ts';
import { IdempotencyKeyReusedError, InvalidInputError } from '../../shared/errors.ts';
import type { AnalyzeRequest } from '../../shared/schemas/job.ts';

/** Of the header: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
const KEY_LENGTH = 200;

/** Null where the caller gives none. */
export function readIdempotencyKey(key: string | undefined): string | null {
  if (key === undefined) return null;
  if (key.length > 0 && key.length <= KEY_LENGTH) return key;
  const message = `must be 1 to ${KEY_LENGTH} characters`;
  throw new InvalidInputError('The Idempotency-Key header does not fit.', [{ path: 'Idempotency-Key', message }]);
}

/** What tells a request from another, in hex. Of the request as it was understood: white space and an order of fields say nothing. */
export const fingerprintOf = (request: AnalyzeRequest): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex');

/**
 * The job that an earlier call with this key has made.
 * @throws {IdempotencyKeyReusedError} where that call asked for something else
 */
export async function answerOfKey(
  db: Queryable,
  {
    userId,
    idempotencyKey,
    idempotencyFingerprint,
  }: Pick<NewJob, 'userId' | 'idempotencyKey' | 'idempotencyFingerprint'>,
): Promise<string> {
  const earlier = idempotencyKey === null ? undefined : await findJobByIdempotencyKey(db, userId, idempotencyKey);
  if (earlier === undefined) throw new Error('no job was made, and none is there under its key');
  if (earlier.fingerprint !== null && earlier.fingerprint !== idempotencyFingerprint)
    throw new IdempotencyKeyReusedError(
      `This Idempotency-Key belongs to job ${earlier.id}, which was asked for with another body: repeat that body, or use a new key.`,
    );
  return earlier.id;
}
