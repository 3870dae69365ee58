import { describe, expect, test } from '@jest/globals';
import { readLetter, type DeadLetter } from '../../../../scripts/dead-letters/dead-letter.ts';
import { describeLetter, outlookOf } from '../../../../scripts/dead-letters/describe-letter.ts';
import type { JobStatus } from '../../../../shared/schemas/job.ts';

const ID = '0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60';

function letter(queue: string, Body: string, more: object = {}): DeadLetter {
  const read = readLetter(queue, { MessageId: 'm', ReceiptHandle: 'r', Body, ...more });
  if (read === undefined) throw new Error('not read');
  return read;
}

describe('what sending a dead letter again would do', () => {
  const job = letter('analysis-jobs', JSON.stringify({ jobId: ID }));
  test.each([
    ['pending', false, 'resend'],
    ['running', false, 'resend'],
    ['failed', false, 'nothing'],
    ['failed', true, 'reopen'],
    ['completed', true, 'nothing'],
    ['partial', true, 'nothing'],
  ] as const)('a job that is %s (--reopen %s): %s', (status, reopen, prospect) => {
    expect(outlookOf(job, new Map([[ID, status]]), { reopen }).prospect).toBe(prospect);
  });

  test('a job that is gone is not sent; one that nobody can look up is', () => {
    expect(outlookOf(job, new Map(), { reopen: true }).prospect).toBe('nothing');
    expect(outlookOf(job, undefined, { reopen: false }).prospect).toBe('resend');
  });

  test("an invocation that failed is made again with what it got, by Lambda's record of it", () => {
    const failed = letter(
      'failed-events',
      JSON.stringify({
        version: '1.0',
        requestContext: {
          functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:alex-ingest:$LATEST',
          condition: 'RetriesExhausted',
        },
        requestPayload: { documents: [] },
        responsePayload: { errorMessage: 'no database' },
      }),
    );
    expect(failed.meaning).toMatchObject({
      kind: 'invocation',
      functionName: 'alex-ingest',
      payload: { documents: [] },
    });
    expect(outlookOf(failed, undefined, { reopen: false })).toMatchObject({
      prospect: 'invoke',
      says: expect.stringContaining('no database'),
    });
    // Nor can a function be invoked that was taken away since.
    expect(outlookOf(failed, undefined, { reopen: false, gone: new Set(['alex-ingest']) })).toMatchObject({
      prospect: 'nothing',
      says: expect.stringContaining('alex-ingest, which is not deployed any more'),
    });
  });

  test('a schedule is due again by itself, and what is of no known form is left alone', () => {
    const scheduled = letter('failed-events', '{}', {
      MessageAttributes: {
        SCHEDULE_ARN: { DataType: 'String', StringValue: 'arn:aws:scheduler:us-east-1:1:schedule/alex/sweeper' },
      },
    });
    expect(outlookOf(scheduled, undefined, { reopen: false })).toMatchObject({
      prospect: 'nothing',
      says: expect.stringContaining('sweeper'),
    });
    for (const body of ['', 'garbage', '{"jobId":"x"}', 'null', `{"jobId":"${ID}","more":1}`]) {
      for (const queue of ['analysis-jobs', 'failed-events']) {
        expect(outlookOf(letter(queue, body), undefined, { reopen: true }).prospect).toBe('nothing');
      }
    }
  });

  // Each queue has one taker, which alone knows what it takes.
  test.each([
    ['of another form', '{"person":"ada@example.com","week":"2026-47"}', {}],
    ['no JSON', 'plain words', {}],
    ['with a field called jobId', JSON.stringify({ jobId: ID }), {}],
    ["in the form of Lambda's records", '{"requestContext":{"functionArn":"a","condition":"c"}}', {}],
    ['with an attribute of schedules', '{}', { SCHEDULE_ARN: { DataType: 'String', StringValue: 'a/b' } }],
  ])("a message of somebody's own queue goes back to it, though it is %s", (_, body, MessageAttributes) => {
    const own = letter('digest-jobs', body, { MessageAttributes });
    for (const statuses of [undefined, new Map<string, JobStatus>()]) {
      expect(outlookOf(own, statuses, { reopen: false })).toEqual({ prospect: 'resend', says: `a message: ${body}` });
    }
  });

  test('a long body is cut, and what moves a cursor is not shown', () => {
    const { says } = outlookOf(letter('digest-jobs', `one\n\u001b[2J${'x'.repeat(500)}`), undefined, { reopen: false });
    expect(says).toMatch(/^a message: one \[2Jx+…$/);
    expect(says.length).toBeLessThan(80);
  });
});

test('a letter that nobody looked at before is not said to have been received by somebody else', () => {
  const seen = (count: string): string =>
    describeLetter(
      letter('analysis-jobs', 'x', { Attributes: { SentTimestamp: '0', ApproximateReceiveCount: count } }),
      {
        prospect: 'nothing',
        says: 'of no form',
      },
    );
  expect(seen('1')).toBe('  m  sent 1970-01-01T00:00:00.000Z  received 1 time, this look among them  of no form');
  expect(seen('3')).toContain('received 3 times, this look among them');
});
