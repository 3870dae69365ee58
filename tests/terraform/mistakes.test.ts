// The checks bite: each of these mistakes, made in a copy, is found by the check that is there for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { laptopFleet, readFolders } from './laptop-fleet.ts';
import { mistakes, type Mistake } from './mistakes.ts';
import { missing, offlineTerraform, type OfflineTerraform } from './offline-terraform.ts';
import { plannedFleet, resourcesIn } from './planned-fleet.ts';
import { policyFindings } from './policy-rules.ts';
import { settings, variables } from './settings.ts';

const fleet = fileURLToPath(new URL('../fixtures/terraform/', import.meta.url));
const folders = readFolders(fleet);
const given = { ...variables(['researcher']), cloudtrail_data_events: true, vpc_endpoints: ['sqs'] };

async function check(terraform: OfflineTerraform, foundBy: Mistake['foundBy']): Promise<string> {
  if (foundBy === 'validate') return saidByFailure(await terraform.run('validate', '-no-color'));
  if (foundBy === 'plan') {
    writeFileSync(join(terraform.folder, 'terraform', 'test.auto.tfvars.json'), JSON.stringify(given));
    return saidByFailure(await terraform.run('plan', '-no-color', '-refresh=false'));
  }
  const shown = await terraform.apply(given);
  if (foundBy === 'rules') return (await policyFindings(terraform, shown, false)).join('\n');
  return differences(laptopFleet(folders, settings), plannedFleet(resourcesIn(shown), 'alex', settings));
}

const saidByFailure = ({ failed, text }: { failed: boolean; text: string }): string => (failed ? text : '');

/** What only one of them has, line by line. */
function differences(one: unknown, other: unknown): string {
  const lines = (value: unknown) => JSON.stringify(value, null, 1).split('\n');
  const [left, right] = [lines(one), lines(other)];
  const count = (all: string[], line: string) => all.filter((each) => each === line).length;
  const alone = (all: string[], others: string[]) => all.filter((line) => count(all, line) !== count(others, line));
  return [...new Set([...alone(left, right), ...alone(right, left)])].join('\n');
}

if (missing !== '') {
  test.skip(`Terraform's checks are not tried here (skipped: ${missing})`, () => undefined);
} else {
  describe('a check finds', () => {
    let terraform: OfflineTerraform;
    beforeAll(async () => {
      terraform = await offlineTerraform(fleet);
    }, 200_000);
    afterAll(() => terraform.stop());

    test.each(['validate', 'plan', 'laptop'] as const)(
      'nothing by %s without a mistake',
      async (foundBy) => {
        expect(await check(terraform, foundBy)).toBe('');
      },
      200_000,
    );

    test('none of these by the rules without a mistake', async () => {
      const findings = await check(terraform, 'rules');
      expect(mistakes.filter(({ foundBy, says }) => foundBy === 'rules' && says.test(findings))).toEqual([]);
    }, 200_000);

    test.each(mistakes)(
      '$name',
      async ({ file, from, to, foundBy, says }) => {
        const path = join(terraform.folder, file);
        const right = readFileSync(path, 'utf8');
        const wrong = right.replace(from, () => to);
        expect(wrong).not.toBe(right);
        writeFileSync(path, wrong);
        try {
          expect(await check(terraform, foundBy)).toMatch(says);
        } finally {
          writeFileSync(path, right);
        }
      },
      200_000,
    );
  });
}
