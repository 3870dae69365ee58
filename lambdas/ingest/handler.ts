import middy from '@middy/core';
import { remainingMilliseconds } from '../../shared/aws/deadline.ts';
import { requireEnvironment } from '../../shared/aws/environment.ts';
import { database } from '../../shared/database/client.ts';
import { expireDocuments, readExpiryPolicy } from '../../shared/knowledge/expire.ts';
import { ingestDocuments } from '../../shared/knowledge/ingest.ts';
import { noteMissing } from '../../shared/knowledge/note-missing.ts';
import { reembedDocuments } from '../../shared/knowledge/reembed.ts';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { answerRest, isRestEvent } from '../../shared/middleware/rest-routes.ts';
import { validate } from '../../shared/middleware/validate.ts';
import { ingestRequest } from '../../shared/schemas/knowledge.ts';
import { routes } from './routes.ts';

/** Of the function's time, for the part of a document that is begun and for the answer. Milliseconds. */
const RESERVE = 60_000;

/** Called by a program through API Gateway, by another function with the body of POST /ingest, or by the daily schedule. */
export const handler = middy((event: unknown): Promise<unknown> => {
  if (isRestEvent(event)) return answerRest(event, routes);
  if (isScheduled(event)) return expire();
  const until = Date.now() + remainingMilliseconds() - RESERVE;
  return ingestDocuments(database(), validate(ingestRequest, event, 'What was sent').documents, { until });
}, untilLambdaEnds).use(invocation());

const isScheduled = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'detail-type' in event && event['detail-type'] === 'Scheduled Event';

async function expire(): Promise<Record<string, number>> {
  const expired = await expireDocuments(database(), readExpiryPolicy(requireEnvironment('EXPIRY_DAYS')));
  logger.info('old documents expired', { ...expired });
  const lost = await noteMissing(database());
  if (lost.missing + lost.forgotten > 0) logger.warn('the vector index has lost documents: send them again', lost);
  const embedded = await reembedDocuments(database());
  if (embedded.reembedded + embedded.lost > 0)
    logger.warn('another model answers now: documents embedded again', embedded);
  return { ...expired, ...lost, ...embedded };
}
