import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import { skipped } from './finding.ts';

/** A doctor does not wait long. */
export const SHORT = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true },
};

const isDenied = (error: unknown): boolean => error instanceof Error && /^AccessDenied|NotAuthorized/.test(error.name);

/** What may not be asked is no fault of the account. */
export function unknown(error: unknown, region: string, action: string): ReturnType<typeof skipped> {
  if (isDenied(error)) return { ...skipped(`Cannot be told: these credentials may not do ${action}`), denied: action };
  throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
}
