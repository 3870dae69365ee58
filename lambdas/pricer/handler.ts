import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { remainingMilliseconds } from '../../shared/aws/deadline.ts';
import { database } from '../../shared/database/client.ts';
import { createSources } from '../../shared/market/create-sources.ts';
import { secretKeys } from '../../shared/market/market-keys.ts';
import { priceJob } from '../../shared/market/price-job.ts';
import { marketSettings } from '../../shared/market/settings.ts';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { logger, logJob } from '../../shared/middleware/logger.ts';
import { inSpan } from '../../shared/middleware/tracing.ts';
import { validate } from '../../shared/middleware/validate.ts';
import { pricerRequest, type PricerAnswer } from '../../shared/schemas/market.ts';

/** Milliseconds kept for writing what was found. */
const RESERVE = 15_000;

/** Gives a job's snapshot the prices it lacks. Its caller holds the job's step; asked twice, it finds the first one's work. */
export const handler = middy(async (event: unknown, _: Context): Promise<PricerAnswer> => {
  const { jobId, asOf, traceparent: parent } = validate(pricerRequest, event, 'The request to the pricer');
  logJob(jobId);
  const settings = marketSettings(process.env);
  const until = Date.now() + settings.waitSeconds * 1000;
  const left = () => Math.max(0, Math.min(until - Date.now(), remainingMilliseconds() - RESERVE));
  const db = database();
  const now = () => new Date();
  const sources = createSources(settings, { db, keys: secretKeys(), asOf, now, left });
  const span = {
    name: 'price',
    kind: 'server',
    parent,
    attributes: { 'alex.job.id': jobId, 'alex.step': 'price' },
  } as const;
  return inSpan(span, async () => {
    const answer = await priceJob(
      db,
      { jobId, asOf },
      {
        ...{ settings, sources, now: now() },
        onFailure: (source, { failure, message }) => {
          logger.warn('a price source failed', { source, failure, reason: message });
        },
      },
    );
    const { prices, rates, histories, problems } = answer;
    logger.info('priced', { prices, rates, histories, problems: problems.length });
    return answer;
  });
}, untilLambdaEnds).use(invocation());
