import type { Outcome } from './execution-environment.ts';
import type { InvocationReport } from './invocation-log.ts';
import type { ErrorAnswer } from './protocol.ts';

/** An invocation that did not answer: what the caller gets, what the log says, and how REPORT names it. */
export interface Failure {
  answer: ErrorAnswer;
  logLines: string[];
  report: Pick<InvocationReport, 'status' | 'errorType'>;
}

/** The words Lambda uses when an environment ended under an invocation, or could not begin it. */
export function failureOf(
  outcome: Exclude<Outcome, { type: 'ready' | 'result' | 'error' }>,
  invocation: { requestId: string; timeoutMilliseconds: number },
): Failure {
  const { requestId } = invocation;
  switch (outcome.type) {
    case 'timeout': {
      const seconds = (invocation.timeoutMilliseconds / 1000).toFixed(2);
      const message = `${new Date().toISOString()} ${requestId} Task timed out after ${seconds} seconds`;
      return {
        answer: { errorType: 'Sandbox.Timedout', errorMessage: message },
        logLines: [message],
        report: { status: 'timeout' },
      };
    }
    case 'outOfMemory':
      return exited(requestId, 'Runtime exited with error: signal: killed', 'Runtime.OutOfMemory');
    case 'exit':
      return exited(
        requestId,
        outcome.exitCode === 0
          ? 'Runtime exited without providing a reason'
          : `Runtime exited with error: exit status ${outcome.exitCode}`,
        'Runtime.ExitError',
      );
    case 'fatal':
      return {
        answer: outcome.error,
        logLines: [],
        report: { status: 'error', errorType: outcome.error.errorType },
      };
  }
}

function exited(requestId: string, reason: string, reported: string): Failure {
  const errorMessage = `RequestId: ${requestId} Error: ${reason}`;
  return {
    answer: { errorType: 'Runtime.ExitError', errorMessage },
    logLines: [`${errorMessage}\nRuntime.ExitError`],
    report: { status: 'error', errorType: reported },
  };
}
