import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KIT, said, type OfflineTerraform } from './offline-terraform.ts';

/**
 * What the kit's rules of security find in what was made, less what is accepted: a line each, such as
 * "CKV_AWS_27 module.sqs…: not encrypted".
 *
 * @param exceptions false: without terraform/policy-exceptions.json, for a fleet that is not the checkout's own
 */
export async function policyFindings(
  terraform: OfflineTerraform,
  shown: unknown,
  exceptions: boolean,
): Promise<string[]> {
  const file = join(terraform.folder, 'shown.json');
  writeFileSync(file, JSON.stringify(shown));
  const accepted = join(terraform.folder, 'terraform', 'policy-exceptions.json');
  const args = [join(KIT, 'policy-check.mjs'), file, ...(exceptions && existsSync(accepted) ? [accepted] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((error: unknown) => {
    // It fails where it finds something, having said what.
    const output = said.safeParse(error);
    if (output.success) return output.data;
    throw error;
  });
  return stdout
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
