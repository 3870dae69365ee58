import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { awsLimits } from '../target/aws-limits.ts';
import { readLetter, type DeadLetter } from './dead-letter.ts';

/** Seconds for which a letter that was looked at is seen by nobody else: a person reads them, and answers. */
const READING = 300;
const AT_ONCE = 10;

export interface LetterBox {
  /** Takes letters, at most `most`, for five minutes; the oldest first, as far as SQS keeps to that. */
  take: (most: number) => Promise<DeadLetter[]>;
  /** Leaves them where they are, to be seen again at once. */
  putBack: (letters: readonly DeadLetter[]) => Promise<void>;
  /** Sends one to a queue again and, when that is done, takes it out of here. */
  resend: (letter: DeadLetter, queueUrl: string) => Promise<void>;
  remove: (letter: DeadLetter) => Promise<void>;
  close: () => void;
}

/** The dead-letter queue `name` of the queue `of`. */
export async function openLetterBox(name: string, { of }: { of: string }): Promise<LetterBox> {
  const client = new SQSClient(awsLimits());
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
  const remove = async ({ receiptHandle: ReceiptHandle }: DeadLetter): Promise<void> => {
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  };
  return {
    take: async (most) => {
      const letters = new Map<string, DeadLetter>();
      for (let empty = 0; empty < 2 && letters.size < most;) {
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: Math.min(AT_ONCE, most - letters.size),
            MessageSystemAttributeNames: ['All'],
            MessageAttributeNames: ['All'],
            VisibilityTimeout: READING,
            // One long look: a short one asks only some of the servers that a queue is on.
            WaitTimeSeconds: 1,
          }),
        );
        empty = Messages.length === 0 ? empty + 1 : 0;
        for (const letter of Messages.flatMap((one) => readLetter(of, one) ?? []))
          letters.set(letter.messageId, letter);
      }
      return [...letters.values()].sort((a, b) => a.sentAt - b.sentAt);
    },
    putBack: async (letters) => {
      for (const { receiptHandle: ReceiptHandle } of letters) {
        await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
      }
    },
    // In this order: a death between the two sends it twice, which does no harm, and never loses it.
    resend: async (letter, to) => {
      const { body: MessageBody, attributes: MessageAttributes } = letter;
      await client.send(new SendMessageCommand({ QueueUrl: to, MessageBody, MessageAttributes }));
      await remove(letter);
    },
    remove,
    close: () => {
      client.destroy();
    },
  };
}
