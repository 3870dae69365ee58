// A function that nobody can call, and that is deployed without a word: 0 reads like "nothing reserved".
import { expect, test } from '@jest/globals';
import { readFleet, type Fleet } from '../../../scripts/terraform/fleet.ts';
import { describeSwitchedOff } from '../../../scripts/terraform/switched-off.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';

const config = (reservedConcurrency: number | null) =>
  lambdaConfig.parse({ description: 'x', memory: 128, timeout: 3, zipBudget: 10, reservedConcurrency });
const having = (functions: Fleet['functions']): Fleet => ({ ...readFleet(), functions });

test('it is named, with what to write where none was to be reserved', () => {
  const fleet = having(
    new Map([
      ['off', config(0)],
      ['one', config(1)],
      ['any', config(null)],
    ]),
  );
  expect(describeSwitchedOff(fleet)).toEqual([
    expect.stringMatching(/^off is switched off: .* never runs\. To have it run, write null there/),
  ]);
  // It waits for the agents.
  expect(describeSwitchedOff(fleet, ['1-permissions'])).toEqual([]);
  expect(describeSwitchedOff(fleet, ['1-permissions', '6-agents'])).toHaveLength(1);
});
