import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSMessageAttribute, SQSMessageAttributes, SQSRecord, SQSRecordAttributes } from 'aws-lambda';

/**
 * The event a function gets for a batch of received messages.
 * Format: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event
 */
export function sqsEvent(messages: readonly Message[], source: { queueArn: string; region: string }): SQSEvent {
  return { Records: messages.map((message) => record(message, source)) };
}

function record(message: Message, source: { queueArn: string; region: string }): SQSRecord {
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: systemAttributes(message),
    messageAttributes: messageAttributes(message),
    ...(message.MD5OfMessageAttributes === undefined ? {} : { md5OfMessageAttributes: message.MD5OfMessageAttributes }),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: source.queueArn,
    awsRegion: source.region,
  };
}

function systemAttributes(message: Message): SQSRecordAttributes {
  const given = message.Attributes ?? {};
  return {
    ...given,
    ApproximateReceiveCount: given.ApproximateReceiveCount ?? '1',
    SentTimestamp: given.SentTimestamp ?? '',
    SenderId: given.SenderId ?? '',
    ApproximateFirstReceiveTimestamp: given.ApproximateFirstReceiveTimestamp ?? '',
  };
}

function messageAttributes(message: Message): SQSMessageAttributes {
  const attributes: SQSMessageAttributes = {};
  for (const [name, value] of Object.entries(message.MessageAttributes ?? {})) attributes[name] = attribute(value);
  return attributes;
}

function attribute(value: MessageAttributeValue): SQSMessageAttribute {
  return {
    ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
    ...(value.BinaryValue === undefined ? {} : { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
    stringListValues: [],
    binaryListValues: [],
    dataType: dataType(value.DataType),
  };
}

/** The declared types of an event allow `String`, `Number` and `Binary`; a custom suffix (`Number.float`) is passed on. */
function dataType(type: string | undefined): SQSMessageAttribute['dataType'] {
  return type ?? 'String';
}
