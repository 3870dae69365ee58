import { describe, expect, test } from '@jest/globals';
import { takeTraceHeaders } from '../../../shared/middleware/trace-headers.ts';

const secret = {
  SECRET_ARN_TRACE_HEADERS: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/trace-headers-AbCdEf',
};
const never = () => Promise.reject(new Error('must not be read'));

describe('the headers that a collector wants', () => {
  test('come from the secret to where OpenTelemetry looks', async () => {
    const variables: Record<string, string | undefined> = { ...secret };
    await takeTraceHeaders(variables, () => Promise.resolve({ headers: 'Authorization=Basic%20abc' }));
    expect(variables.OTEL_EXPORTER_OTLP_HEADERS).toBe('Authorization=Basic%20abc');
  });

  test('are not read where they are set, or where there is no secret for them', async () => {
    const set: Record<string, string | undefined> = { ...secret, OTEL_EXPORTER_OTLP_HEADERS: 'a=b' };
    await takeTraceHeaders(set, never);
    expect(set.OTEL_EXPORTER_OTLP_HEADERS).toBe('a=b');
    const none: Record<string, string | undefined> = {};
    await takeTraceHeaders(none, never);
    expect(none).toEqual({});
  });

  test('that are not in the secret are an error, and nothing is sent without them', async () => {
    await expect(takeTraceHeaders({ ...secret }, () => Promise.resolve({ key: 'x' }))).rejects.toThrow();
  });
});
