import { AlexError, ConfigurationError, UnavailableError } from '../errors.ts';
import { remainingMilliseconds } from './deadline.ts';
import { retry } from './retry.ts';

export interface ServiceCall {
  /** What is asked for, as a person reads it: "The vector index". */
  what: string;
  /** The longest wait for one answer, milliseconds. */
  answerWithin: number;
  /** Waits before further tries, milliseconds; up to half of each is left out at random. */
  waits?: readonly number[];
}

/** Time of the invocation that is left for answering, milliseconds. */
const RESERVE = 500;
const WAITS = [100, 400, 1200];

/** Our own fault, in the deployment: no try helps. */
const MISCONFIGURED: readonly string[] = [
  'NotFoundException',
  'ResourceNotFoundException',
  'AccessDeniedException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
];

/**
 * One call of an AWS service that may be made twice without harm, within the invocation's deadline. Throttling and 5xx are
 * tried again; nothing else is. The client's own retries are to be off (`maxAttempts: 1`).
 *
 * @throws {ConfigurationError} where what is called is not there or may not be used
 * @throws {UnavailableError} where it does not answer, in time or at all
 * @throws {AlexError} not retryable, for what it refuses
 */
export async function callService<T>(
  { what, answerWithin, waits = WAITS }: ServiceCall,
  send: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  const attempt = () => {
    const left = Math.min(answerWithin, remainingMilliseconds() - RESERVE);
    return send(AbortSignal.timeout(Math.max(1, Math.floor(left))));
  };
  try {
    return await retry(attempt, { waits, isRetryable: isPassing, reserve: RESERVE, jitter: 0.5 });
  } catch (error) {
    throw asOurs(what, error);
  }
}

/** Whether a service says that it is busy or broken, and not that the request is wrong. */
export function isPassing(error: unknown): boolean {
  return isThrottling(error) || statusOf(error) >= 500;
}

const isThrottling = (error: unknown): boolean =>
  statusOf(error) === 429 || (error instanceof Error && /Throttl|TooManyRequests/.test(error.name));

function statusOf(error: unknown): number {
  const metadata: unknown = error instanceof Error && '$metadata' in error ? error.$metadata : null;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return 0;
  return Number(metadata.httpStatusCode);
}

function asOurs(what: string, error: unknown): AlexError {
  const kind = error instanceof Error ? error.name : 'no Error';
  if (MISCONFIGURED.includes(kind)) {
    return new ConfigurationError(`${what} cannot be used (${kind}). Is it deployed, and may the function use it?`);
  }
  const status = statusOf(error);
  if (status >= 400 && !isPassing(error)) {
    const message = `${what} refused what was asked (${kind}).`;
    return new AlexError(message, { code: 'refused_by_service', status: 502, retryable: false, cause: error });
  }
  return new UnavailableError(`${what} is not answering right now (${kind}).`, { cause: error });
}
