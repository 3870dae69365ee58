import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../analysis/command-error.ts';
import { ROOT } from '../laptop/paths.ts';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import { findLeftovers } from './leftovers.ts';

/**
 * Says what of a project is still in the account, and what it costs.
 *
 * @param rest where stage 1 stays, and only that: its group and policies, which are IAM's, are not what is left over
 * @returns the exit code
 */
export async function reportLeftovers(
  project: string,
  region: string,
  tell: (text: string) => void,
  rest: 'nothing stays' | 'permissions stay' = 'nothing stays',
): Promise<number> {
  try {
    const fleet = { functions: foldersIn('lambdas'), services: foldersIn('services') };
    const { ours: all, strangers } = await findLeftovers(project, region, fleet).catch((error: unknown) => {
      throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
    });
    const ours = rest === 'nothing stays' ? all : all.filter(({ arn }) => arn.split(':')[2] !== 'iam');
    if (ours.length === 0 && rest === 'permissions stay')
      tell(
        `Nothing else of ${project} is left in ${region}. Its bill ends within a day: npm run cost -- --actual --days 2`,
      );
    else if (ours.length === 0)
      tell(`Nothing of ${project} is left in ${region}. Its bill ends within a day: npm run cost -- --actual --days 2`);
    else tell(`Still in the account, though AWS may list for an hour what is gone already:`);
    for (const { arn, costs } of ours) tell(`- ${arn}: ${costs}`);
    if (strangers.length > 0)
      tell(`Named like ${project}'s, and of nothing in this folder. Is it somebody else's? Then leave it alone:`);
    for (const arn of strangers) tell(`- ${arn}`);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    tell(`What may be left could not be looked up (${error.message.replace(/\.$/, '')}).`);
    tell(`Look for the tag project=${project} in the console: Resource Groups, Tag Editor.`);
    return 0;
  }
}

/** Functions and services, by the names of their folders. */
const foldersIn = (room: string): string[] =>
  readdirSync(join(ROOT, room), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
