// A finding that says "Unknown" and nothing else leaves a student where they were.
import { expect, test } from '@jest/globals';
import { CommandError } from '../../../../scripts/analysis/command-error.ts';
import { lookAll } from '../../../../scripts/doctor/finding.ts';
import { explainTerraformFailure } from '../../../../scripts/terraform/explain-failure.ts';

const failing = async (error: Error) => {
  const [finding] = await lookAll([{ name: 'credentials', look: () => Promise.reject(error) }]);
  return finding;
};

test('an error that nobody here knows is told by its name, with what to do', async () => {
  const error = Object.assign(new Error('The region is not for you.'), { name: 'RegionDisabledException' });
  expect(await failing(error)).toMatchObject({
    state: 'problem',
    says: 'RegionDisabledException: The region is not for you.',
    remedies: [expect.stringContaining('Try again in a minute')],
  });
});

test('one that is known keeps its own remedies', async () => {
  const finding = await failing(new CommandError('AWS cannot be reached.', ['Connect this machine']));
  expect(finding).toMatchObject({ says: 'AWS cannot be reached.', remedies: ['Connect this machine'] });
});

test('one of Terraform that nobody has foreseen does not send from the doctor to the doctor', async () => {
  const error = explainTerraformFailure({ code: 1, stdout: '', stderr: 'Error: Unheard: of' }, 'read its state');
  expect(error.lines.join('\n')).toContain('npm run doctor');
  expect((await failing(error))?.remedies.join('\n')).not.toContain('npm run doctor');
});
