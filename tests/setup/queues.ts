// A queue from outside: what is in it, and putting messages in.
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { TestFleet } from './fleet.ts';
import { eventually } from './eventually.ts';

const QUEUE = 'analysis-jobs';

const urlOf = ({ fleet }: TestFleet, queue: string): string => fleet.queueUrl(QUEUE).replace(/[^/]*$/, queue);

/** Sends messages at the same moment. */
export async function sendTogether(test: TestFleet, bodies: readonly string[]): Promise<void> {
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  await test.sqs.send(new SendMessageBatchCommand({ QueueUrl: urlOf(test, QUEUE), Entries }));
}

/** Resolves when no more than `but` messages wait or are in flight. */
export function queueIsEmpty(test: TestFleet, { but }: { but: number }): Promise<void> {
  return eventually(async () => {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const command = new GetQueueAttributesCommand({
      QueueUrl: urlOf(test, QUEUE),
      AttributeNames: [...AttributeNames],
    });
    const { Attributes = {} } = await test.sqs.send(command);
    const counts = AttributeNames.map((name) => Number(Attributes[name]));
    const sum = counts.reduce((total, count) => total + count, 0);
    if (!(sum <= but)) throw new Error(`messages waiting, in flight: ${counts.join(', ')}`);
  }, 30_000);
}

/** The bodies in the dead-letter queue, which are left there. */
export async function deadLetters(test: TestFleet): Promise<string[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: urlOf(test, `${QUEUE}-dlq`),
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 0,
  });
  const { Messages = [] } = await test.sqs.send(command);
  return Messages.map(({ Body }) => Body ?? '');
}
