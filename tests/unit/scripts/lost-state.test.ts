// Terraform takes an empty state for "nothing is deployed": what tells such a one from one of which everything was destroyed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lostState } from '../../../scripts/terraform/lost-state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-state-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const stateOf = (count: number, lineage = 'a'): string =>
  JSON.stringify({
    version: 4,
    lineage,
    resources: [{ mode: 'data' }, ...Array.from({ length: count }, () => ({ mode: 'managed' }))],
  });
const said = () => lostState(folder);

test('a block of which there are several counts as several, as with the doctor', () => {
  write('terraform.tfstate', '');
  const resources = [
    { mode: 'managed', instances: [{}, {}, {}] },
    { mode: 'managed', instances: [{}] },
  ];
  write('terraform.tfstate.backup', JSON.stringify({ lineage: 'a', resources }));
  expect(said()?.says).toContain('has 4 things in it');
});

describe('a state is whole', () => {
  test.each([
    ['before anything is deployed', undefined, undefined],
    ['after the first apply', stateOf(3), undefined],
    ['after another', stateOf(4), stateOf(3)],
    ['after everything was destroyed', stateOf(0), stateOf(3)],
    ['with a copy that is empty', stateOf(3), ''],
    ['when there was never anything in it', stateOf(0, 'b'), stateOf(0)],
  ])('%s', (_, now, before) => {
    if (now !== undefined) write('terraform.tfstate', now);
    if (before !== undefined) write('terraform.tfstate.backup', before);
    expect(said()).toBeUndefined();
  });

  test('that was moved into a bucket, which leaves an empty file and a full copy behind', () => {
    write('terraform.tfstate', '');
    write('terraform.tfstate.backup', stateOf(3));
    mkdirSync(join(folder, '.terraform'));
    write('.terraform/terraform.tfstate', JSON.stringify({ version: 3, backend: { type: 's3', config: {} } }));
    expect(said()).toBeUndefined();
  });
});

describe('a state is lost', () => {
  test.each([
    ['of no bytes', '', 'is empty or cut off'],
    ['cut off in the middle', stateOf(3).slice(0, 40), 'is empty or cut off'],
    ['gone', undefined, 'is gone'],
    ['begun anew after it was lost', stateOf(0, 'b'), 'was begun anew'],
  ])('%s, beside a copy of what is deployed', (_, now, says) => {
    if (now !== undefined) write('terraform.tfstate', now);
    write('terraform.tfstate.backup', stateOf(3));
    expect(said()?.says).toContain(says);
    expect(said()?.says).toContain('3 things');
    expect(said()?.remedies.join('\n')).toContain('terraform.tfstate.backup');
  });

  test.each([
    ['without a copy', undefined],
    ['beside a copy that is cut off too', '{"version'],
  ])('%s: where to look', (_, before) => {
    write('terraform.tfstate', '');
    if (before !== undefined) write('terraform.tfstate.backup', before);
    expect(said()?.says).toContain('there is no copy of it');
    expect(said()?.remedies.join('\n')).toContain('Tag Editor');
  });

  test('and put into errored.tfstate by Terraform itself', () => {
    write('terraform.tfstate', stateOf(3));
    write('errored.tfstate', stateOf(4));
    expect(said()?.remedies.join('\n')).toContain('terraform state push errored.tfstate');
  });
});
