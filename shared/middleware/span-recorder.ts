// Everything of OpenTelemetry that runs; a file of its own in the zip, loaded by tracing.ts only where spans go somewhere. So it
// imports nothing that keeps a state, of which there would be two.
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace as traces, TraceFlags, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import type { NewSpan, OpenSpan } from '../agents/trace.ts';
import { EndedSpans } from './ended-spans.ts';
import { readTraceparent, writeTraceparent } from './traceparent.ts';

/** Milliseconds that the exporter's own time-out is shorter than ours, so that its request is over when we stop waiting. */
const LEEWAY = 250;

export interface RecordedSpan extends OpenSpan {
  readonly traceId: string;
  readonly traceparent: string;
  readonly context: Context;
  /** @param errorType of what ended it; absent: it went well */
  end(errorType?: string): void;
}

export interface SpanRecorder {
  /** @param parent a span of this process, or a `traceparent`; without one a new trace begins */
  begin(span: NewSpan, parent: RecordedSpan | string | undefined): RecordedSpan;
  /** Sends what has ended. @returns why it was not taken, in a few words; undefined where it was, or nothing was there */
  flush(milliseconds: number): Promise<string | undefined>;
  /** Whether the collector has just failed, and is left alone for a while. */
  isResting(): boolean;
}

const kinds = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/**
 * Records spans and sends them as OTLP to where OTEL_EXPORTER_OTLP_ENDPOINT and the variables beside it say. Nothing is asked
 * of the machine: a host's or a user's name is nobody's business.
 */
export function spanRecorder(
  { AWS_LAMBDA_FUNCTION_NAME: name = 'none' }: Readonly<Record<string, string | undefined>>,
  patience: number,
): SpanRecorder {
  // A connection of its own each time: a kept one does not outlive Lambda's freeze.
  const exporter = new OTLPTraceExporter({ timeoutMillis: Math.max(1, patience - LEEWAY), keepAlive: false });
  const ended = new EndedSpans(exporter);
  const given = detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] });
  const resource = resourceFromAttributes({ 'service.name': 'alex', 'faas.name': name }).merge(given);
  const tracer = new TracerProvider({ resource, spanProcessors: [ended] }).getTracer('alex');
  return {
    begin: ({ name: called, kind = 'internal', attributes = {} }, parent) => {
      const from = contextOf(parent);
      const span = tracer.startSpan(called, { kind: kinds[kind], attributes }, from);
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        traceId,
        traceparent: writeTraceparent({ traceId, spanId, sampled: (traceFlags & TraceFlags.SAMPLED) !== 0 }),
        context: traces.setSpan(from, span),
        set: (more) => void span.setAttributes(more),
        end: (errorType) => {
          if (errorType !== undefined) {
            span.setStatus({ code: SpanStatusCode.ERROR });
            span.setAttribute('error.type', errorType);
          }
          span.end();
        },
      };
    },
    flush: (milliseconds) => ended.send(milliseconds),
    isResting: () => ended.isResting(),
  };
}

function contextOf(parent: RecordedSpan | string | undefined): Context {
  if (typeof parent === 'object') return parent.context;
  const place = parent === undefined ? undefined : readTraceparent(parent);
  if (place === undefined) return ROOT_CONTEXT;
  const { traceId, spanId, sampled } = place;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return traces.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
