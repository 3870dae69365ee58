import { CommandError } from '../analysis/command-error.ts';
import { allOf } from '../terminal/all-of.ts';
import { profileNames } from './aws-profiles.ts';
import type { Account } from './current-account.ts';
import type { Variables } from './target.ts';

/** Variables of .env whose values name things of the deployment's own. An ARN of a model may be of anybody's account. */
const OWN = /^(?:DATABASE_(?:CLUSTER|SECRET)_ARN$|SECRET_ARN_|QUEUE_URL_|REPOSITORY_URL_)/;

/** Of an ARN, of a queue's address, of a repository of images. Buckets and AWS's own policies name no account. */
const ACCOUNT = /^(?:arn:[\w-]+:[\w-]*:[\w-]*:(\d{12}):|https?:\/\/[^/]+\/(\d{12})\/|(\d{12})\.dkr\.)/;

/** The accounts that these ARNs and addresses name, each once. */
export const accountsIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => ACCOUNT.exec(text)?.slice(1).find(Boolean) ?? [])),
];

/** In which account that is what .env names; none where nothing in it says so. Before there was ALEX_ACCOUNT, its ARNs did. */
export const accountsNamed = ({ ALEX_ACCOUNT: account, ...others }: Variables = {}): string[] =>
  account === undefined
    ? accountsIn(Object.entries(others).flatMap(([name, value]) => (OWN.test(name) ? [value] : [])))
    : [account];

/** What tells of a deployment: Terraform's state, or .env, which may be of an earlier day. */
export type Source = 'state' | '.env';

/**
 * What it means that the credentials are of another account than what is deployed, and what to do about it; undefined where they are
 * not, or nothing is deployed that names its account.
 *
 * @param deployed the accounts that what is deployed is in
 */
export function otherAccount(
  { account, arn }: Account,
  deployed: readonly string[],
  source: Source,
  environment: NodeJS.ProcessEnv = process.env,
): { says: string; remedies: string[] } | undefined {
  if (deployed.length === 0 || deployed.includes(account)) return undefined;
  const meant = `account ${allOf(deployed)}`;
  const what = source === 'state' ? 'what is deployed from here' : 'what .env names';
  return {
    says: `These AWS credentials are of account ${account} (${arn}), and ${what} is in ${meant}.`,
    remedies: [
      ...howToChange(meant, environment),
      source === 'state'
        ? `Do you want another deployment, in account ${account}? Make it from another clone of this repository: this one's state is of ${meant}`
        : 'If .env is of an earlier deployment, write it anew from what Terraform knows: npm run env',
    ],
  };
}

/** AWS's SDK goes by AWS_PROFILE, else by keys in the environment, else by the default profile. */
function howToChange(meant: string, environment: NodeJS.ProcessEnv): string[] {
  const { AWS_PROFILE: profile = '', AWS_ACCESS_KEY_ID: key = '' } = environment;
  const others = profileNames(environment).filter((name) => name !== (profile === '' ? 'default' : profile));
  const now =
    profile !== ''
      ? `AWS_PROFILE is "${profile}"`
      : key !== ''
        ? 'AWS_PROFILE is not set, and AWS_ACCESS_KEY_ID is'
        : 'AWS_PROFILE is not set, so the profile "default" counts';
  const there = others.length === 0 ? '' : `; other profiles here: ${others.join(', ')}`;
  return [
    `${now}. Set AWS_PROFILE to a profile of ${meant}${there}`,
    'macOS and Linux: export AWS_PROFILE=NAME   PowerShell: $env:AWS_PROFILE = "NAME"   Command Prompt: set AWS_PROFILE=NAME',
    'Which account a profile is of: aws sts get-caller-identity --profile NAME',
  ];
}

/** Refuses to go on with the credentials of another account. @throws {CommandError} naming both, AWS_PROFILE, and what to do */
export function refuseOtherAccount(account: Account, deployed: readonly string[], source: Source): void {
  const other = otherAccount(account, deployed, source);
  if (other !== undefined) throw new CommandError(`${other.says} Nothing was done.`, other.remedies);
}
