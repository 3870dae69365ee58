import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { didYouMean } from '../terraform/did-you-mean.ts';

/**
 * Why the profile that AWS_PROFILE names gives no credentials: what is wrong, then what to do about it. AWS's SDK says only that it found
 * none anywhere.
 *
 * @returns undefined where no profile is named
 */
export function profileTrouble(
  environment: NodeJS.ProcessEnv = process.env,
): readonly [string, ...string[]] | undefined {
  const named = environment.AWS_PROFILE ?? '';
  if (named === '') return undefined;
  const there = profileNames(environment);
  if (there.includes(named)) return [`The AWS profile "${named}", which AWS_PROFILE names, gives no credentials.`];
  return [
    `There is no AWS profile "${named}", which AWS_PROFILE names.`,
    ...didYouMean([named], there),
    there.length === 0 ? 'There are none on this machine' : `There are: ${there.join(', ')}`,
  ];
}

/** How whoever has single sign-on signs in: to the profile that AWS_PROFILE names, where there is that one. */
export function signIn(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment.AWS_PROFILE ?? '';
  if (named === '' || !profileNames(environment).includes(named))
    return 'With single sign-on: aws sso login --profile NAME, and set AWS_PROFILE to that name';
  return `With single sign-on: aws sso login --profile ${/^[\w.-]+$/.test(named) ? named : `"${named}"`}`;
}

/** The profiles of ~/.aws/config and ~/.aws/credentials, or of the files that AWS's own variables name. */
export function profileNames(environment: NodeJS.ProcessEnv): string[] {
  const sections = (given: string | undefined, name: string, section: RegExp): string[] => {
    const file = given ?? join(homedir(), '.aws', name);
    return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(section)].map(([, profile = '']) => profile) : [];
  };
  return [
    ...new Set([
      ...sections(environment.AWS_CONFIG_FILE, 'config', /^[ \t]*\[[ \t]*(?:profile[ \t]+)?"?([^\]\s"]+)"?[ \t]*\]/gm),
      ...sections(environment.AWS_SHARED_CREDENTIALS_FILE, 'credentials', /^[ \t]*\[[ \t]*"?([^\]"]+?)"?[ \t]*\]/gm),
    ]),
  ].toSorted();
}
