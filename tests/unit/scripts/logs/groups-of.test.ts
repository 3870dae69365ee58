import { expect, test } from '@jest/globals';
import { readFleet } from '../../../../scripts/terraform/fleet.ts';
import { groupsOf } from '../../../../scripts/logs/groups-of.ts';

const logGroups = { planner: '/aws/lambda/alex-planner', reporter: '/aws/lambda/alex-reporter' };
/** Of the project's folders all but the charter run. */
const functions = Object.fromEntries(
  [...readFleet().functions.keys()].filter((name) => name !== 'charter').map((name) => [name, name]),
);
const ask = (...names: string[]) => groupsOf({ name: 'laptop', label: 'this laptop', logGroups, functions }, names);

test('only those that are named are read', async () => {
  expect(await ask('reporter')).toEqual({ reporter: '/aws/lambda/alex-reporter' });
  expect(await ask()).toEqual(logGroups);
});

test.each([
  [['reproter'], ['Did you mean reporter?']],
  [['reproter', 'planer', 'planer'], ['Did you mean reporter, planner?']],
  [['reporter', 'zzz'], []],
])('%j is not left to be looked for in a list', async (names, meant) => {
  await expect(ask(...names)).rejects.toMatchObject({ lines: [...meant, 'There are: planner, reporter'] });
});

test('a folder that was added after Alex was started is told so, and no other name in its place', async () => {
  await expect(ask('charter', 'planer')).rejects.toMatchObject({
    lines: [
      'lambdas/charter was added after Alex was started: stop Alex with Ctrl-C and start it again (npm start)',
      'Did you mean planner?',
      'There are: planner, reporter',
    ],
  });
});
