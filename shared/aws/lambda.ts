import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AgentError } from '../errors.ts';
import { remainingMilliseconds } from './deadline.ts';
import { nameFor, requireEnvironment } from './environment.ts';

let client: LambdaClient | undefined;
/**
 * No retries: an invocation that times out on this side may still be running on the other. The request timeout is Lambda's
 * longest run; each call is cut earlier, by the caller's own deadline.
 */
const lambda = (): LambdaClient =>
  (client ??= new LambdaClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, requestTimeout: 900_000 },
  }));

interface FunctionErrorPayload {
  errorType?: string;
  errorMessage?: string;
}

/**
 * Invokes another function and waits for its answer. Throws an AgentError that says what the function said;
 * retryable when Lambda throttled the call, the connection broke off, its time ran out, or the function's process died. `cause` is the name of the
 * function's own error.
 */
export async function invokeFunction(name: string, payload: unknown): Promise<unknown> {
  const FunctionName = requireEnvironment(nameFor('FUNCTION_NAME', name));
  const left = remainingMilliseconds();
  const abortSignal = Number.isFinite(left) ? AbortSignal.timeout(Math.max(1, Math.floor(left - 2000))) : undefined;
  const command = new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(payload)) });
  const answer = await lambda()
    .send(command, abortSignal ? { abortSignal } : {})
    .catch((cause: unknown) => {
      const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
      throw new AgentError(`Could not invoke ${name} (${detail})`, { retryable: isPassing(cause), cause });
    });
  const text = answer.Payload === undefined ? '' : Buffer.from(answer.Payload).toString('utf8');
  if (answer.FunctionError !== undefined) {
    const { errorType = 'Error', errorMessage = 'no message' } = JSON.parse(text || '{}') as FunctionErrorPayload;
    const retryable = ['Sandbox.Timedout', 'Runtime.ExitError', 'UnavailableError', 'ConflictError'].includes(
      errorType,
    );
    throw new AgentError(`${name} failed: ${errorMessage}`, { retryable, cause: errorType });
  }
  return text === '' ? null : JSON.parse(text);
}

/** A connection that was kept and has been closed meanwhile, as after a freeze. Whether the function ran, its step's lease knows. */
const BROKEN_OFF = /socket hang up|\bECONNRESET\b|\bEPIPE\b/;

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isThrottled = ['TooManyRequestsException', 'ServiceException', 'EC2ThrottledException'].includes(error.name);
  return isThrottled || BROKEN_OFF.test(error.message);
}
