import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { takeMessage } from './take-message.ts';

/** One message a batch; a message that could not be worked on stays on the queue, and ends in its dead-letter queue. */
export const handler = middy(async (event: SQSEvent, { awsRequestId }: Context): Promise<SQSBatchResponse> => {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const record of event.Records) {
    if (!(await takeMessage(record, awsRequestId))) batchItemFailures.push({ itemIdentifier: record.messageId });
  }
  return { batchItemFailures };
}, untilLambdaEnds).use(invocation());
