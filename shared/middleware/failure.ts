import { isResuming } from '../aws/rds-data.ts';
import { AlexError, UnavailableError } from '../errors.ts';

export interface Failure {
  name: string;
  message: string;
  /** Where in the code. */
  frames: string[];
  cause?: Failure;
}

/**
 * An error as it may be logged: a failed statement without its parameters and PostgreSQL's details, for both carry what a
 * person owns.
 */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error))
    return { name: typeof error, message: 'something that is no Error was thrown', frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message: withoutData(wordsOf(error)),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeFailure(error.cause) }),
  };
}

/** A connection that was tried at several addresses has no message of its own, only those of each. */
function wordsOf(error: Error): string {
  if (error.message !== '') return error.message;
  const each: unknown[] = error instanceof AggregateError ? error.errors : [];
  const words = each.map((one) => (one instanceof Error ? one.message : '')).filter((one) => one !== '');
  if (words.length > 0) return [...new Set(words)].join('; ');
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A statement of a thousand rows names its parameters in 100 KB. */
const LONGEST_MESSAGE = 4000;

/** Drizzle ends its message in "params: …"; PostgreSQL says the row at fault after "Detail: ". */
function withoutData(message: string): string {
  const bare = message.replace(/\nparams: [\s\S]*$/, '').replace(/Detail: .*?(?=; SQLState|$)/gs, 'Detail: withheld');
  return bare.length > LONGEST_MESSAGE ? `${bare.slice(0, LONGEST_MESSAGE)} …` : bare;
}

/** The reason that a person is told: our own errors are sentences for them; any other is in the log. */
export function reasonFor(error: unknown): string {
  return asAlexError(error).message;
}

/** An error as it may leave a function: our own as they are; any other carries what a person owns, or means nothing to them. */
export function asAlexError(error: unknown): AlexError {
  if (error instanceof AlexError) return error;
  if (causes(error).some(isResuming)) {
    return new UnavailableError('The database is waking up.', { retryAfter: 15, cause: error });
  }
  if (causes(error).some(isDiskFull)) {
    return new UnavailableError('The disk that holds the database is full: free some space there, and try again.', {
      cause: error,
    });
  }
  const message = 'An unexpected error; the log says more.';
  return new AlexError(message, { code: 'internal', status: 500, retryable: true, cause: error });
}

/** PostgreSQL's disk_full, as the Data API ends its message with it. */
const isDiskFull = (error: unknown): boolean => error instanceof Error && error.message.includes('SQLState: 53100');

/** The error and what it was caused by: Drizzle wraps what the driver threw. */
function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
