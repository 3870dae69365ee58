// What the stages cost: by the same settings for the command, for what deploy says and for what is written.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { byTheClock } from '../../../scripts/cost/by-the-clock.ts';
import { circumstancesIn, writtenBy } from '../../../scripts/cost/circumstances.ts';
import { readFleet, type Fleet } from '../../../scripts/terraform/fleet.ts';
import { describeEstimate, estimate } from '../../../scripts/cost/report.ts';
import { dayUsd } from '../../../scripts/cost/stage-costs.ts';
import { watched } from '../../../scripts/cost/watched.ts';
import { stageOf } from '../../../scripts/terraform/stage-of.ts';
import { stageNames, withStages, type Stage } from '../../../scripts/terraform/variables-file.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';

const root = new URL('../../../', import.meta.url);
const example = readFileSync(new URL('terraform/terraform.tfvars.example', root), 'utf8');
const own = readFleet();
/** The project's folders with one more, as somebody adds it. */
function withFolder(name: string, config: object): Fleet {
  const whole = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, ...config };
  return { ...own, functions: new Map([...own.functions, [name, lambdaConfig.parse(whole)]]) };
}
const hourly = { triggers: [{ type: 'schedule', rate: 'rate(1 hour)' }] };
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
    const awake = (text: string, stages: readonly Stage[] = stageNames) =>
      Object.fromEntries(circumstancesIn(text, stages).clock.map(({ name, hours }) => [name, hours]));
    expect(awake(example, ['6-agents']).sweeper).toBeCloseTo(2.4);
    const restless = awake('');
    expect(Object.values(restless).reduce((sum, hours) => sum + hours, 0)).toBe(24);
    expect(restless.sweeper).toBe(24);
    expect(awake('schedule_rates = { scheduler = "rate(1 day)" }', ['4-researcher']).scheduler).toBeCloseTo(1 / 6);
  });

  test('has the database with the knowledge base, which is kept there', () => {
    const third = estimate(circumstancesIn(example, ['1-permissions', '2-embeddings', '3-ingest']));
    expect(third.stages.find(({ stage }) => stage === '5-database')?.on).toBe(true);
    expect(third.usdPerDay).toBeCloseTo(of('3-ingest', third) + of('5-database', third), 9);
  });

  test('has the alarms of functions that wait for what a stage stands on, whether that is named with it or not', () => {
    const alone = estimate(circumstancesIn(example, ['6-agents']));
    expect(of('6-agents', alone)).toBeCloseTo(of('6-agents', estimate(circumstancesIn(example, stageNames))), 9);
    expect(JSON.stringify(estimate(circumstancesIn(example, ['3-ingest'])))).toContain('an alarm');
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

describe('a secret that a setting brings', () => {
  const month = 0.4 / (730 / 24);
  const more = (text: string, stages: readonly Stage[]) =>
    estimate(circumstancesIn(text, stages)).usdPerDay - estimate(circumstancesIn(example, stages)).usdPerDay;

  test("is counted once, with whichever stage has it: the key of a model's server", () => {
    const judge = 'ALEX_MODEL_JUDGE = "openai:gpt-4.1@https://api.openai.com/v1"';
    const judged = example.replace('ALEX_MODEL = "narrator"', (narrator) => `${narrator}\n  ${judge}`);
    expect(judged).not.toBe(example);
    expect(more(judged, ['4-researcher'])).toBeCloseTo(month, 9);
    expect(more(judged, ['6-agents'])).toBeCloseTo(month, 9);
    expect(more(judged, stageNames)).toBeCloseTo(month, 9);
    expect(more(judged, ['5-database'])).toBe(0);
  });

  test("is counted for a model that is named on the command line, in place of the file's", () => {
    const agents = circumstancesIn(example, ['6-agents']);
    const named = (model: string) => estimate(writtenBy(model, agents)).usdPerDay;
    expect(named('openai:gpt-4.1@api.openai.com') - named('narrator')).toBeCloseTo(month, 9);
    expect(named('bedrock:amazon.nova-lite-v1:0')).toBe(named('narrator'));
  });

  test('is counted with what writes traces: the headers of their collector', () => {
    const headers = `${example}trace_headers_in_secret = true\n`;
    expect(more(headers, ['6-agents'])).toBeCloseTo(month, 9);
    expect(more(headers, ['4-researcher'])).toBe(0);
  });
});

test('dashboards are paid by the month, as free tiers are not counted', () => {
  const shown = estimate(circumstancesIn(example, stageNames)).stages.flatMap(({ lines }) => lines);
  expect(shown.find(({ what }) => what === 'dashboards (2)')?.usdPerDay).toBeCloseTo((2 * 3) / (730 / 24), 9);
});

describe('a folder that somebody adds', () => {
  const estimated = (fleet: Fleet, text = example) => estimate(circumstancesIn(text, stageNames, fleet));
  const before = estimated(own);

  test('is counted without a line anywhere else: the database that it wakes through the function that it invokes', () => {
    const after = estimated(withFolder('newcomer', { ...hourly, needs: ['invoke:search'] }));
    // 24 wakes of six minutes, at half a capacity unit of $0.12 an hour; and four more metrics to watch, at $0.10 a month each.
    expect(of('6-agents', after) - of('6-agents', before)).toBeCloseTo(24 * 0.1 * 0.06, 9);
    expect(of('8-enterprise', after) - of('8-enterprise', before)).toBeCloseTo((4 * 0.1) / (730 / 24), 9);
    expect(after.usdPerDay).toBeGreaterThan(before.usdPerDay);
    expect(describeEstimate(after).join('\n')).toContain('newcomer, 24 times, wakes the database (2.4 h) $0.14');
  });

  test('wakes the database by itself, by a queue, or by the researcher, and not where it only asks a model', () => {
    const hours = (needs: string[]) =>
      byTheClock({
        stages: stageNames,
        rates: { sweeper: 'rate(1 day)' },
        database: { min: 0, pauseAfter: 300 },
        fleet: withFolder('newcomer', { ...hourly, needs }),
      }).find(({ name }) => name === 'newcomer')?.hours;
    expect(hours(['database'])).toBeCloseTo(2.4);
    expect(hours(['database:researcher'])).toBeCloseTo(2.4);
    expect(hours(['send:analysis-jobs'])).toBeCloseTo(2.4);
    // A run of the researcher's goes on for some minutes.
    expect(hours(['researcher'])).toBeCloseTo(4);
    expect(hours(['model', 'embeddings', 'vectors:read', 'market', 'traces'])).toBe(0);
    expect(hours([])).toBe(0);
  });

  test('runs as often as terraform.tfvars says, where that says it', () => {
    const fleet = withFolder('newcomer', { ...hourly, needs: ['invoke:search'] });
    const rarely = estimated(fleet, example.replace('{ sweeper', '{ newcomer = "rate(12 hours)", sweeper'));
    expect(of('6-agents', rarely) - of('6-agents', before)).toBeCloseTo(2 * 0.1 * 0.06, 9);
  });

  test('that has a model write makes the sum the least, as nobody knows how much it writes; the narrator costs nothing', () => {
    const fleet = withFolder('columnist', { ...hourly, needs: ['invoke:reporter'] });
    const text = describeEstimate(estimated(fleet, bedrock)).join('\n');
    expect(text).toMatch(/^6-agents +on +at least .*tokens of columnist, 24 times: their price is not known here/m);
    expect(estimated(fleet).isLeast).toBe(false);
  });

  test('that writes under its own name is counted by the model of its own setting', () => {
    const fleet = withFolder('columnist', { ...hourly, needs: ['model'] });
    const isLeast = (settings: string): boolean =>
      estimated(fleet, `stages = ${JSON.stringify(stageNames)}\nmodel_settings = { ${settings} }\n`).isLeast;
    expect(isLeast('ALEX_MODEL = "narrator", ALEX_MODEL_COLUMNIST = "bedrock:openai.gpt-oss-120b-1:0"')).toBe(true);
    expect(isLeast('ALEX_MODEL = "narrator"')).toBe(false);
  });

  test('that no clock starts adds what watches it, and nothing else', () => {
    const after = estimated(withFolder('quiet', { needs: ['database'] }));
    expect(of('6-agents', after)).toBe(of('6-agents', before));
    const metrics = (fleet: Fleet) => watched(fleet, stageNames).alarmMetrics['8-enterprise'];
    expect(metrics(withFolder('quiet', {}))).toBe(metrics(own) + 4);
  });
});

test.each([
  ['sweeper', '6-agents'],
  ['scheduler', '4-researcher'],
  ['ingest', '3-ingest'],
  ['search', '3-ingest'],
  ['planner', '6-agents'],
  ['reporter', '6-agents'],
])('%s comes with stage %s, as Terraform deploys it', (name, stage) => {
  const config = own.functions.get(name);
  expect(config && stageOf(config, own)).toBe(stage);
});
