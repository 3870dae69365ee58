import { expect, test } from '@jest/globals';
import { unknownFunction } from '../../../scripts/packaging/unknown-function.ts';

test.each([
  ['serach', 'there is no function "serach" to invoke: did you mean "search"?'],
  ['nobody', 'there is no function "nobody" to invoke'],
])('a need of a function that is misspelt says which is meant, and only where one is near: %s', (name, says) => {
  expect(unknownFunction(name, ['planner', 'search', 'ingest'])).toBe(says);
});
