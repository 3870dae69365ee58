// Our own sources without what describes their fields: nothing else of them may go, and nothing may move.
import { expect, test } from '@jest/globals';
import { PackagingError } from '../../../scripts/packaging/packaging-error.ts';
import { undescribed } from '../../../scripts/packaging/without-descriptions.ts';

test('a description is taken out whatever its quotes, its neighbours stay, and each on its line, which stack traces name', () => {
  const source = `const person = z.object({
  name: z.string().max(99).describe('A person\\'s name, e.g. "Ann (she)".').optional(),
  age: z
    .number()
    .describe(
      \`Years, as of the plan's day.\`,
    )
    .min(0),
  pay: usd.describe("A year's."),
});`;
  expect(undescribed(source, 'people.ts')).toBe(`const person = z.object({
  name: z.string().max(99).optional(),
  age: z
    .number()



    .min(0),
  pay: usd,
});`);
});

test.each(['z.string().describe(NAME)', "z.string().describe('A ' + 'b')", 'z.string().describe(`A ${b}`)'])(
  'a description that is no literal text is refused, and not cut in two: %s',
  (source) => {
    expect(() => undescribed(source, 'people.ts')).toThrow(
      new PackagingError(
        'A description in people.ts is no literal text: see scripts/packaging/without-descriptions.ts.',
      ),
    );
  },
);
