import { expect, test } from '@jest/globals';
import { unknownFunction, unknownQueue } from '../../../scripts/packaging/unknown-name.ts';

test.each([
  ['serach', 'there is no function "serach" to invoke: did you mean "search"?'],
  ['nobody', 'there is no function "nobody" to invoke'],
])('a need of a function that is misspelt says which is meant, and only where one is near: %s', (name, says) => {
  expect(unknownFunction(name, ['planner', 'search', 'ingest'])).toBe(says);
});

test.each([
  ['letter-job', 'no function is triggered by a queue "letter-job": did you mean "letter-jobs"?'],
  ['nowhere', 'no function is triggered by a queue "nowhere"'],
])('a need of a queue does, too: %s', (name, says) => {
  expect(unknownQueue(name, ['analysis-jobs', 'letter-jobs'])).toBe(says);
});
