import { AsyncLocalStorage } from 'node:async_hooks';
import { noSpan, type NewSpan, type OpenSpan, type Trace } from '../agents/trace.ts';
import { remainingMilliseconds } from '../aws/deadline.ts';
import { AlexError } from '../errors.ts';
import { logger } from './logger.ts';
import { takeTraceHeaders } from './trace-headers.ts';
import { isTracing, patienceIn } from './tracing-settings.ts';
import type { RecordedSpan, SpanRecorder } from './span-recorder.ts';

/** Milliseconds before its end that a function must have answered, spans or no spans. */
const MARGIN = 250;

const current = new AsyncLocalStorage<RecordedSpan>();
let loading: Promise<SpanRecorder | undefined> | undefined;

/**
 * Does some work inside a span of the job's trace: under the span around it, else under `parent`, else as the first of a new
 * trace. Nothing is loaded or recorded where no variable says where spans are to go. An error is marked by its kind alone.
 *
 * @param parent a `traceparent` from before this invocation
 * @example await inSpan({ name: 'process analysis-jobs', kind: 'consumer', parent: job.traceparent }, () => work(job));
 */
export async function inSpan<T>(
  { parent, ...span }: NewSpan & { parent?: string | null | undefined },
  work: (open: OpenSpan) => Promise<T>,
): Promise<T> {
  const recorder = isTracing(process.env) ? await (loading ??= load()) : undefined;
  if (recorder === undefined || recorder.isResting()) return work(noSpan);
  const around = current.getStore();
  const open = recorder.begin(span, around ?? parent ?? undefined);
  if (around === undefined) logger.appendKeys({ traceId: open.traceId });
  try {
    const done = await current.run(open, () => work(open));
    open.end();
    return done;
  } catch (error) {
    open.end(kindOf(error));
    throw error;
  }
}

/** For agents: spans under whatever is open here. */
export const trace: Trace = (span, work) => inSpan(span, work);

/** Where we stand, as W3C's `traceparent`, for whoever goes on with the trace; undefined where nothing is traced. */
export function currentTraceparent(): string | undefined {
  return current.getStore()?.traceparent;
}

/**
 * Sends what has ended, before the function returns and Lambda freezes it: for a second at most by default, and never beyond
 * the deadline. Never rejects; what could not be sent is dropped, and said in the log.
 */
export async function flushSpans(): Promise<void> {
  const recorder = await loading;
  if (recorder === undefined) return;
  const problem = await recorder.flush(Math.min(patienceIn(process.env), remainingMilliseconds() - MARGIN));
  if (problem !== undefined) logger.warn('the trace could not be sent', { reason: problem });
}

async function load(): Promise<SpanRecorder | undefined> {
  try {
    await takeTraceHeaders(process.env);
    const { spanRecorder } = await import('./span-recorder.ts');
    return spanRecorder(process.env, patienceIn(process.env));
  } catch (error) {
    logger.warn('tracing could not be begun', { reason: kindOf(error) });
    return undefined;
  }
}

function kindOf(error: unknown): string {
  if (error instanceof AlexError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}
