import { TraceFlags } from '@opentelemetry/api';
import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';

/** Milliseconds that a collector is left alone after it has failed: waiting for it costs every invocation. */
const REST = 60_000;
/** Spans kept at the most; a job has some dozens. */
const MOST = 2048;

/**
 * Keeps ended spans until they are sent, and sends them when asked to and at no other time: a request that a timer had begun
 * would be cut off by Lambda's freeze.
 */
export class EndedSpans implements SpanProcessor {
  readonly #exporter: SpanExporter;
  #spans: ReadableSpan[] = [];
  #restUntil = 0;

  constructor(exporter: SpanExporter) {
    this.#exporter = exporter;
  }

  onStart(): void {
    // A span is kept when it has ended.
  }

  onEnd(span: ReadableSpan): void {
    const sampled = (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
    if (sampled && this.#spans.length < MOST) this.#spans.push(span);
  }

  isResting(): boolean {
    return Date.now() < this.#restUntil;
  }

  /**
   * Sends all that has ended, waiting `milliseconds` at most. Sent or not, they are gone.
   *
   * @returns why they were not taken, without a word of the collector's own; undefined where they were, or nothing was there
   */
  async send(milliseconds: number): Promise<string | undefined> {
    const spans = this.#spans.splice(0);
    if (spans.length === 0) return undefined;
    const problem = milliseconds < 1 ? 'no time was left' : await this.#export(spans, milliseconds);
    if (problem !== undefined) this.#restUntil = Date.now() + REST;
    return problem;
  }

  async forceFlush(): Promise<void> {
    await this.send(REST);
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  #export(spans: ReadableSpan[], milliseconds: number): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(`no answer within ${Math.round(milliseconds)} ms`);
      }, milliseconds);
      this.#exporter.export(spans, (sent) => {
        clearTimeout(timer);
        resolve(problemOf(sent));
      });
    });
  }
}

/** The collector's status or the system's error code, e.g. "HTTP 401", "ECONNREFUSED". */
function problemOf({ code, error }: ExportResult): string | undefined {
  if (code === ExportResultCode.SUCCESS) return undefined;
  const of: unknown = error !== undefined && 'code' in error ? error.code : undefined;
  if (typeof of === 'number') return `HTTP ${of}`;
  return typeof of === 'string' ? of : 'the collector did not take it';
}
