import { deniedBy, NOT_OPEN, NOT_OPEN_TO_ACCOUNT } from '../target/denied-by.ts';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import { homeOf, isNotKnownThere, regionNotEnabled } from '../target/region-not-enabled.ts';
import { problem, skipped } from './finding.ts';

const isDenied = (error: unknown): error is Error =>
  error instanceof Error && /^AccessDenied|^AuthorizationError|NotAuthorized/.test(error.name);

/** What may not be asked is no fault of the account, but where AWS says that it is the account that may not. The credentials are known to be good by then. */
export function unknown(error: unknown, region: string, action: string): ReturnType<typeof skipped> {
  if (error instanceof Error && NOT_OPEN.test(error.message)) {
    const [says, ...remedies] = NOT_OPEN_TO_ACCOUNT;
    return problem(`${says} It was asked for ${action}.`, ...remedies);
  }
  if (isDenied(error)) {
    const denial = deniedBy(error.message);
    const by = denial === undefined ? 'these credentials may not do' : `${denial.by} refuses`;
    return {
      ...skipped(`Cannot be told: ${by} ${action}`),
      denied: { action, ...(denial !== undefined && { denial }) },
    };
  }
  if (isNotKnownThere(error) && region !== homeOf(region)) return problem(...regionNotEnabled(region));
  throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
}
