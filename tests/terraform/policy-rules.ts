import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { KIT, said, type OfflineTerraform } from './offline-terraform.ts';
import { differences } from './written/written-list.ts';

/** What the kit's rules of security find in what was made, a line each, such as "CKV_AWS_27 module.sqs…: not encrypted". */
export async function policyFindings(terraform: OfflineTerraform, shown: unknown): Promise<string[]> {
  const file = join(terraform.folder, 'shown.json');
  writeFileSync(file, JSON.stringify(shown));
  const args = [join(KIT, 'policy-check.mjs'), file];
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

/**
 * What of these findings terraform/policy-exceptions.json does not accept. An exception is for the findings that it had when its reason
 * was written, and these stand in written/accepted.txt; of one that does not stand there, for a single finding. So neither a second
 * finding on the same resource goes unseen, nor an exception that nothing needs any longer.
 */
export function unaccepted(terraform: OfflineTerraform, findings: readonly string[]): string[] {
  const exceptions = readExceptions(terraform);
  const found = new Map<string, string[]>();
  for (const line of findings) {
    const [, key = line, what = ''] = /^(\S+ .+?): (.*)$/.exec(line) ?? [];
    found.set(key, [...(found.get(key) ?? []), sorted(what)]);
  }
  const written = differences('accepted.txt', found, (key) => key.includes(' module.permissions[0].'));
  const others = [...found].filter(([key]) => !key.includes(' module.permissions[0].'));
  return [
    ...written,
    ...[...found.keys()].filter((key) => exceptions[key] === undefined).map((key) => `${key}: no exception accepts it`),
    ...others.flatMap(([key, all]) => (all.length > 1 ? [`${key}: ${all.length} findings, and one is accepted`] : [])),
    ...Object.keys(exceptions)
      .filter((key) => !found.has(key))
      .map((key) => `${key}: accepted, and nothing is found`),
  ];
}

const readExceptions = ({ folder }: OfflineTerraform): Record<string, string> =>
  z
    .record(z.string(), z.string().min(20))
    .parse(JSON.parse(readFileSync(join(folder, 'terraform', 'policy-exceptions.json'), 'utf8')));

/** `wildcard action ecs:*,apprunner:*`: in whatever order AWS's JSON has them. */
const sorted = (what: string): string =>
  what.replace(/[\w-]+:[\w*]+(?:,[\w-]+:[\w*]+)+/, (actions) => actions.split(',').toSorted().join(' '));
