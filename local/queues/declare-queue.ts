import type { LambdaTrigger } from '../../shared/schemas/lambda-config.ts';
import type { QueueServer } from './queue-server.ts';

export type SqsTrigger = Extract<LambdaTrigger, { type: 'sqs' }>;

/** SQS allows no longer one: 12 hours. */
const longestVisibilitySeconds = 43_200;
/** A dead letter is kept as long as SQS can: 14 days, as it is to be looked at by a person. */
const deadLetterRetentionSeconds = 1_209_600;

/**
 * Makes a trigger's queue and its dead-letter queue NAME-dlq. The visibility timeout is six times the function's, as
 * AWS advises, so that a message is not received again while a slow invocation still works on it.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
export function declareQueue(server: QueueServer, trigger: SqsTrigger, functionTimeoutSeconds: number): void {
  const deadLetters = `${trigger.queue}-dlq`;
  server.declareQueue(deadLetters, { MessageRetentionPeriod: String(deadLetterRetentionSeconds) });
  server.declareQueue(trigger.queue, {
    VisibilityTimeout: String(Math.min(6 * functionTimeoutSeconds, longestVisibilitySeconds)),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: server.queueArn(deadLetters),
      maxReceiveCount: trigger.maxReceives,
    }),
  });
}
