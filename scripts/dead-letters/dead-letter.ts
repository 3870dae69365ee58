import type { Message } from '@aws-sdk/client-sqs';
import * as z from 'zod';

/** A message that could not be done with, as it lies in its queue. */
export interface DeadLetter {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** When it was first sent, milliseconds since 1970. */
  readonly sentAt: number;
  readonly receives: number;
  readonly meaning: Meaning;
}

/** What a message is about. */
export type Meaning =
  /** The planner's: an analysis. */
  | { kind: 'job'; jobId: string }
  /** An asynchronous invocation that failed for good, as Lambda's failure destination writes it. */
  | { kind: 'invocation'; functionName: string; condition: string; reason: string; payload: unknown }
  /** What a schedule could not start; it starts it anew when it is next due. */
  | { kind: 'schedule'; schedule: string; reason: string }
  /** Of no known form. */
  | { kind: 'unknown' };

const job = z.object({ jobId: z.uuid() });
/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const invocation = z.object({
  requestContext: z.object({ functionArn: z.string(), condition: z.string() }),
  requestPayload: z.unknown(),
  responsePayload: z.object({ errorMessage: z.string().optional() }).nullish().catch(null),
});

/** Reads a message that was received with all of its system attributes. */
export function readLetter({
  MessageId,
  ReceiptHandle,
  Body = '',
  Attributes = {},
  MessageAttributes = {},
}: Message): DeadLetter | undefined {
  if (MessageId === undefined || ReceiptHandle === undefined) return undefined;
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    sentAt: Number(Attributes.SentTimestamp ?? 0),
    receives: Number(Attributes.ApproximateReceiveCount ?? 0),
    meaning: ofSchedule(MessageAttributes) ?? meaningOf(Body),
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html */
function ofSchedule(attributes: NonNullable<Message['MessageAttributes']>): Meaning | undefined {
  const arn = attributes.SCHEDULE_ARN?.StringValue;
  if (arn === undefined) return undefined;
  return {
    kind: 'schedule',
    schedule: arn.slice(arn.lastIndexOf('/') + 1),
    reason: attributes.ERROR_MESSAGE?.StringValue ?? '',
  };
}

function meaningOf(body: string): Meaning {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { kind: 'unknown' };
  }
  const asJob = job.safeParse(value);
  if (asJob.success) return { kind: 'job', jobId: asJob.data.jobId };
  const { data } = invocation.safeParse(value);
  if (data === undefined) return { kind: 'unknown' };
  const { functionArn, condition } = data.requestContext;
  const [, functionName = functionArn] = /:function:([^:]+)/.exec(functionArn) ?? [];
  const reason = data.responsePayload?.errorMessage ?? '';
  return { kind: 'invocation', functionName, condition, reason, payload: data.requestPayload };
}
