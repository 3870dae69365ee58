// What the stages cost: by the same settings for the command, for what deploy says and for what is written.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { byTheClock, hoursAwake } from '../../../scripts/cost/by-the-clock.ts';
import { circumstancesIn } from '../../../scripts/cost/circumstances.ts';
import { estimate } from '../../../scripts/cost/report.ts';
import { dayUsd } from '../../../scripts/cost/stage-costs.ts';
import { stageNames, withStages } from '../../../scripts/terraform/variables-file.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';

const root = new URL('../../../', import.meta.url);
const example = readFileSync(new URL('terraform/terraform.tfvars.example', root), 'utf8');
const of = (stage: string, estimated: ReturnType<typeof estimate>): number =>
  estimated.stages.find((one) => one.stage === stage)?.usdPerDay ?? Number.NaN;
const bedrock = 'model_settings = {\n  ALEX_MODEL = "bedrock:openai.gpt-oss-120b-1:0@us-west-2"\n}\n';

describe('what a deployment costs', () => {
  test('does not depend on whether stages are named on the command line or in the file', () => {
    const named = circumstancesIn(example, stageNames);
    const written = circumstancesIn(withStages(example, stageNames));
    expect(named).toEqual(written);
    expect(estimate(named).usdPerDay).toBe(dayUsd(written));
  });

  test('has the hours in which the database is awake with the stages that wake it, and 24 at most', () => {
    expect(circumstancesIn(example, ['6-agents']).awake['6-agents']).toBeCloseTo(2.4);
    const restless = circumstancesIn('', stageNames);
    expect(Object.values(restless.awake).reduce((sum, hours) => sum + hours, 0)).toBe(24);
    expect(restless.awake['6-agents']).toBe(24);
    expect(hoursAwake(['4-researcher'], { scheduler: 'rate(1 day)' })['4-researcher']).toBeCloseTo(1 / 6);
  });

  test('has the database with the knowledge base, which is kept there', () => {
    const third = estimate(circumstancesIn(example, ['1-permissions', '2-embeddings', '3-ingest']));
    expect(third.stages.find(({ stage }) => stage === '5-database')?.on).toBe(true);
    expect(third.usdPerDay).toBeCloseTo(of('3-ingest', third) + of('5-database', third), 9);
  });

  test('has the notes that the researcher writes by the clock, with a model of a price', () => {
    const narrated = estimate(circumstancesIn(example, ['4-researcher']));
    const written = estimate(circumstancesIn(bedrock, ['4-researcher']));
    expect(of('4-researcher', written)).toBeGreaterThan(of('4-researcher', narrated));
    const rarely = estimate(
      circumstancesIn(`${bedrock}schedule_rates = { scheduler = "rate(1 day)" }`, ['4-researcher']),
    );
    expect(of('4-researcher', rarely)).toBeLessThan(of('4-researcher', written));
  });

  test('has the guardrail with stage 8 and a model on Bedrock, by 410 text units an analysis, and not where it is turned off', () => {
    expect(estimate(circumstancesIn(bedrock)).analysis.guardrailUsd).toBeCloseTo(0.41 * 0.25, 3);
    expect(estimate(circumstancesIn(bedrock, ['6-agents'])).analysis.guardrailUsd).toBe(0);
    expect(estimate(circumstancesIn(`${bedrock}guard_models = false\n`)).analysis.guardrailUsd).toBe(0);
    expect(estimate(circumstancesIn(example, stageNames)).analysis.guardrailUsd).toBe(0);
    const elsewhere = bedrock.replace(
      'bedrock:openai.gpt-oss-120b-1:0@us-west-2',
      'openai:gpt-4.1@https://api.openai.com/v1',
    );
    expect(estimate(circumstancesIn(elsewhere)).analysis.guardrailUsd).toBe(0);
  });
});

test('every function that a schedule starts is in the table of those that run by the clock', () => {
  const scheduled = readdirSync(new URL('lambdas/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const file = new URL(`lambdas/${name}/lambda.json`, root);
      const { triggers } = lambdaConfig.parse(JSON.parse(readFileSync(file, 'utf8')));
      return triggers.some(({ type }) => type === 'schedule') ? [name] : [];
    });
  expect(scheduled.toSorted()).toEqual(Object.keys(byTheClock).toSorted());
});
