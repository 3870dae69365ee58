import { DeleteMessageBatchCommand, ReceiveMessageCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import { setTimeout as delay } from 'node:timers/promises';

import { invocationFailure, payloadText, type Invoker, type ReportProblem } from '../invoker.ts';
import { failedMessages } from './batch-response.ts';
import { sqsEvent } from './sqs-event.ts';

export interface EventSourceOptions {
  client: SQSClient;
  invoker: Invoker;
  functionName: string;
  queueUrl: string;
  queueArn: string;
  region: string;
  /** Messages an invocation gets at most, 1-10. */
  batchSize: number;
  /** Invocations at the same time at most. */
  maximumConcurrency: number;
  /** Ends the queue server's long polls: a stopping mapping would otherwise wait for its own. */
  releasePolls: () => void;
  onProblem: ReportProblem;
}

export interface EventSource {
  /**
   * Takes no more messages; resolves when the running invocations have ended, or after `graceMilliseconds`. What is
   * then still running has its message back in the queue at the next start.
   */
  stop(graceMilliseconds: number): Promise<void>;
}

/** The longest SQS allows. */
const longPollSeconds = 20;
const backOffMilliseconds = 1_000;
/** Polls are released again and again while stopping, as one may just be on its way to the server; then cut. */
const releaseMilliseconds = 20;
const lastPollMilliseconds = 1_000;

/**
 * Lambda's event source mapping: receives from a queue by long poll, invokes a function with what came, deletes what
 * the function has done. What it has not done stays in flight until its visibility timeout ends and is then received
 * again, or goes to the dead-letter queue by the queue's own redrive policy.
 */
export function startEventSource(options: EventSourceOptions): EventSource {
  const { client, queueUrl, onProblem } = options;
  const running = new Set<Promise<void>>();
  const polls = new AbortController();
  let stopping = false;
  /** What still ran was given up, and is ended by whoever stops: its message comes again, which is no problem. */
  let givenUp = false;
  const whileWanted: EventSourceOptions = {
    ...options,
    onProblem: (message, cause) => {
      if (!givenUp) onProblem(message, cause);
    },
  };

  const receive = async (): Promise<Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: options.batchSize,
      WaitTimeSeconds: longPollSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    const { Messages } = await client.send(command, { abortSignal: polls.signal });
    return Messages ?? [];
  };

  const poll = async (): Promise<void> => {
    while (!stopping) {
      if (running.size >= options.maximumConcurrency) {
        await Promise.race(running);
        continue;
      }
      try {
        const messages = await receive();
        if (messages.length === 0) continue;
        const delivery = deliver(messages, whileWanted).finally(() => running.delete(delivery));
        running.add(delivery);
      } catch (error) {
        if (polls.signal.aborted) return;
        onProblem(`${options.functionName}: receiving from ${queueUrl} failed`, error);
        await delay(backOffMilliseconds, undefined, { ref: false });
      }
    }
  };

  const polling = poll();
  return {
    stop: async (graceMilliseconds) => {
      stopping = true;
      options.releasePolls();
      const release = setInterval(options.releasePolls, releaseMilliseconds);
      const cut = setTimeout(() => {
        polls.abort();
      }, lastPollMilliseconds);
      const over = new AbortController();
      const ended = polling.then(() => Promise.all(running));
      await Promise.race([ended, delay(graceMilliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
      givenUp = true;
      over.abort();
      clearInterval(release);
      clearTimeout(cut);
      polls.abort();
    },
  };
}

async function deliver(messages: Message[], options: EventSourceOptions): Promise<void> {
  const { functionName, onProblem } = options;
  try {
    const result = await options.invoker.invoke(functionName, JSON.stringify(sqsEvent(messages, options)));
    const failure = invocationFailure(result);
    if (failure !== undefined) {
      onProblem(`${functionName}: ${describe(messages)} stays in the queue: ${failure}`);
      return;
    }
    const ids = messages.map((message) => message.MessageId ?? '');
    const { failed, malformed } = failedMessages(payloadText(result), ids);
    if (malformed !== undefined) onProblem(`${functionName}: ${describe(messages)} stays in the queue: ${malformed}`);
    await remove(
      messages.filter((message) => !failed.has(message.MessageId ?? '')),
      options,
    );
  } catch (error) {
    onProblem(`${functionName}: delivering ${describe(messages)} failed`, error);
  }
}

async function remove(messages: Message[], options: EventSourceOptions): Promise<void> {
  if (messages.length === 0) return;
  const { Failed } = await options.client.send(
    new DeleteMessageBatchCommand({
      QueueUrl: options.queueUrl,
      Entries: messages.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle })),
    }),
  );
  for (const entry of Failed ?? []) {
    options.onProblem(`${options.functionName}: message ${entry.Id ?? ''} was not deleted: ${entry.Message ?? ''}`);
  }
}

function describe(messages: readonly Message[]): string {
  return messages.length === 1 ? `message ${messages[0]?.MessageId ?? ''}` : `a batch of ${messages.length} messages`;
}
