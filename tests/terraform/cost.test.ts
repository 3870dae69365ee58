// npm run cost, and the sentence before a deployment's yes, against what Terraform would make with the same settings.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { circumstancesIn } from '../../scripts/cost/circumstances.ts';
import { estimate } from '../../scripts/cost/report.ts';
import { withoutImages } from '../../scripts/cost/until-images.ts';
import { stageNames } from '../../scripts/terraform/variables-file.ts';
import { missing, offlineTerraform, type OfflineTerraform } from './offline-terraform.ts';
import { resourcesIn } from './planned-fleet.ts';
import { pricedPlan } from './priced.ts';
import { everything } from './settings.ts';
import { skippedHere } from './skipped.ts';

/** Settings of terraform.tfvars, which HCL takes as JSON has them. */
const cases: readonly (readonly [name: string, settings: Readonly<Record<string, unknown>>, imageless?: string[]])[] = [
  ['everything, by the defaults', { stages: stageNames }],
  ['everything, before there is an image', { stages: stageNames, vpc_endpoints: ['sqs'] }, ['researcher']],
  [
    'everything, with each setting that has a price',
    {
      stages: stageNames,
      ...everything,
      database_capacity: { min: 1.5, max: 4 },
      database_network: { vpc_id: 'vpc-1', subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'] },
      vpc_endpoints: ['rds-data', 'sqs', 'logs'],
      container_subnet_ids: ['subnet-4', 'subnet-5'],
      model_settings: { ALEX_MODEL: 'narrator', ALEX_MODEL_JUDGE: 'openai:gpt-4.1@https://api.openai.com/v1' },
      trace_settings: { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example.com' },
      trace_headers_in_secret: true,
    },
  ],
  ['the knowledge base, watched', { stages: ['1-permissions', '2-embeddings', '3-ingest', '8-enterprise'] }],
  [
    'the researcher on App Runner, and no agents',
    {
      stages: ['1-permissions', '2-embeddings', '3-ingest', '4-researcher'],
      container_platform: 'app_runner',
      vpc_endpoints: ['sqs'],
    },
  ],
  ['alarms with nothing to watch', { stages: ['1-permissions', '8-enterprise'], vpc_endpoints: ['sqs'] }],
];

if (missing !== '') {
  skippedHere('What Terraform would make is not priced here');
} else {
  let terraform: OfflineTerraform;
  beforeAll(async () => {
    terraform = await offlineTerraform();
  }, 200_000);
  afterAll(() => terraform.stop());

  test.each(cases)(
    'what Terraform makes costs what npm run cost says: %s',
    async (_, settings, imageless = []) => {
      const text = Object.entries(settings)
        .map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
        .join('');
      const image_tags = imageless.length > 0 ? {} : { researcher: '1' };
      const made = resourcesIn(await terraform.apply({ ...settings, image_tags }));
      // A repository costs what lies in it.
      const { usdPerDay, unpriced } = pricedPlan(
        made.filter(({ type }) => imageless.length === 0 || type !== 'aws_ecr_repository'),
      );
      expect(unpriced).toEqual([]);
      // What runs by the clock is not in a plan: waking the database, work on App Runner, notes.
      const kept = estimate(circumstancesIn(text, undefined, withoutImages(imageless)))
        .stages.flatMap(({ on, lines }) => (on ? lines : []))
        .filter(({ what }) => !/wakes the database|while at work|notes$/.test(what));
      expect(kept.reduce((sum, line) => sum + line.usdPerDay, 0)).toBeCloseTo(usdPerDay, 9);
    },
    200_000,
  );
}
