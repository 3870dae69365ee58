import { RDSDataClient, type RDSDataClientConfig } from '@aws-sdk/client-rds-data';
import { retry } from './retry.ts';

/** Aurora Serverless pauses at 0 ACU; a first call then throws this for up to half a minute, and the SDK does not retry it. */
export const isResuming = (error: unknown): boolean =>
  error instanceof Error && error.name === 'DatabaseResumingException';

/** The Data API ends a statement after 45 s. Without the last the SDK warns of an answer that does not come, and waits on. */
const LIMITS = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3000, requestTimeout: 50_000, throwOnRequestTimeout: true },
};
const RESUMING_WAITS = [50, 2000, 5000, 10_000, 15_000, 20_000];

/**
 * A Data API client that waits for a paused database to wake, within the invocation's deadline. Statements are not
 * idempotent in general, so nothing else is retried beyond the SDK's own rule for throttling and lost connections.
 */
export function createRdsDataClient(
  limits: Pick<RDSDataClientConfig, 'maxAttempts' | 'requestHandler'> = LIMITS,
): RDSDataClient {
  const client = new RDSDataClient(limits);
  client.middlewareStack.add(
    (next) => (args) => retry(() => next(args), { waits: RESUMING_WAITS, isRetryable: isResuming }),
    { step: 'initialize', name: 'waitForResumingDatabase', priority: 'low' },
  );
  return client;
}
