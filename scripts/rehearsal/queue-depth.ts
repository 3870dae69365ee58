import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { awsLimits } from '../target/aws-limits.ts';
import type { Target } from '../target/target.ts';

/** Messages in the dead-letter queue of a queue, about (SQS says no more); undefined where it is not known. */
export async function deadLettersOf({ deadLetterQueues }: Target, queue: string): Promise<number | undefined> {
  const QueueName = deadLetterQueues[queue];
  if (QueueName === undefined) return undefined;
  const client = new SQSClient(awsLimits());
  try {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  } finally {
    client.destroy();
  }
}
