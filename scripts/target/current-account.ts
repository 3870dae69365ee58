import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { awsLimits } from './aws-limits.ts';
import { CommandError } from '../analysis/command-error.ts';
import { explainAwsFailure, NOT_AWS } from './explain-aws-failure.ts';
import { homeOf, isNotKnownThere, regionNotEnabled } from './region-not-enabled.ts';

export interface Account {
  account: string;
  /** Who the credentials are: a user, or a role with its session. */
  arn: string;
  /** The account's root user, who may do everything and should do nothing every day. */
  isRoot: boolean;
}

/** Whose AWS credentials these are. @throws {CommandError} where there are none, AWS does not take them, or not in that region */
export async function currentAccount(region: string): Promise<Account> {
  const { isEnabled, ...account } = await accountFrom(region);
  if (isEnabled) return account;
  const [message, ...remedies] = regionNotEnabled(region);
  throw new CommandError(message, remedies);
}

/** The same, and whether the account has the region enabled. @throws {CommandError} where there are none, or AWS does not take them */
export async function accountFrom(region: string): Promise<Account & { isEnabled: boolean }> {
  const home = homeOf(region);
  try {
    return { ...(await callerIn(region)), isEnabled: true };
  } catch (error) {
    // A region that the account has not enabled says the same of good credentials as of bad ones.
    const known = isNotKnownThere(error) && region !== home ? await callerIn(home).catch(() => undefined) : undefined;
    if (known !== undefined) return { ...known, isEnabled: false };
    throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
  }
}

async function callerIn(region: string): Promise<Account> {
  const client = new STSClient({ region, ...awsLimits() });
  const { Account: account = '', Arn: arn = '' } = await client.send(new GetCallerIdentityCommand());
  if (account === '') {
    const [message, ...remedies] = NOT_AWS;
    throw new CommandError(message, remedies);
  }
  return { account, arn, isRoot: arn.endsWith(':root') };
}
