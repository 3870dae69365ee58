import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import { awsLimits } from '../target/aws-limits.ts';
import { isOverasked } from '../target/explain-aws-failure.ts';
import { functionIn } from '../target/function-arn.ts';
import { counted } from '../terminal/counted.ts';
import { ok, skipped, warning, type Check } from './finding.ts';

export interface Names {
  project: string;
  region: string;
  /** The names of the functions' folders. */
  folders: readonly string[];
  /** The names of the functions that Terraform's state has. */
  made: ReadonlySet<string>;
  /** The ARNs of what carries the project's tags. */
  tagged: () => Promise<readonly string[]>;
}

/**
 * Whether functions of somebody else have names that begin as Alex's do: who may deploy Alex may change their code, and so do what their
 * roles may. (Roles themselves are known by their path.) A name says nothing of whose a function is: ours are those that Terraform's
 * state has, or that carry our tags.
 */
export const nameChecks = (names: Names): Check[] => [{ name: 'names', look: () => look(names) }];

async function look({ project, region, folders, made, tagged }: Names): Promise<ReturnType<typeof ok>> {
  let others: string[];
  try {
    others = (await functionsNamed(`${project}-`, region)).filter((name) => !made.has(name));
  } catch (error) {
    if (isOverasked(error)) throw error;
    return skipped(
      `Whether others have functions named ${project}-... could not be told`,
      'Look yourself: console, Lambda, Functions; or again with credentials that may do lambda:ListFunctions',
    );
  }
  if (others.length > 0) {
    const ours = await functionsOf(tagged);
    others = others.filter((name) => !ours.has(name));
  }
  if (others.length === 0) return ok(`No function of somebody else is named ${project}-...`);
  const isOne = others.length === 1;
  const taken = others.filter((name) => folders.includes(name.slice(project.length + 1)));
  return warning(
    `${counted(others.length, 'function')} that ${isOne ? 'was' : 'were'} not deployed from here ${isOne ? 'has a name' : 'have names'} of Alex's: ${listed(others)}. Whoever may deploy Alex may change ${isOne ? 'it' : 'them'}${taken.length === 0 ? '' : `, and what is deployed by the same name fails (${listed(taken)})`}.`,
    'Not yours? Before you deploy, choose another project in terraform/terraform.tfvars: letters and digits, with which nothing in the account begins',
    'Yours? Then delete what you do not need of it: console, Lambda, Functions',
  );
}

/** None where who asks may not see what is tagged. */
async function functionsOf(tagged: Names['tagged']): Promise<ReadonlySet<string | undefined>> {
  try {
    return new Set((await tagged()).map(functionIn));
  } catch (error) {
    if (isOverasked(error)) throw error;
    return new Set();
  }
}

async function functionsNamed(prefix: string, region: string): Promise<string[]> {
  const found: string[] = [];
  const client = new LambdaClient({ region, ...awsLimits() });
  for await (const { Functions = [] } of paginateListFunctions({ client }, {}))
    found.push(...Functions.flatMap(({ FunctionName: name = '' }) => (name.startsWith(prefix) ? [name] : [])));
  return found;
}

const listed = (names: readonly string[]): string => `${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}`;
