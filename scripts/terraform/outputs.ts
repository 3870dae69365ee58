import { readOutputs, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { explainTerraformFailure } from './explain-failure.ts';
import { SAME } from './known-failures.ts';
import { refuseLostState } from './lost-state.ts';
import { runTerraform } from './run-terraform.ts';

/** What Terraform says of what is deployed; undefined where nothing is. @throws {CommandError} where it cannot be asked, or its state is lost */
export async function terraformOutputs(): Promise<DeploymentOutputs | undefined> {
  refuseLostState();
  const ended = await runTerraform(['output', '-json', '-no-color']);
  if (ended.code !== 0) throw explainTerraformFailure(ended, 'say what is deployed', { again: SAME });
  return readOutputs(ended.stdout);
}
