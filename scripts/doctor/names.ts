import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import { awsLimits } from '../target/aws-limits.ts';
import { isOverasked } from '../target/explain-aws-failure.ts';
import { ok, skipped, warning, type Check } from './finding.ts';

/**
 * Whether functions of somebody else have names that begin as Alex's do: who may deploy Alex may change their code, and so do what their
 * roles may. (Roles themselves are known by their path.)
 *
 * @param own the names of the functions' folders
 */
export const nameChecks = (project: string, region: string, own: readonly string[]): Check[] => [
  { name: 'names', look: () => names(project, region, own) },
];

async function names(project: string, region: string, own: readonly string[]): Promise<ReturnType<typeof ok>> {
  const others: string[] = [];
  try {
    for await (const { Functions = [] } of paginateListFunctions(
      { client: new LambdaClient({ region, ...awsLimits() }) },
      {},
    )) {
      others.push(
        ...Functions.flatMap(({ FunctionName: name = '' }) => (name.startsWith(`${project}-`) ? [name] : [])),
      );
    }
  } catch (error) {
    if (isOverasked(error)) throw error;
    return skipped(
      `Whether others have functions named ${project}-... could not be told`,
      'Before you deploy stage 1, look yourself: console, Lambda, Functions; or again with credentials that may do lambda:ListFunctions',
    );
  }
  const strange = others.filter((name) => !own.includes(name.slice(project.length + 1)));
  if (strange.length === 0) return ok(`No function of somebody else is named ${project}-...`);
  return warning(
    `${strange.length === 1 ? 'A function' : 'Functions'} of no folder here ${strange.length === 1 ? 'has' : 'have'} a name of Alex's: ${strange.slice(0, 4).join(', ')}. Whoever may deploy Alex may change ${strange.length === 1 ? 'it' : 'them'}.`,
    `Not yours? Before you deploy stage 1, choose another project in terraform/terraform.tfvars: letters and digits, with which nothing in the account begins`,
    'Yours, of an earlier deployment? Then it goes with the next: npm run deploy',
  );
}
