// The doctor's last line sends nobody to do what is done already.
import { expect, test } from '@jest/globals';
import { verdict } from '../../../scripts/doctor/report.ts';

test.each([
  ['on a laptop where nothing runs', { laptop: [], aws: undefined, running: false }, 'npm start'],
  ['on a laptop where Alex runs', { laptop: [], aws: undefined, running: true }, 'npm run analyze'],
  ['before a deployment', { laptop: [], aws: [], running: true }, 'npm run deploy'],
])('%s', (_, examination, then) => {
  expect(verdict(examination)).toContain(`Go on with: ${then}`);
});
