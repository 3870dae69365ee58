import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { explainAwsFailure } from './explain-aws-failure.ts';

export interface Account {
  account: string;
  /** Who the credentials are: a user, or a role with its session. */
  arn: string;
  /** The account's root user, who may do everything and should do nothing every day. */
  isRoot: boolean;
}

/** Whose AWS credentials these are. @throws {CommandError} where there are none, or AWS does not take them */
export async function currentAccount(region: string): Promise<Account> {
  try {
    const { Account: account = '', Arn: arn = '' } = await new STSClient({ region }).send(
      new GetCallerIdentityCommand(),
    );
    return { account, arn, isRoot: arn.endsWith(':root') };
  } catch (error) {
    throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
  }
}
