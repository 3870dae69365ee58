// The last line of what tries a fleet, and its exit code: a person or a pipeline goes by them alone.
import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { checks, CheckFailed, type Check } from '../../../scripts/rehearsal/checks.ts';
import { verdictOf } from '../../../scripts/rehearsal/verdict.ts';

async function after(looks: Readonly<Record<string, Check>>, changed: readonly string[] = []) {
  let shown = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      shown += String(chunk);
      done();
    },
  });
  const all = checks(stream, (text) => text);
  for (const [name, look] of Object.entries(looks)) await all.run(name, look);
  return { ...verdictOf(all, 'All is well.', changed), lines: shown.trim().split('\n') };
}

const well = (): string => 'done';
const byNarrator = () => ({ found: 'The model was refused.', by: 'the narrator in its place' });
const byWords = () => ({ found: 'Found by words only.', by: 'words alone' });
const failed = () => Promise.reject(new CheckFailed('It did not answer.'));

test('is well where each did its own part', async () => {
  expect(await after({ a: well, b: well })).toMatchObject({ says: 'All is well.', code: 0 });
});

test('is not well where something stood in, of which each is named by what that was', async () => {
  const { says, code, lines } = await after({ a: byNarrator, b: well, c: byNarrator, d: byWords });
  expect({ says, code }).toEqual({
    says: 'Nothing failed, and not all went as it is set. Marked with “!”: the narrator in its place (a, c); words alone (d).',
    code: 4,
  });
  expect(lines.map((line) => line.replace(/^(.) (\w+) .* s {2}/, '$1 $2 '))).toEqual([
    '! a The model was refused.',
    '✓ b done',
    '! c The same as of a.',
    '! d Found by words only.',
  ]);
});

test('is a failure where one failed, whatever else stood in', async () => {
  expect(await after({ a: failed, b: byNarrator })).toMatchObject({
    says: '1 of them failed. Marked with “!”: the narrator in its place (b).',
    code: 3,
  });
});

test('is nothing that is known of a folder that changed after what was tried was started', async () => {
  expect(await after({ a: well }, ['lambdas/reporter'])).toMatchObject({
    says: 'What runs is well. lambdas/reporter changed after Alex was started, and was tried as it was then.',
    code: 0,
  });
  const many = ['lambdas/api', 'lambdas/charter', 'lambdas/ingest', 'lambdas/planner', 'services/researcher'];
  const { says, code } = await after({ a: failed }, many);
  expect({ says, code }).toEqual({
    says: '1 of them failed. lambdas/api, lambdas/charter, lambdas/ingest, and 2 others changed after Alex was started, and were tried as they were then.',
    code: 3,
  });
});
