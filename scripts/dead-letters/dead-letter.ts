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
  /** What it was sent with, and goes with again. */
  readonly attributes: NonNullable<Message['MessageAttributes']>;
  readonly meaning: Meaning;
}

/** What a message is about: the queue that it comes from decides, as each queue has one taker. */
export type Meaning =
  /** The planner's: an analysis. */
  | { kind: 'job'; jobId: string }
  /** Of any other queue: what its taker takes. */
  | { kind: 'message' }
  /** An asynchronous invocation that failed for good, as Lambda's failure destination writes it. */
  | { kind: 'invocation'; functionName: string; condition: string; reason: string; payload: unknown }
  /** What a schedule could not start; it starts it anew when it is next due. */
  | { kind: 'schedule'; schedule: string; reason: string }
  /** Of no form that its queue's taker could do anything with. */
  | { kind: 'unknown' };

/** The queue whose messages name analyses. */
const ANALYSES = 'analysis-jobs';
/** Where Lambda and schedules put what failed for good; no function takes from it. */
const FAILED_EVENTS = 'failed-events';

/** As the planner takes it. */
const job = z.strictObject({ jobId: z.uuid() });
/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const invocation = z.object({
  requestContext: z.object({ functionArn: z.string(), condition: z.string() }),
  requestPayload: z.unknown(),
  responsePayload: z.object({ errorMessage: z.string().optional() }).nullish().catch(null),
});

/** Reads a message that was received with all of its attributes from the dead-letter queue of `queue`. */
export function readLetter(
  queue: string,
  { MessageId, ReceiptHandle, Body = '', Attributes = {}, MessageAttributes = {} }: Message,
): DeadLetter | undefined {
  if (MessageId === undefined || ReceiptHandle === undefined) return undefined;
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    sentAt: Number(Attributes.SentTimestamp ?? 0),
    receives: Number(Attributes.ApproximateReceiveCount ?? 0),
    attributes: MessageAttributes,
    meaning: meaningOf(queue, Body, MessageAttributes),
  };
}

function meaningOf(queue: string, body: string, attributes: DeadLetter['attributes']): Meaning {
  if (queue === FAILED_EVENTS) return ofSchedule(attributes) ?? ofInvocation(body);
  if (queue !== ANALYSES) return { kind: 'message' };
  const { data } = job.safeParse(parsed(body));
  return data === undefined ? { kind: 'unknown' } : { kind: 'job', jobId: data.jobId };
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html */
function ofSchedule(attributes: DeadLetter['attributes']): Meaning | undefined {
  const arn = attributes.SCHEDULE_ARN?.StringValue;
  if (arn === undefined) return undefined;
  return {
    kind: 'schedule',
    schedule: arn.slice(arn.lastIndexOf('/') + 1),
    reason: attributes.ERROR_MESSAGE?.StringValue ?? '',
  };
}

function ofInvocation(body: string): Meaning {
  const { data } = invocation.safeParse(parsed(body));
  if (data === undefined) return { kind: 'unknown' };
  const { functionArn, condition } = data.requestContext;
  const [, functionName = functionArn] = /:function:([^:]+)/.exec(functionArn) ?? [];
  const reason = data.responsePayload?.errorMessage ?? '';
  return { kind: 'invocation', functionName, condition, reason, payload: data.requestPayload };
}

/** Undefined where it is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
