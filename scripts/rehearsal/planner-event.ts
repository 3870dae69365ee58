import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';

/** What SQS would hand to the planner, and what it answers: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
export const planner = {
  event: (jobId: string, messageId: string): SQSEvent => ({
    Records: [
      {
        messageId,
        receiptHandle: 'of-no-queue',
        body: JSON.stringify({ jobId }),
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: String(Date.now()),
          SenderId: 'smoke',
          ApproximateFirstReceiveTimestamp: String(Date.now()),
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:analysis-jobs',
        awsRegion: 'us-east-1',
      },
    ],
  }),
  answer: z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }),
} as const;
