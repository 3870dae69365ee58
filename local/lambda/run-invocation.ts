import { performance } from 'node:perf_hooks';
import type { ExecutionEnvironment, Outcome } from './execution-environment.ts';
import { failureOf } from './failure.ts';
import type { InvocationLog } from './invocation-log.ts';
import { ANSWER_BYTES } from './limits.ts';
import type { ErrorAnswer, InvocationEvent } from './protocol.ts';

/** What an invocation gives back. */
export interface InvocationAnswer {
  functionError?: 'Unhandled';
  payload: Buffer;
}

/**
 * Runs one event in an environment, from the loading of the module (where it is new) to the REPORT line. The function's
 * timeout begins after the loading, which has ten seconds of its own, as on AWS.
 */
export async function runInvocation(
  environment: ExecutionEnvironment,
  event: Omit<InvocationEvent, 'deadline'>,
  options: {
    warm: boolean;
    timeoutMilliseconds: number;
    memorySize: number;
    initMilliseconds: number;
    log: InvocationLog;
  },
): Promise<InvocationAnswer> {
  const { log, timeoutMilliseconds, initMilliseconds, memorySize } = options;
  environment.onLog = (text) => {
    log.line(text);
  };
  const born = performance.now();
  const init = options.warm ? ready : await environment.ready(initMilliseconds);
  const initDuration = options.warm ? undefined : performance.now() - born;
  log.start();
  const begun = performance.now();
  const outcome =
    init.type === 'ready'
      ? await environment.invoke({ ...event, deadline: Date.now() + timeoutMilliseconds }, timeoutMilliseconds)
      : init;
  const duration = performance.now() - begun;
  const limit = init.type === 'ready' ? timeoutMilliseconds : initMilliseconds;
  const { answer, failure } = answerTo(outcome, { requestId: event.requestId, timeoutMilliseconds: limit });
  for (const line of failure?.logLines ?? []) log.line(line);
  // What was asked for past the limit is never counted: the limit itself is what Lambda reports then.
  const isFull = outcome.type === 'outOfMemory';
  const maxMemoryUsed = isFull ? memorySize : Math.ceil(environment.memoryUsed / 1024 / 1024);
  log.end({ duration, initDuration, memorySize, maxMemoryUsed, ...failure?.report });
  return answer;
}

const ready: Outcome = { type: 'ready' };

function answerTo(
  outcome: Outcome,
  invocation: { requestId: string; timeoutMilliseconds: number },
): { answer: InvocationAnswer; failure?: ReturnType<typeof failureOf> } {
  if (outcome.type === 'ready') throw new Error('the environment answered an event with "ready"');
  if (outcome.type === 'error') return { answer: unhandled(outcome.error) };
  if (outcome.type !== 'result') {
    const failure = failureOf(outcome, invocation);
    return { answer: unhandled(failure.answer), failure };
  }
  const payload = Buffer.from(outcome.payload);
  return { answer: payload.length > ANSWER_BYTES ? unhandled(tooLarge) : { payload } };
}

const tooLarge: ErrorAnswer = {
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${ANSWER_BYTES} bytes).`,
};

function unhandled(error: ErrorAnswer): InvocationAnswer {
  return { functionError: 'Unhandled', payload: Buffer.from(JSON.stringify(error)) };
}
