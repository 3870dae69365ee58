import * as z from 'zod';
import { CommandError } from '../analysis/command-error.ts';
import { INSTALL_TERRAFORM, runTerraform } from './run-terraform.ts';

/** As terraform/terraform.tf requires it: the first whose lock of a state in S3 is a file. */
export const LEAST: readonly [number, number] = [1, 11];

const answer = z.object({ terraform_version: z.string() });

/** Terraform's version, e.g. `1.11.4`. @throws {CommandError} where there is no Terraform, or what is there is none */
export async function terraformVersion(): Promise<string> {
  const { stdout } = await runTerraform(['version', '-json']);
  try {
    return answer.parse(JSON.parse(stdout)).terraform_version;
  } catch (error) {
    throw new CommandError('The program that should be Terraform does not say its version.', INSTALL_TERRAFORM, error);
  }
}

/** Whether a version will do. */
export function isRecentEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** @throws {CommandError} where Terraform is missing or too old */
export async function needTerraform(): Promise<void> {
  const version = await terraformVersion();
  if (isRecentEnough(version)) return;
  throw new CommandError(`Terraform ${version} is too old: ${LEAST.join('.')} or later is needed.`, INSTALL_TERRAFORM);
}
