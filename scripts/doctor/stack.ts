import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { leftoverCost } from '../deployment/leftover-costs.ts';
import { madeElsewhere } from '../deployment/made-already.ts';
import { readEnvFile } from '../target/env-file.ts';
import { variablesOf, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { TERRAFORM } from '../terraform/folder.ts';
import { halfMade } from '../terraform/half-made.ts';
import { lostState } from '../terraform/lost-state.ts';
import { terraformOutputs } from '../terraform/outputs.ts';
import { readState } from '../terraform/state.ts';
import { counted } from '../terminal/counted.ts';
import { lookAll, ok, problem, warning, type Finding } from './finding.ts';
import { usableChecks } from './usable.ts';

export interface Stack {
  project: string;
  /** Text of terraform.tfvars. */
  variables: string;
  /** The ARNs of what carries the project's tags; undefined where AWS does not take the credentials, or they are not the deployment's. */
  tagged: (() => Promise<readonly string[]>) | undefined;
}

/** Whether what is deployed is whole: Terraform's state, .env, and what the account has beside; where it is, whether it can be used. */
export async function examineStack({ project, variables, tagged }: Stack): Promise<Finding[]> {
  let outputs: DeploymentOutputs | undefined;
  const look = async (): Promise<ReturnType<typeof ok>> => {
    const whole = await thingsOfWhole(project, tagged);
    if (typeof whole !== 'number') return whole;
    outputs = await terraformOutputs();
    return told(whole, outputs);
  };
  const findings = await lookAll([{ name: 'deployment', look }]);
  return outputs === undefined || tagged === undefined
    ? findings
    : [...findings, ...(await lookAll(usableChecks(outputs, variables, project, tagged)))];
}

/** How many things are deployed; a finding where nothing is, or not all. */
async function thingsOfWhole(project: string, tagged: Stack['tagged']): Promise<ReturnType<typeof ok> | number> {
  const has = (file: string): boolean => existsSync(join(TERRAFORM, file));
  const lost = lostState();
  if (lost !== undefined) return problem(lost.says, ...lost.remedies);
  if (has('.terraform.tfstate.lock.info')) {
    return problem(
      'Terraform is at work on this deployment, or was killed while it was.',
      'Wait for it. If there is none: delete terraform/.terraform.tfstate.lock.info, then: npm run deploy',
    );
  }
  // With a backend.tf the state is elsewhere: what is there is not somebody else's because nobody has looked yet.
  if (!has('.terraform') && !has('terraform.tfstate') && !has('backend.tf')) return strangers(project, tagged);
  const state = await readState();
  if (state.resources.length === 0) return strangers(project, tagged);
  const unfinished = halfMade(state);
  return unfinished === undefined ? state.resources.length : problem(unfinished.says, ...unfinished.remedies);
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

/** Nothing is deployed from here: is anything from elsewhere, which would have the same names? */
async function strangers(project: string, tagged: Stack['tagged']): Promise<ReturnType<typeof ok>> {
  const nothing = ok('Nothing is deployed from this folder');
  let arns: readonly string[];
  try {
    arns = (await tagged?.()) ?? [];
  } catch {
    return nothing;
  }
  const elsewhere = madeElsewhere(project, arns);
  return elsewhere === undefined ? left(arns, nothing) : problem(elsewhere.says, ...elsewhere.remedies);
}

/** A key that waits to be deleted is in nobody's way, nor is a snapshot; a secret that waits keeps its name. */
function left(arns: readonly string[], nothing: ReturnType<typeof ok>): ReturnType<typeof ok> {
  if (arns.length === 0) return nothing;
  const says = `${nothing.says}; left of an earlier deployment: ${arns.map((arn) => `${arn} (${leftoverCost(arn)})`).join('; ')}`;
  if (!arns.some((arn) => arn.includes(':secretsmanager:'))) return ok(says);
  return warning(
    `${says}.`,
    'Yours? Free the name before you deploy: aws secretsmanager delete-secret --force-delete-without-recovery --secret-id ARN',
    'Somebody else’s? Choose another project in terraform/terraform.tfvars',
  );
}
