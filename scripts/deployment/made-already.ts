import type { Account } from '../target/current-account.ts';
import { whyUnasked } from '../target/ask-by-hand.ts';
import { namesDeployment, readEnvFile } from '../target/env-file.ts';
import { accountsNamed, otherAccount } from '../target/other-account.ts';
import { counted } from '../terminal/counted.ts';
import type { PulledState } from '../terraform/pull-state.ts';
import { taggedArns } from './leftovers.ts';

/** A sentence, and what to do about it. */
interface Told {
  says: string;
  remedies: string[];
}

/** What a deployment that is destroyed leaves: what is deleted days later, and a snapshot that was asked for. One that is there has more. */
const STAYS = /^arn:[\w-]+:(?:kms:|secretsmanager:|rds:.*:cluster-snapshot:)/;

const ELSEWHERE = 'Deployed from another folder or machine? Go on there, or bring its terraform.tfstate here';

/** What it means that Terraform knows of nothing here while something has the project's tags; undefined where that is what a deployment leaves. */
export function madeElsewhere(project: string, arns: readonly string[]): Told | undefined {
  const there = arns.filter((arn) => !STAYS.test(arn));
  if (there.length === 0) return undefined;
  return {
    says: `Terraform knows of nothing here, and the account has ${counted(there.length, 'thing')} of a project "${project}" already, such as ${there[0] ?? ''}.`,
    remedies: [
      ELSEWHERE,
      'Destroyed within the last hour? AWS may list what is gone for as long. Then go on: npm run deploy',
      'Somebody else? Choose another project in terraform/terraform.tfvars: project = "myalex", letters and digits',
    ],
  };
}

/** Where a deployment goes, and what Terraform knows there. */
export interface Beginning {
  caller: Account;
  state: Pick<PulledState, 'version' | 'things'>;
  project: string;
  region: string;
}

/**
 * Whether what is to be deployed is there already, though Terraform knows of nothing, as its state is lost or in another folder: it would
 * make a second network, and second APIs and keys, before it met the first name that is taken. .env knows, and so do the tags.
 *
 * @returns what to say of it, and whether only a person who has read that may go on; undefined where nothing is known to be there
 */
export async function madeAlready(
  { caller, state, project, region }: Beginning,
  tell: (text: string) => void,
): Promise<(Told & { isToBeAsked: boolean }) | undefined> {
  if (state.things > 0) return undefined;
  const named = namedByEnv(caller);
  let tagged: Told | undefined;
  try {
    tagged = madeElsewhere(project, await taggedArns(project, region));
  } catch (error) {
    tell(`Whether the account has things of a project "${project}" already could not be told (${whyUnasked(error)}).`);
  }
  const told = [named, tagged].filter((one) => one !== undefined);
  if (told.length === 0) return undefined;
  return {
    says: told.map(({ says }) => says).join(' '),
    remedies: [...new Set(told.flatMap(({ remedies }) => remedies))],
    // A state in which nothing is left is of what was destroyed here, and AWS lists that for an hour.
    isToBeAsked: named !== undefined || state.version === '',
  };
}

/** What .env says is deployed: `npm run destroy` takes that out of it. */
function namedByEnv(caller: Account): Told | undefined {
  const env = readEnvFile();
  if (!namesDeployment(env)) return undefined;
  const accounts = accountsNamed(env);
  const other = otherAccount(caller, accounts, '.env');
  if (other !== undefined) return other;
  const { ALEX_STAGES: stages, AWS_REGION: region } = env;
  const what = stages === undefined ? 'what was deployed' : `what was deployed (${stages.split(' ').join(', ')})`;
  const where = [accounts.length === 0 ? [] : `account ${accounts.join(', ')}`, region ?? []].flat().join(', ');
  return {
    says: `Terraform knows of nothing here, and .env names ${what}${where === '' ? '' : ` in ${where}`}: it would be made a second time, and what is there would go on costing.`,
    remedies: [ELSEWHERE, 'Is all of it gone? Then go on: npm run deploy, which asks, and writes .env anew'],
  };
}
