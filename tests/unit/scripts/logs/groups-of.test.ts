import { expect, test } from '@jest/globals';
import { groupsOf } from '../../../../scripts/logs/groups-of.ts';

const logGroups = { planner: '/aws/lambda/alex-planner', reporter: '/aws/lambda/alex-reporter' };
const ask = (...names: string[]) => groupsOf({ name: 'laptop', label: 'this laptop', logGroups }, names);

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
