import { expect, test } from '@jest/globals';
import { readSearchOptions } from '../../../../scripts/knowledge/search-options.ts';

test.each([
  [[''], 'This cannot be looked up:', /^what to look for: /],
  [['  '], 'This cannot be looked up:', /^what to look for: /],
  [['bonds', '--from', '2026-11-20', '--to', '2026-11-01'], 'A flag is wrong:', /^--to: must not be before --from$/],
  [['bonds', '--most', 'x', '--target', 'laptop'], 'A flag is wrong:', /^--most: /],
])('words that are none are not called a flag, and a flag is: %j', (argv, message, line) => {
  expect(() => readSearchOptions(argv)).toThrow(
    expect.objectContaining({ message, lines: [expect.stringMatching(line)] }),
  );
});
