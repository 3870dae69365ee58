import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { UnavailableError } from '../errors.ts';
import { isPassing } from './call-service.ts';
import { nameFor, requireEnvironment } from './environment.ts';

let client: SQSClient | undefined;
const sqs = (): SQSClient =>
  (client ??= new SQSClient({
    maxAttempts: 3,
    // Without the last the SDK warns of an answer that does not come, and waits on.
    requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  }));

/**
 * Puts one JSON message on the queue that `send:QUEUE` gives access to.
 * @throws {UnavailableError} with the service's own words, where it answers that it cannot take it now
 */
export async function sendMessage(queue: string, body: unknown): Promise<void> {
  const QueueUrl = requireEnvironment(nameFor('QUEUE_URL', queue));
  try {
    await sqs().send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
  } catch (cause) {
    if (!isPassing(cause) || !(cause instanceof Error)) throw cause;
    throw new UnavailableError(`The queue ${queue} took no message: ${cause.message}`, { cause });
  }
}

/** Makes a received message visible again in `seconds` (0 to 43,200), instead of after the queue's whole visibility timeout. */
export async function delayRedelivery(queue: string, receiptHandle: string, seconds: number): Promise<void> {
  const QueueUrl = requireEnvironment(nameFor('QUEUE_URL', queue));
  const VisibilityTimeout = seconds;
  await sqs().send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }));
}
