// A question before something that costs or destroys: only a yes is one.
import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { confirm } from '../../../scripts/asking/confirm.ts';

/** A terminal on which a person types. */
function terminal(typed: string, isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  input.end(typed);
  return { input, output, shown: () => String(output.read() ?? '') };
}

describe('a question', () => {
  test.each(['y\n', 'yes\n', 'Y\n', ' yes \n'])('is answered by %j with yes', async (typed) => {
    const { input, output } = terminal(typed);
    await expect(confirm('Do that?', { yes: false, input, output })).resolves.toBeUndefined();
  });

  test.each(['\n', 'n\n', 'yesterday\n', 'sure\n', ''])('is answered by %j with no', async (typed) => {
    const { input, output } = terminal(typed);
    await expect(confirm('Do that?', { yes: false, input, output })).rejects.toThrow('Nothing was done.');
  });

  test('is not asked where --yes has said so', async () => {
    const { input, output, shown } = terminal('n\n');
    await confirm('Do that?', { yes: true, input, output });
    expect(shown()).toBe('');
  });

  test('that nobody is there to answer is a no, with how to say yes', async () => {
    const { input, output } = terminal('y\n', false);
    await expect(confirm('Do that?', { yes: false, input, output })).rejects.toMatchObject({
      lines: ['To say yes beforehand: --yes'],
    });
  });
});
