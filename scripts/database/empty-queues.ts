import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { awsLimits } from '../target/aws-limits.ts';
import type { Target } from '../target/target.ts';

/** Empties the queues: their messages name jobs that are gone. Dead letters stay: they are for a person to look at. */
export async function emptyQueues({ queueUrls }: Pick<Target, 'queueUrls'>): Promise<void> {
  const client = new SQSClient(awsLimits({ maxAttempts: 5 }));
  try {
    for (const QueueUrl of Object.values(queueUrls)) {
      await client.send(new PurgeQueueCommand({ QueueUrl })).catch((error: unknown) => {
        // SQS purges a queue once a minute at most; somebody just did.
        if (!(error instanceof Error) || error.name !== 'PurgeQueueInProgress') throw error;
      });
    }
  } finally {
    client.destroy();
  }
}
