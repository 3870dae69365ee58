// One table of prices: scripts/cost. Blocks of `npm run cost` are run by laptop.test.ts; this is what is written elsewhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { circumstancesIn, writtenBy } from '../../scripts/cost/circumstances.ts';
import { usd } from '../../scripts/cost/price-table.ts';
import { estimate, money } from '../../scripts/cost/report.ts';
import { stageNames } from '../../scripts/terraform/variables-file.ts';
import { guideNames, ROOT, textOf } from './guide-blocks.ts';
import { printedFleet } from './printed-fleet.ts';

const settings = readFileSync(join(ROOT, 'terraform/terraform.tfvars.example'), 'utf8');
/** What a student has who changes nothing: the example's settings, all stages. */
const everything = estimate(circumstancesIn(settings, stageNames));
const withModel = estimate(writtenBy('bedrock:openai.gpt-oss-120b-1:0', circumstancesIn(settings, stageNames)));
/** What a student has who writes the functions of the guides. */
const withPrinted = estimate(circumstancesIn(settings, stageNames, printedFleet()));
const readme = readFileSync(join(ROOT, 'terraform/README.md'), 'utf8');

/** Every amount that may be written: what the command says, and prices by themselves. */
const amounts = new Set(
  [everything, withModel, withPrinted].flatMap(({ stages, usdPerDay, analysis }) => [
    money(usdPerDay),
    ...[analysis.awsUsd, analysis.tokensUsd, analysis.guardrailUsd].map(money),
    money(analysis.awsUsd + analysis.guardrailUsd + analysis.tokensUsd),
    money(analysis.awsUsd + analysis.tokensUsd),
    ...stages.flatMap((stage) => [money(stage.usdPerDay), ...stage.lines.map((line) => money(line.usdPerDay))]),
  ]),
);
for (const amount of [
  '$0',
  money(24 * (usd('fargateVcpuHour') + 2 * usd('fargateGbHour'))),
  // An hour of the database at its smallest size, and day and night at it.
  money(usd('auroraCapacityHour') / 2),
  money(12 * usd('auroraCapacityHour')),
  money(usd('auroraCapacityHour')),
  money(48 * usd('endpointZoneHour')),
  // The container's, and the load balancer's in each of six zones.
  money(24 * 7 * usd('publicAddressHour')),
  money(usd('trailHundredThousand')),
  money(usd('vectorGbMonth')),
  money(usd('vectorQueryMillion')),
  money(usd('restMillion')),
  `$${usd('httpMillion')}`,
  `$${usd('embeddingSecond').toFixed(5)}`,
  money(usd('secretMonth')),
  money(usd('costExplorerRequest')),
  money(usd('metricMonth')),
  money(usd('guardrailContentThousand')),
  money(usd('guardrailPersonalThousand')),
]) {
  amounts.add(amount);
}

/** Amounts of a text that nothing here comes to. */
const unknown = (text: string): string[] =>
  [...text.matchAll(/\$\d+(?:\.\d+)?/g)].map(([amount]) => amount).filter((amount) => !amounts.has(amount));

/** What a guide says about its cost, without what its commands print. */
const costsOf = (name: string): string =>
  /^## What it costs\n([\s\S]*?)(?=^## )/m.exec(textOf(name))?.[1]?.replaceAll(/^```[\s\S]*?^```/gm, '') ?? '';

describe('what a stage costs a day', () => {
  test.each(stageNames)('%s: terraform/README.md says what npm run cost says', (stage) => {
    const row = new RegExp(`^\\| \`${stage}\` +\\|[^|]*\\|([^|]*)\\|`, 'm').exec(readme);
    const costs = everything.stages.find((one) => one.stage === stage)?.usdPerDay;
    expect(row?.[1]?.trim()).toBe(money(costs ?? Number.NaN));
  });

  test('terraform/README.md has no other amounts', () => {
    const [stages = ''] = /^## Stages[\s\S]*?(?=^## )/m.exec(readme) ?? [];
    expect(stages).toContain('$');
    expect(unknown(stages)).toEqual([]);
  });

  test.each(guideNames.filter((name) => !/^[019]-/.test(name)))('%s shows npm run cost of its stage', (name) => {
    expect(textOf(name)).toMatch(new RegExp(`^npm run cost -- --stage [\\d ]*${name.charAt(0)}`, 'm'));
  });

  test.each(guideNames)('%s says no amount that npm run cost does not', (name) => {
    expect(unknown(costsOf(name))).toEqual([]);
  });

  test('an amount of another table is found', () => {
    expect(unknown('about $2.22 a day, and $0.02')).toEqual(['$2.22']);
  });
});
