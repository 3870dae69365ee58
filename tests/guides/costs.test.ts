// One table of prices: scripts/cost. Blocks of `npm run cost` are run by laptop.test.ts; this is what is written elsewhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { money } from '../../scripts/cost/report.ts';
import { dayUsd } from '../../scripts/cost/stage-costs.ts';
import { stageNames } from '../../scripts/terraform/variables-file.ts';
import { guideNames, ROOT, textOf } from './guide-blocks.ts';

describe('what a stage costs a day', () => {
  const readme = readFileSync(join(ROOT, 'terraform/README.md'), 'utf8');

  test.each(stageNames)('%s: terraform/README.md says what npm run cost says', (stage) => {
    const row = new RegExp(`^\\| \`${stage}\` +\\|[^|]*\\|([^|]*)\\|`, 'm').exec(readme);
    expect(row?.[1]?.trim().replace(/ paused$/, '')).toBe(money(dayUsd([stage])));
  });

  test.each(guideNames.filter((name) => !/^[019]-/.test(name)))('%s shows npm run cost of its stage', (name) => {
    expect(textOf(name)).toMatch(new RegExp(`^npm run cost -- --stage [\\d ]*${name.charAt(0)}`, 'm'));
  });
});
