import { outputsFrom, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { halfMade } from '../terraform/half-made.ts';
import { logGroupsIn } from '../terraform/log-groups.ts';
import { attribute, readState } from '../terraform/state.ts';
import { readVariablesFile, textVariable } from '../terraform/variables-file.ts';

/** What is there, and what to say of it where it is not all that was to be. */
export interface SoFar {
  /** Undefined where nothing is deployed. */
  outputs: DeploymentOutputs | undefined;
  unfinished: ReturnType<typeof halfMade>;
}

/**
 * What is deployed, by Terraform's state. Outputs are written at the end, and those not at all that something depends on which failed:
 * of a deployment that stopped half-way the state itself tells where things log, as their log is what says why.
 *
 * @throws {CommandError} where Terraform cannot be asked, or its state is lost
 */
export async function deployedSoFar(): Promise<SoFar> {
  const state = await readState();
  const unfinished = halfMade(state);
  const known = outputsFrom(state.outputs);
  if (unfinished === undefined)
    return { outputs: state.outputs.environment === undefined ? undefined : known, unfinished };
  const logGroups = logGroupsIn(state.resources);
  const [, region] =
    state.resources
      .filter(({ type }) => type === 'aws_cloudwatch_log_group')
      .map((group) => /^arn:[\w-]+:logs:([^:]+):/.exec(attribute(group, 'arn') ?? ''))
      .find((found) => found !== null) ?? [];
  const environment = {
    AWS_REGION: region ?? textVariable(readVariablesFile().text, 'region') ?? 'us-east-1',
    ...known.environment,
  };
  return { outputs: { ...known, environment, log_groups: logGroups }, unfinished };
}
