// An age at which a balance is simulated was taken for the age to which the money lasts, or at which work stops; and the 95 of a percentile for an age.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

// Work stops at 60, and the money has to last to 92.
const facts = factList.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/grounding/freelancer.facts.json', import.meta.url), 'utf8')),
);
const strays = (text: string) => checkGrounding([text], facts).strays;

test.each([
  ['The money lasts to age 75 in 63% of the simulated futures.', '75'],
  ['Your money lasts until 85 in 63% of the simulated futures.', '85'],
  ['The money lasts to age 95 in 63% of the simulated futures.', '95'],
  ['Retirement begins at age 75.', '75'],
  ['At 55 you stop working.', '55'],
  ['At age 85 you plan to retire.', '85'],
  ['You work until 75.', '75'],
  ['You are going to live to 90.', '90'],
])('%s', (text, age) => {
  expect(strays(text)).toEqual([age]);
});

test.each([
  'The money lasts to age 92 in 63% of the simulated futures.',
  'You retire at 60.',
  'By 75 the portfolio has typically shrunk.',
  'In retirement the median balance at age 75 is the one to watch.',
])('what is true passes: %s', (text) => {
  expect(strays(text)).toEqual([]);
});
