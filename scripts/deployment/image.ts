import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeImagesCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { awsLimits } from '../target/aws-limits.ts';
import { CommandError } from '../analysis/command-error.ts';
import { ROOT } from '../laptop/paths.ts';
import type { PackedService } from '../packaging/package-services.ts';
import { docker } from './docker.ts';

export interface Image {
  /** The folder of services/. */
  service: string;
  /** ACCOUNT.dkr.ecr.REGION.amazonaws.com/PROJECT/SERVICE */
  repositoryUrl: string;
  tag: string;
}

/** A tag by what goes into the image: the same sources are the same image, and another one gets another tag. */
export function tagOf({ name, sha256 }: PackedService): string {
  const hash = createHash('sha256').update(sha256);
  // The lock pins what the image installs besides.
  for (const file of [join('services', name, 'Dockerfile'), 'package-lock.json'])
    hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

/** The tag of an image that is built anew of the same sources on a day, with what its base and its packages have become by then. */
export const renewedTag = (tag: string, day: Date): string =>
  `${tag}-${day.toISOString().slice(0, 10).replaceAll('-', '')}`;

/** Whether a tag is of these sources, built first or anew. */
export const isTagOf = (tag: string, sources: string): boolean => tag === sources || tag.startsWith(`${sources}-`);

/** Whether the repository has it. */
export async function isPushed({ repositoryUrl, tag }: Image, region: string): Promise<boolean> {
  const repositoryName = repositoryUrl.slice(repositoryUrl.indexOf('/') + 1);
  try {
    await new ECRClient({ region, ...awsLimits() }).send(
      new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: tag }] }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ImageNotFoundException') return false;
    throw error;
  }
}

/**
 * Builds an image for x86-64, on which AWS runs it, and pushes it.
 *
 * @param renew whether its base and its packages are fetched anew, and not taken from what Docker has kept of an earlier build
 * @throws {CommandError} with the last that Docker said
 */
export async function buildAndPush(
  { service, repositoryUrl, tag }: Image,
  region: string,
  renew: boolean,
): Promise<void> {
  const reference = `${repositoryUrl}:${tag}`;
  const build = [
    'build',
    ...(renew ? ['--pull', '--no-cache'] : []),
    '--platform',
    'linux/amd64',
    '-f',
    `services/${service}/Dockerfile`,
    '-t',
    reference,
    '.',
  ];
  await step('build the image', build, [
    'It fetches packages and Chromium: connect this machine to the internet, and see that its disk has 3 GB of room',
    'On an Apple machine: switch Rosetta emulation on in the settings of Docker Desktop',
  ]);
  const registry = repositoryUrl.slice(0, repositoryUrl.indexOf('/'));
  const { authorizationData: [granted] = [] } = await new ECRClient({ region, ...awsLimits() }).send(
    new GetAuthorizationTokenCommand(),
  );
  const [user = 'AWS', password = ''] = Buffer.from(granted?.authorizationToken ?? '', 'base64')
    .toString()
    .split(':');
  await step('sign in to the repository', ['login', '--username', user, '--password-stdin', registry], [], password);
  try {
    await step('push the image', ['push', reference], ['Try again: what arrived is not sent twice']);
  } finally {
    await docker(['logout', registry]);
  }
}

async function step(
  doing: string,
  args: readonly string[],
  remedies: readonly string[],
  input?: string,
): Promise<void> {
  const { code, output } = await docker(args, input === undefined ? { show: true } : { input });
  if (code === 0) return;
  const said = output.trimEnd().split('\n').slice(-8);
  throw new CommandError(`Docker could not ${doing}.`, [
    ...remedies,
    'Docker said:',
    ...said.map((line) => `  ${line}`),
  ]);
}
