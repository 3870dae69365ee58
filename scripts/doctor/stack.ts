import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { taggedArns } from '../deployment/leftovers.ts';
import { readEnvFile } from '../target/env-file.ts';
import { variablesOf, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { TERRAFORM, UNFINISHED } from '../terraform/folder.ts';
import { lostState } from '../terraform/lost-state.ts';
import { terraformOutputs } from '../terraform/outputs.ts';
import { readState } from '../terraform/state.ts';
import { counted } from '../terminal/counted.ts';
import { lookAll, ok, problem, warning, type Finding } from './finding.ts';
import { usableChecks } from './usable.ts';

export interface Stack {
  project: string;
  region: string;
  /** Text of terraform.tfvars. */
  variables: string;
  /** Whether AWS takes the credentials, and they are those of the deployment. */
  mayAsk: boolean;
}

/** Whether what is deployed is whole: Terraform's state, .env, and what the account has beside; where it is, whether it can be used. */
export async function examineStack({ project, region, variables, mayAsk }: Stack): Promise<Finding[]> {
  let outputs: DeploymentOutputs | undefined;
  const look = async (): Promise<ReturnType<typeof ok>> => {
    const whole = await thingsOfWhole(project, region, mayAsk);
    if (typeof whole !== 'number') return whole;
    outputs = await terraformOutputs();
    return told(whole, outputs);
  };
  const findings = await lookAll([{ name: 'deployment', look }]);
  return outputs === undefined || !mayAsk
    ? findings
    : [...findings, ...(await lookAll(usableChecks(outputs, variables)))];
}

/** How many things are deployed; a finding where nothing is, or not all. */
async function thingsOfWhole(
  project: string,
  region: string,
  mayAsk: boolean,
): Promise<ReturnType<typeof ok> | number> {
  const has = (file: string): boolean => existsSync(join(TERRAFORM, file));
  const lost = lostState();
  if (lost !== undefined) return problem(lost.says, ...lost.remedies);
  if (has('.terraform.tfstate.lock.info')) {
    return problem(
      'Terraform is at work on this deployment, or was killed while it was.',
      'Wait for it. If there is none: delete terraform/.terraform.tfstate.lock.info, then: npm run deploy',
    );
  }
  if (!has('.terraform') && !has('terraform.tfstate')) return strangers(project, region, mayAsk);
  const { resources, hasOutputs } = await readState();
  if (resources.length === 0) return strangers(project, region, mayAsk);
  const tainted = resources.filter((one) => one.tainted === true).map(({ address }) => address);
  if (tainted.length === 0 && hasOutputs && !existsSync(UNFINISHED)) return resources.length;
  return problem(
    `The deployment is half made: ${counted(resources.length, 'thing')} ${resources.length === 1 ? 'is' : 'are'} there${tainted.length > 0 ? `, of which ${tainted.join(', ')} did not succeed` : ', and what was begun is not finished'}.`,
    'Go on where it stopped: npm run deploy',
    'Or take down what is there, which costs money too: npm run destroy',
  );
}

function told(things: number, outputs: DeploymentOutputs | undefined): ReturnType<typeof ok> {
  const env = readEnvFile() ?? {};
  const stale = Object.entries(outputs === undefined ? {} : variablesOf(outputs)).filter(
    ([name, value]) => env[name] !== value,
  );
  if (stale.length > 0) {
    return warning(
      `.env says something else than what is deployed (${stale
        .map(([name]) => name)
        .slice(0, 4)
        .join(', ')} …).`,
      'npm run env',
    );
  }
  return ok(
    `${counted(things, 'thing')} ${things === 1 ? 'is' : 'are'} deployed, stages ${outputs?.stages.join(', ') ?? ''}`,
  );
}

/** Nothing was deployed from here: was anything from elsewhere, which would have the same names? */
async function strangers(project: string, region: string, mayAsk: boolean): Promise<ReturnType<typeof ok>> {
  const nothing = ok('Nothing is deployed from this folder');
  if (!mayAsk) return nothing;
  let arns: string[];
  try {
    arns = await taggedArns(project, region);
  } catch {
    return nothing;
  }
  if (arns.length === 0) return nothing;
  return problem(
    `Terraform knows of nothing here, and the account has ${counted(arns.length, 'thing')} of a project "${project}" already, such as ${arns[0] ?? ''}.`,
    'Deployed from another folder or machine? Go on there, or bring its terraform.tfstate here',
    'Somebody else? Choose another project in terraform/terraform.tfvars: project = "myalex", letters and digits',
  );
}
