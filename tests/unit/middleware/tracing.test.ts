import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startTraceCollector, type TraceCollector } from '../../setup/trace-collector.ts';

const variables = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TIMEOUT', 'OTEL_SDK_DISABLED'] as const;
const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

let collector: TraceCollector;
let recorders = 0;
beforeEach(async () => {
  collector = await startTraceCollector();
  recorders = 0;
  jest.resetModules();
});
afterEach(async () => {
  for (const name of variables) Reflect.deleteProperty(process.env, name);
  await collector.close();
});

/** The module as in a new execution environment, which counts how often OpenTelemetry is loaded. */
async function fresh() {
  const real = await import('../../../shared/middleware/span-recorder.ts');
  jest.unstable_mockModule('../../../shared/middleware/span-recorder.ts', () => {
    recorders += 1;
    return real;
  });
  const { beginDeadline } = await import('../../../shared/aws/deadline.ts');
  const { AgentError } = await import('../../../shared/errors.ts');
  return { ...(await import('../../../shared/middleware/tracing.ts')), beginDeadline, AgentError };
}

describe('tracing', () => {
  test('that is not configured, or switched off, loads nothing and opens no connection', async () => {
    const { inSpan, flushSpans, currentTraceparent } = await fresh();
    expect(await inSpan({ name: 'a', parent }, () => Promise.resolve(currentTraceparent()))).toBeUndefined();
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    process.env.OTEL_SDK_DISABLED = 'true';
    expect(await inSpan({ name: 'a' }, () => Promise.resolve(currentTraceparent()))).toBeUndefined();
    await flushSpans();
    expect([recorders, collector.connections()]).toEqual([0, 0]);
  });

  test('goes on with the trace that it is given, and begins one where that is none', async () => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    const { inSpan, flushSpans, currentTraceparent } = await fresh();
    const within = await inSpan({ name: 'outer', parent }, () =>
      inSpan({ name: 'inner', parent: 'ignored' }, () => Promise.resolve(currentTraceparent())),
    );
    await inSpan({ name: 'other', parent: '00-nonsense-01' }, () => Promise.resolve());
    await flushSpans();
    const [inner, outer, other] = ['inner', 'outer', 'other'].map((name) =>
      collector.spans.find((s) => s.name === name),
    );
    expect(outer).toMatchObject({ traceId: parent.slice(3, 35), parentSpanId: parent.slice(36, 52) });
    expect(inner).toMatchObject({ traceId: parent.slice(3, 35), parentSpanId: outer?.spanId });
    expect(within).toBe(`00-${parent.slice(3, 35)}-${inner?.spanId ?? ''}-01`);
    expect(other?.parentSpanId).toBeUndefined();
    expect(other?.traceId).not.toBe(outer?.traceId);
    expect([recorders, collector.requests.length]).toEqual([1, 1]);
  });

  test('sends nothing of a trace whose beginner does not record it', async () => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    const { inSpan, flushSpans, currentTraceparent } = await fresh();
    const unsampled = parent.replace(/01$/, '00');
    expect(await inSpan({ name: 'a', parent: unsampled }, () => Promise.resolve(currentTraceparent()))).toMatch(/-00$/);
    await flushSpans();
    expect(collector.connections()).toBe(0);
  });

  test('marks an error by its kind and throws it on, without a word of its message', async () => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    const { inSpan, flushSpans, AgentError } = await fresh();
    const own = new AgentError('secret sentence', { retryable: true });
    await expect(inSpan({ name: 'own' }, () => Promise.reject(own))).rejects.toBe(own);
    await expect(inSpan({ name: 'other' }, () => Promise.reject(new TypeError('secret')))).rejects.toThrow('secret');
    await flushSpans();
    expect(collector.spans.map(({ attributes }) => attributes['error.type'])).toEqual([own.code, 'TypeError']);
    expect(collector.requests.map(({ text }) => text).join()).not.toContain('secret');
  });

  test('waits for a collector that hangs as long as it is told, never beyond the deadline, and then leaves it alone', async () => {
    collector.answer('never');
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '4000';
    const { inSpan, flushSpans, beginDeadline } = await fresh();
    await inSpan({ name: 'a' }, () => Promise.resolve());
    beginDeadline(750);
    const began = performance.now();
    await flushSpans();
    expect(performance.now() - began).toBeLessThan(3500);
    await inSpan({ name: 'b' }, () => Promise.resolve());
    await flushSpans();
    expect(collector.requests).toHaveLength(1);
  });

  test.each([401, 500, 503])('does without a collector that answers %d', async (status) => {
    collector.answer(status);
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    const { inSpan, flushSpans } = await fresh();
    expect(await inSpan({ name: 'a' }, () => Promise.resolve(7))).toBe(7);
    await flushSpans();
    expect(collector.requests).toHaveLength(1);
  });

  test('does without a collector that is not there', async () => {
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    await collector.close();
    const { inSpan, flushSpans } = await fresh();
    expect(await inSpan({ name: 'a' }, () => Promise.resolve(7))).toBe(7);
    await flushSpans();
  });
});
