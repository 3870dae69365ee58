import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { requireEnvironment } from '../../shared/aws/environment.ts';
import { delayRedelivery } from '../../shared/aws/sqs.ts';
import { database } from '../../shared/database/client.ts';
import { describeFailure } from '../../shared/middleware/failure.ts';
import { logger, logJob } from '../../shared/middleware/logger.ts';
import { validate } from '../../shared/middleware/validate.ts';
import { runJob } from './run-job.ts';

const message = z.strictObject({ jobId: z.uuid() });

/**
 * Seconds until a failed message is tried again: 5, 10, 20, … up to a minute, rather than the queue's whole visibility time-out.
 * None after its last attempt: the queue can put it with the dead letters at once, where someone is told of it.
 */
const backoff = (receives: number): number =>
  receives >= Number(requireEnvironment('MAX_ATTEMPTS')) ? 0 : Math.min(60, 5 * 2 ** (receives - 1));

/** Works on the job that a message names. False when the message must be delivered again. */
export async function takeMessage(record: SQSRecord, owner: string): Promise<boolean> {
  const receives = Number(record.attributes.ApproximateReceiveCount);
  try {
    const { jobId } = validate(message, parseBody(record.body), 'The message');
    logJob(jobId);
    await runJob(database(), jobId, owner);
    return true;
  } catch (error) {
    logger.error('the message failed', { messageId: record.messageId, receives, error: describeFailure(error) });
    await delayRedelivery('analysis-jobs', record.receiptHandle, backoff(receives)).catch((cause: unknown) => {
      logger.warn('redelivery could not be brought forward', { error: describeFailure(cause) });
    });
    return false;
  }
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
