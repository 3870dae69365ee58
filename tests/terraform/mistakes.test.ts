// The checks bite: each of these mistakes, made in a copy, is found by the check that is there for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeFindings } from './changes.ts';
import { laptopFleet, readFolders } from './laptop-fleet.ts';
import { mistakes, type Mistake } from './mistakes.ts';
import { missing, offlineTerraform, type OfflineTerraform } from './offline-terraform.ts';
import { otherSettings, settingFindings, valuesOf } from './other-settings.ts';
import { outputFindings } from './outputs.ts';
import { ownFindings } from './own-rules.ts';
import { plannedFleet, resourcesIn } from './planned-fleet.ts';
import { policyFindings, unaccepted } from './policy-rules.ts';
import { renameFindings } from './renames.ts';
import { everything, settings, variables } from './settings.ts';
import { skippedHere } from './skipped.ts';
import { appRunnerFindings, writtenFindings } from './written/index.ts';
import { orderFindings } from './written/order.ts';
import { versionFindings } from './written/versions.ts';

const fleet = fileURLToPath(new URL('../fixtures/terraform/', import.meta.url));
const folders = readFolders(fleet);
const given = { ...variables(['researcher']), ...everything };
const others = otherSettings(folders, 'devalex');

/** Checks of what was made: they look at one and the same. */
const checksOfMade = ['own', 'written', 'exceptions', 'rules', 'laptop'] as const;
type CheckOfMade = (typeof checksOfMade)[number];

async function checkMade(terraform: OfflineTerraform, foundBy: CheckOfMade, shown: unknown): Promise<string> {
  if (foundBy === 'own') return [...ownFindings(resourcesIn(shown)), ...outputFindings(shown)].join('\n');
  // Routes are accepted one by one, and the small fleet has its own.
  if (foundBy === 'exceptions')
    return unaccepted(terraform, await policyFindings(terraform, shown))
      .filter((line) => !line.startsWith('CKV_AWS_309 '))
      .join('\n');
  if (foundBy === 'written') {
    const root = join(terraform.folder, 'terraform');
    return [...writtenFindings(resourcesIn(shown), true), ...versionFindings(root), ...orderFindings(root)].join('\n');
  }
  if (foundBy === 'rules') return (await policyFindings(terraform, shown)).join('\n');
  return differences(laptopFleet(folders, settings), plannedFleet(resourcesIn(shown), 'alex', settings));
}

async function check(terraform: OfflineTerraform, foundBy: Mistake['foundBy']): Promise<string> {
  if (foundBy === 'validate') return saidByFailure(await terraform.run('validate', '-no-color'));
  if (foundBy === 'plan') {
    writeFileSync(join(terraform.folder, 'terraform', 'test.auto.tfvars.json'), JSON.stringify(given));
    return saidByFailure(await terraform.run('plan', '-no-color', '-refresh=false'));
  }
  if (foundBy === 'settings') {
    const made = resourcesIn(await terraform.apply(valuesOf(others)));
    return [...settingFindings(made, others), ...appRunnerFindings(made)].join('\n');
  }
  const shown = await terraform.apply(given);
  if (foundBy === 'renames') return (await renameFindings(terraform)).join('\n');
  return foundBy === 'changes'
    ? (await changeFindings(terraform, given)).join('\n')
    : checkMade(terraform, foundBy, shown);
}

const saidByFailure = ({ failed, text }: { failed: boolean; text: string }): string => (failed ? text : '');

/** What only one of them has: each value with where it is, so that the order of fields is none. */
function differences(one: unknown, other: unknown): string {
  const leaves = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inside]) => leaves(inside, Array.isArray(value) ? path : `${path} ${key}`))
      : [`${path} ${String(value)}`];
  const [left, right] = [leaves(one), leaves(other)];
  return [...left.filter((leaf) => !right.includes(leaf)), ...right.filter((leaf) => !left.includes(leaf))].join('\n');
}

/**
 * Making everything takes seconds, so mistakes that one check of what is made finds are made together, each in a place of its own and
 * with a sentence of its own. MISTAKES_ALONE=1 makes each alone.
 */
function together(): { names: string; foundBy: Mistake['foundBy']; made: Mistake[] }[] {
  const checks = [...checksOfMade, 'changes', 'renames', 'settings'] as const;
  const single = mistakes.filter(
    ({ alone, foundBy }) =>
      alone === true || process.env.MISTAKES_ALONE === '1' || !checks.some((one) => one === foundBy),
  );
  const rest = mistakes.filter((mistake) => !single.includes(mistake));
  const groups = checks.map((one) => rest.filter(({ foundBy }) => foundBy === one));
  return [...single.map((mistake) => [mistake]), ...groups].flatMap((made) =>
    made[0] === undefined ? [] : [{ names: made.map(({ name }) => name).join('; '), foundBy: made[0].foundBy, made }],
  );
}

if (missing !== '') {
  skippedHere("Terraform's checks are not tried here");
} else {
  describe('a check finds', () => {
    let terraform: OfflineTerraform;
    let right: unknown;
    beforeAll(async () => {
      terraform = await offlineTerraform(fleet);
      right = await terraform.apply(given);
    }, 200_000);
    afterAll(() => terraform.stop());

    test.each(['own', 'written', 'exceptions', 'laptop'] as const)(
      'nothing by %s without a mistake',
      async (foundBy) => {
        expect(await checkMade(terraform, foundBy, right)).toBe('');
      },
    );

    test('none of these by the rules without a mistake', async () => {
      const findings = await checkMade(terraform, 'rules', right);
      expect(mistakes.filter(({ foundBy, says }) => foundBy === 'rules' && says.test(findings))).toEqual([]);
    });

    test('nothing by changes of what is there without a mistake', async () => {
      expect(await changeFindings(terraform, given)).toEqual([]);
    }, 200_000);

    test.each(['renames', 'validate', 'plan'] as const)(
      'nothing by %s without a mistake',
      async (foundBy) => {
        expect(await check(terraform, foundBy)).toBe('');
      },
      200_000,
    );

    test.each(together())(
      '$names',
      async ({ foundBy, made }) => {
        const before = new Map(made.map(({ file }) => [file, readFileSync(join(terraform.folder, file), 'utf8')]));
        try {
          for (const { file, from, to, name } of made) {
            const path = join(terraform.folder, file);
            const text = readFileSync(path, 'utf8');
            const after = text.replace(from, () => to);
            if (after === text) throw new Error(`${name}: ${file} has no longer what was to be replaced.`);
            writeFileSync(path, after);
          }
          const found = await check(terraform, foundBy);
          for (const { says } of made) expect(found).toMatch(says);
          // Without a mistake they are held to the product (fleet.test.ts); here nothing else may be found.
          if (foundBy === 'settings')
            expect(found.split('\n').filter((line) => !made.some(({ says }) => says.test(line)))).toEqual([]);
        } finally {
          for (const [file, text] of before) writeFileSync(join(terraform.folder, file), text);
        }
      },
      200_000,
    );
  });
}
