// Each setting of Terraform, and its price: counted, named as not counted, or free for a reason. One that is in none of the lists fails, so
// that a new one cannot be forgotten. The sums are reckoned here by hand from scripts/cost/prices.json.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { circumstancesIn } from '../../../scripts/cost/circumstances.ts';
import { beyondTheDay, costADay, describeEstimate, estimate } from '../../../scripts/cost/report.ts';
import { readFleet } from '../../../scripts/terraform/fleet.ts';
import { namesIn, namesInService } from '../../../scripts/terraform/map-names.ts';
import { setElsewhere } from '../../../scripts/cost/unread-settings.ts';
import type { SettingType } from '../../../scripts/terraform/setting-type.ts';
import { declaredSettings } from '../../../scripts/terraform/settings.ts';
import { stageNames, type Stage } from '../../../scripts/terraform/variables-file.ts';

const root = new URL('../../../', import.meta.url);
const example = readFileSync(new URL('terraform/terraform.tfvars.example', root), 'utf8');
/** The example with other values of some settings. */
function having(settings: string): string {
  const names = [...settings.matchAll(/^(\w+) =/gm)].map(([, name]) => name);
  return (
    example.replaceAll(/^(\w+) = (?:\{[^}]*\}|\[[^\]]*\]|.*)$/gm, (whole: string, name: string) =>
      names.includes(name) ? '' : whole,
    ) + settings
  );
}
const own = readFleet();
/** The functions by whose schedules the sums here are reckoned, whatever else somebody adds. */
const FUNCTIONS = 'api charter ingest planner pricer reporter retirement scheduler search sweeper tagger'.split(' ');
const fleet = { ...own, functions: new Map([...own.functions].filter(([name]) => FUNCTIONS.includes(name))) };
const circumstances = (text: string, stages?: readonly Stage[]) => circumstancesIn(text, stages, fleet);
const of = (settings: string, stages: readonly Stage[] = stageNames) =>
  estimate(circumstances(having(settings), stages));
const before = of('');
const lines = (settings: string, stages?: readonly Stage[]) => of(settings, stages).stages.flatMap((one) => one.lines);
const line = (settings: string, what: RegExp) => lines(settings).find((one) => what.test(one.what))?.usdPerDay;
const more = (settings: string): number => of(settings).usdPerDay - before.usdPerDay;
const tokens = (settings: string): number => of(settings).analysis.tokensUsd;
/** A month of 730 hours, in days. */
const MONTH = 730 / 24;

/** gpt-oss-120b: $0.15 and $0.60 a million tokens in and out. */
const OSS = 'bedrock:openai.gpt-oss-120b-1:0@us-west-2';
const models = (entries: Record<string, string>): string =>
  `model_settings = { ${Object.entries({ ALEX_MODEL: 'narrator', ...entries })
    .map(([name, value]) => `${name} = "${value}"`)
    .join(', ')} }`;

/** Settings that are in the sums, each with a check of it. */
const counted: Readonly<Record<string, () => void>> = {
  stages: () => {
    const few = estimate(circumstances(having('stages = ["1-permissions", "5-database"]')));
    // A secret of $0.40 and a GB of $0.10 a month.
    expect(few.usdPerDay).toBeCloseTo(0.5 / MONTH, 9);
  },
  'database_capacity.min': () => {
    // 2 ACU x $0.12 x 24 h; nothing wakes what never sleeps.
    expect(line('database_capacity = { min = 2, max = 4 }', /^never paused, 2 ACU/)).toBeCloseTo(5.76, 9);
    expect(lines('database_capacity = { min = 2, max = 4 }').filter(({ what }) => what.includes('wakes'))).toEqual([]);
    // Half a unit is what a wake has: 0.5 x $0.12 x 24 h.
    expect(line('database_capacity = { min = 0.5, max = 4 }', /^never paused/)).toBeCloseTo(1.44, 9);
    const analysis = (settings: string) => of(settings).analysis.awsUsd;
    // Six minutes at half a unit, which are paid for anyway.
    expect(analysis('') - analysis('database_capacity = { min = 2, max = 4 }')).toBeCloseTo(0.1 * 0.06, 9);
  },
  'database_capacity.pause_after': () => {
    // A minute of work and an hour of quiet, once an hour: always awake, at 0.5 x $0.12 x 24 h.
    const restless = of('database_capacity = { min = 0, max = 2, pause_after = 3600 }');
    const wakes = restless.stages.flatMap((one) => one.lines).filter(({ what }) => what.includes('wakes'));
    expect(wakes.reduce((sum, one) => sum + one.usdPerDay, 0)).toBeCloseTo(1.44, 9);
    // Half an hour of quiet: 24 x 31 minutes of the sweeper's are 12.4 h at $0.06.
    expect(line('database_capacity = { min = 0, max = 2, pause_after = 1800 }', /^the sweeper/)).toBeCloseTo(0.744, 9);
    // An analysis on a day on which all else sleeps: 61 minutes for 6.
    const rarely = 'schedule_rates = { sweeper = "rate(1 day)", scheduler = "rate(1 day)" }\n';
    const analysis = (settings: string) => of(`${rarely}${settings}`).analysis.awsUsd;
    expect(analysis('database_capacity = { min = 0, max = 2, pause_after = 3600 }') - analysis('')).toBeCloseTo(
      (55 / 60) * 0.06,
      9,
    );
  },
  schedule_rates: () => {
    // Each minute keeps it awake: 24 h at $0.06.
    expect(line('schedule_rates = {}', /^the sweeper/)).toBeCloseTo(1.44, 9);
    // Twice a day, six minutes each.
    expect(line('schedule_rates = { sweeper = "rate(12 hours)" }', /^the sweeper/)).toBeCloseTo(0.012, 9);
  },
  vpc_endpoints: () => {
    // Three, in two zones, 24 h at $0.01.
    expect(more('vpc_endpoints = ["rds-data", "sqs", "logs"]')).toBeCloseTo(1.44, 9);
    // Of a stage that is off as well; and where the database is not, there is no network for them.
    expect(line('vpc_endpoints = ["sqs"]', /^VPC endpoints \(1, each in 2 zones\)$/)).toBeCloseTo(0.48, 9);
    expect(lines('vpc_endpoints = ["sqs"]', ['1-permissions']).some(({ what }) => what.includes('endpoint'))).toBe(
      true,
    );
    expect(of('vpc_endpoints = ["sqs"]', ['1-permissions', '8-enterprise']).usdPerDay).toBe(
      of('', ['1-permissions', '8-enterprise']).usdPerDay,
    );
  },
  'database_network.subnet_ids': () => {
    const network = 'database_network = { vpc_id = "vpc-1", subnet_ids = ["subnet-1", "subnet-2", "subnet-3"] }\n';
    expect(more(network)).toBe(0);
    expect(more(`${network}vpc_endpoints = ["sqs"]`)).toBeCloseTo(0.72, 9);
  },
  container_platform: () => {
    const platform = 'container_platform = "app_runner"';
    // 2 GB x 24 h x $0.007; and 12 notes of five minutes, one vCPU at $0.064.
    expect(line(platform, /^the container: 2 GB/)).toBeCloseTo(0.336, 9);
    expect(line(platform, /^the container: 1 vCPU/)).toBeCloseTo(0.064, 9);
    // Half as often, half the work.
    expect(line(`${platform}\nschedule_rates = { scheduler = "rate(4 hours)" }`, /^the container: 1 vCPU/)).toBeCloseTo(
      0.032,
      9,
    );
    // 24 h x (1 vCPU x $0.04048 + 2 GB x $0.004445), a load balancer at $0.0225, four addresses at $0.005.
    const express = ['vCPU', 'GB', 'its load', 'public'].map((what) => line('', new RegExp(what)) ?? 0);
    expect(express.reduce((sum, one) => sum + one, 0)).toBeCloseTo(24 * (0.04048 + 0.00889 + 0.0225 + 0.02), 9);
  },
  container_subnet_ids: () => {
    // The container's address, and one in each subnet.
    expect(line('container_subnet_ids = ["subnet-1", "subnet-2"]', /^public addresses \(3\)$/)).toBeCloseTo(0.36, 9);
  },
  'model_settings.ALEX_MODEL': () => {
    // 100,000 tokens in and 26,000 out; 12 notes of 40,000 and 4,000.
    expect(tokens(models({ ALEX_MODEL: OSS }))).toBeCloseTo(0.015 + 0.0156, 9);
    expect(line(models({ ALEX_MODEL: OSS }), /^tokens of 12 notes/)).toBeCloseTo(12 * (0.006 + 0.0024), 9);
    // By Terraform's own default; and a map that does not name it leaves the narrator.
    expect(estimate(circumstances('', stageNames)).analysis.model).toBe('bedrock:openai.gpt-oss-120b-1:0');
    expect(estimate(circumstances('model_settings = {}', stageNames)).analysis.model).toBe('narrator');
  },
  'model_settings.ALEX_MODEL_PLANNER': () => {
    expect(tokens(models({ ALEX_MODEL_PLANNER: OSS }))).toBeCloseTo((16_200 * 0.15 + 3_800 * 0.6) / 1e6, 9);
  },
  'model_settings.ALEX_MODEL_TAGGER': () => {
    expect(tokens(models({ ALEX_MODEL_TAGGER: OSS }))).toBeCloseTo((3_600 * 0.15 + 7_600 * 0.6) / 1e6, 9);
  },
  'model_settings.ALEX_MODEL_REPORTER': () => {
    expect(tokens(models({ ALEX_MODEL_REPORTER: OSS }))).toBeCloseTo((23_500 * 0.15 + 6_000 * 0.6) / 1e6, 9);
  },
  'model_settings.ALEX_MODEL_CHARTER': () => {
    expect(tokens(models({ ALEX_MODEL_CHARTER: OSS }))).toBeCloseTo((16_800 * 0.15 + 1_400 * 0.6) / 1e6, 9);
  },
  'model_settings.ALEX_MODEL_RETIREMENT': () => {
    expect(tokens(models({ ALEX_MODEL_RETIREMENT: OSS }))).toBeCloseTo((11_100 * 0.15 + 4_000 * 0.6) / 1e6, 9);
  },
  'model_settings.ALEX_MODEL_RESEARCHER': () => {
    expect(more(models({ ALEX_MODEL_RESEARCHER: 'openai:gpt-4.1@https://api.openai.com/v1' }))).toBeCloseTo(
      // $2 and $8 a million, and the secret with the server's key.
      12 * (0.08 + 0.032) + 0.4 / MONTH,
      9,
    );
  },
  'model_settings.ALEX_MODEL_JUDGE': () => {
    // It reads what a model wrote, and the tagger writes no text.
    expect(tokens(models({ ALEX_MODEL_JUDGE: OSS }))).toBe(0);
    expect(tokens(models({ ALEX_MODEL_JUDGE: OSS, ALEX_MODEL_TAGGER: OSS }))).toBe(
      tokens(models({ ALEX_MODEL_TAGGER: OSS })),
    );
    expect(
      tokens(models({ ALEX_MODEL_JUDGE: OSS, ALEX_MODEL_CHARTER: OSS })) - tokens(models({ ALEX_MODEL_CHARTER: OSS })),
    ).toBeCloseTo((7_200 * 0.15 + 800 * 0.6) / 1e6, 9);
  },
  'model_settings.ALEX_JOB_TOKENS': () => {
    // Half of the 126,000 that it takes.
    expect(tokens(models({ ALEX_MODEL: OSS, ALEX_JOB_TOKENS: '63000' }))).toBeCloseTo(0.0153, 9);
    expect(of(models({ ALEX_MODEL: 'openai:x@http://127.0.0.1:1/v1', ALEX_JOB_TOKENS: '0' })).analysis).toMatchObject({
      tokensUsd: 0,
      unknownModels: [],
    });
  },
  'model_settings.ALEX_JOB_USD': () => {
    expect(tokens(models({ ALEX_MODEL: OSS, ALEX_JOB_USD: '0.01' }))).toBeCloseTo(0.01, 9);
    // $3.30 and $16.50 a million would be $0.759; 50 cents are the most where nothing else is said.
    const sonnet = 'bedrock:us.anthropic.claude-sonnet-4-5-20250929-v1:0';
    expect(tokens(models({ ALEX_MODEL: sonnet }))).toBeCloseTo(0.5, 9);
    expect(tokens(models({ ALEX_MODEL: sonnet, ALEX_JOB_USD: '2' }))).toBeCloseTo(0.33 + 0.429, 9);
  },
  guard_models: () => {
    // 12 x 44,000 tokens of 3.25 characters are 1,716 units of 1,000, at $0.25 a thousand.
    expect(line(models({ ALEX_MODEL: OSS }), /^guardrail on 12 notes/)).toBeCloseTo(0.429, 9);
    const reporter = models({ ALEX_MODEL_REPORTER: OSS });
    // 29,500 tokens.
    expect(of(reporter).analysis.guardrailUsd).toBeCloseTo(((29.5 * 3.25) / 1000) * 0.25, 9);
    expect(of(`${reporter}\nguard_models = false`).analysis.guardrailUsd).toBe(0);
  },
  trace_headers_in_secret: () => {
    expect(more('trace_headers_in_secret = true')).toBeCloseTo(0.4 / MONTH, 9);
  },
  'service_settings.researcher.ALEX_RESEARCH_TOKENS': () => {
    const limited = `${models({ ALEX_MODEL_RESEARCHER: OSS })}\nservice_settings = { researcher = { ALEX_RESEARCH_TOKENS = "22000" } }`;
    expect(line(limited, /^tokens of 12 notes/)).toBeCloseTo((12 * 0.0084) / 2, 9);
  },
  'service_settings.researcher.ALEX_RESEARCH_USD': () => {
    const limited = `${models({ ALEX_MODEL_RESEARCHER: OSS })}\nservice_settings = { researcher = { ALEX_RESEARCH_USD = "0.001" } }`;
    expect(line(limited, /^tokens of 12 notes/)).toBeCloseTo(0.012, 9);
  },
};

/** Settings with a price that nobody knows here: text, and what is said of them. */
const named: Readonly<Record<string, readonly [settings: string, says: string]>> = {
  region: [
    'region = "sa-east-1"',
    'These are prices of us-east-1, and not of sa-east-1: most regions ask up to a third more',
  ],
  cloudtrail_data_events: [
    'cloudtrail_data_events = true',
    'Not counted: cloudtrail_data_events ($0.10 for each hundred thousand events).',
  ],
  database_backup_days: [
    'database_backup_days = 35',
    'Not counted: database_backup_days ($0.021 a GB and month of what changes in 35 days',
  ],
  'embeddings.memory': [
    'embeddings = { memory = 6144 }',
    'Not counted: embeddings.memory ($0.00012 a second of work).',
  ],
  'model_settings.ALEX_JUDGE_THRESHOLD': [
    models({ ALEX_MODEL_REPORTER: OSS, ALEX_JUDGE_THRESHOLD: '95' }),
    'Not counted: ALEX_JUDGE_THRESHOLD (more texts are written anew).',
  ],
  'service_settings.researcher.ALEX_RESEARCH_TURNS': [
    `${models({ ALEX_MODEL_RESEARCHER: OSS })}\nservice_settings = { researcher = { ALEX_RESEARCH_TURNS = "40" } }`,
    'Not counted: ALEX_RESEARCH_TURNS (a note may take more tokens).',
  ],
};

const USE = 'by what is used alone, and a day without use has none of it';
const OTHERS = 'what others charge is by their contract, whatever is set here';
/** Settings that change nothing of what is said, and why. */
const free: Readonly<Record<string, string>> = {
  project: 'a name',
  tags: 'names',
  web_origins: 'who may ask',
  alert_email: 'a thousand e-mails a month are free',
  monthly_budget_usd: 'a budget that only warns is free',
  state_bucket: 'some 100 KB in a bucket that is there already',
  deletion_protection: 'what is left after the end is told by npm run destroy',
  manage_api_gateway_logging: 'a role',
  'database_network.vpc_id': 'a name',
  'http_throttle.rate': USE,
  'http_throttle.burst': USE,
  'rest_throttle.rate': USE,
  'rest_throttle.burst': USE,
  'rest_throttle.per_day': USE,
  'database_capacity.max': 'it grows so far only under load; a wake has half a unit',
  database_engine_version: 'all that are let in are in standard support',
  'embeddings.max_concurrency': 'only concurrency that is provisioned is paid for',
  'embeddings.image_tag': 'a program',
  reserved_concurrency: 'only concurrency that is provisioned is paid for',
  log_retention_days: 'kept for $0.03 a GB and month: of a MB a day, in ten years 4 GB and less than half a cent a day',
  image_tags: 'counted as if each service had its image, which npm run deploy brings',
  market_settings: OTHERS,
  trace_settings: OTHERS,
  'model_settings.ALEX_TAGGER_CONCURRENCY': 'the same questions, sooner',
  'service_settings.researcher.ALEX_RESEARCH_TOPIC': 'a note is a note',
  'service_settings.researcher.ALEX_RESEARCH_SOURCES': 'a note is a note',
  'service_settings.researcher.ALEX_RESEARCH_PAGES': 'five, the most, are counted',
  'service_settings.researcher.ALEX_RESEARCH_SECONDS': 'the container runs anyway',
  'service_settings.researcher.ALEX_RESEARCH_AT_ONCE': 'the clock asks for one at a time',
  'service_settings.researcher.BROWSING_ALLOWED_HOSTS': 'fewer pages cost no more',
  'service_settings.researcher.BROWSING_USER_AGENT': 'a name costs nothing',
};

const researcher = own.services.get('researcher');
/** The entries of maps that the price could depend on; of any other the map as a whole. */
const entries: Readonly<Record<string, readonly string[]>> = {
  model_settings: namesIn.model_settings?.(fleet) ?? [],
  service_settings: researcher === undefined ? [] : namesInService(researcher).map((name) => `researcher.${name}`),
};
const partsOf = (name: string, type: SettingType): string[] =>
  (type.kind === 'object' ? [...type.parts.keys()] : entries[name])?.map((part) => `${name}.${part}`) ?? [name];

test('each setting of Terraform is counted, named, or free for a reason, and none of them twice', () => {
  const declared = [...declaredSettings(fileURLToPath(new URL('terraform', root)))].flatMap(([name, type]) =>
    partsOf(name, type),
  );
  expect([...Object.keys(counted), ...Object.keys(named), ...Object.keys(free)].toSorted()).toEqual(
    declared.toSorted(),
  );
});

test.each(Object.entries(counted))('%s is counted', (_, check) => {
  check();
});

describe('what is not counted is named', () => {
  test.each(Object.entries(named))('%s', (_, [settings, says]) => {
    expect(describeEstimate(before).join('\n')).not.toContain(says);
    const text = describeEstimate(of(settings)).join('\n');
    expect(text).toContain(says);
    if (says.startsWith('Not counted')) expect(text).toMatch(/ at least \$/);
  });

  test('before the yes of a deployment, too, where it belongs to a day, and with the stages that have it', () => {
    const said = (settings: string, stages: readonly Stage[] = stageNames): string[] => {
      const set = circumstances(having(settings), stages);
      return [costADay(set), ...beyondTheDay(set)];
    };
    expect(said('')).toEqual([expect.stringMatching(/^about \$[\d.]+$/)]);
    expect(said('cloudtrail_data_events = true')).toEqual([
      expect.stringMatching(/^at least \$[\d.]+$/),
      'Not counted: cloudtrail_data_events ($0.10 for each hundred thousand events).',
    ]);
    expect(said('cloudtrail_data_events = true', ['1-permissions', '2-embeddings', '3-ingest'])).toHaveLength(1);
    expect(said(named['model_settings.ALEX_JUDGE_THRESHOLD']?.[0] ?? '')).toHaveLength(1);
    expect(said('region = "sa-east-1"')[1]).toContain('prices of us-east-1, and not of sa-east-1');
    // Nothing costs nothing everywhere.
    expect(said('region = "sa-east-1"', ['1-permissions'])).toEqual(['about $0']);
  });

  test('a value that only Terraform works out, of whatever decides', () => {
    const text = describeEstimate(of('database_capacity = { min = 1 + 1, max = 4 }')).join('\n');
    expect(text).toContain('Not counted: database_capacity (an expression, which only Terraform works out).');
    expect(of('tags = { a = "${1 + 1}" }').notCounted).toEqual([]);
  });

  test('a setting that Terraform takes from elsewhere: another file, or the environment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'alex-set-elsewhere-'));
    try {
      expect(setElsewhere('', folder, {})).toEqual([]);
      const write = (name: string, text: string): void => {
        writeFileSync(join(folder, name), text);
      };
      write('big.auto.tfvars', 'database_capacity = { min = 8, max = 8 }\n');
      write('big.auto.tfvars.json', '{"vpc_endpoints":["sqs"]}');
      write('mine.auto.tfvars', 'tags = { a = "b" }\nproject = "devalex"\n');
      // What npm run deploy writes itself, and what Terraform does not read.
      write('images.auto.tfvars.json', '{"image_tags":{"researcher":"1"}}');
      write('other.tfvars', 'database_capacity = { min = 8, max = 8 }\n');
      // What terraform.tfvars sets nobody takes from the environment.
      const environment = { TF_VAR_region: 'sa-east-1', TF_VAR_project: 'devalex', TF_VAR_stages: '[]' };
      const found = setElsewhere('stages = ["1-permissions"]', folder, environment);
      expect(found.map(({ setting }) => setting).toSorted()).toEqual([
        'TF_VAR_region',
        'big.auto.tfvars',
        'big.auto.tfvars.json',
      ]);
      const set = circumstancesIn(having(''), stageNames, fleet, found);
      expect(costADay(set)).toMatch(/^at least/);
      expect(beyondTheDay(set).join('\n')).toContain('TF_VAR_region (only Terraform reads it)');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a model of another part of the world than its price', () => {
    expect(of(models({ ALEX_MODEL: OSS })).elsewhere).toEqual([]);
    expect(of(models({ ALEX_MODEL: OSS.replace('us-west-2', 'eu-central-1') })).elsewhere).toEqual(['eu-central-1']);
  });
});

test('several settings at once add up, and what one of them ends is out of the sum', () => {
  const settings = 'database_capacity = { min = 1, max = 2 }\nvpc_endpoints = ["rds-data", "sqs", "logs"]';
  const wakes = lines('').reduce((sum, one) => sum + (one.what.includes('wakes') ? one.usdPerDay : 0), 0);
  // Three endpoints in two zones, one capacity unit day and night, and no wakes.
  expect(more(settings)).toBeCloseTo(1.44 + 2.88 - wakes, 9);
});

test('who writes is said by agent where not all have one model', () => {
  const settings = models({ ALEX_MODEL_REPORTER: OSS, ALEX_MODEL_CHARTER: OSS, ALEX_MODEL_RETIREMENT: OSS });
  const { analysis } = of(settings);
  // 51,400 tokens in and 11,400 out; the judge is the narrator's rules.
  expect(analysis.tokensUsd).toBeCloseTo((51_400 * 0.15 + 11_400 * 0.6) / 1e6, 9);
  expect(analysis.guardrailUsd).toBeCloseTo(((62.8 * 3.25) / 1000) * 0.25, 9);
  expect(analysis.model).toBe(
    'narrator (planner, tagger, judge), bedrock:openai.gpt-oss-120b-1:0 (reporter, charter, retirement)',
  );
  expect(describeEstimate(of(settings)).join('\n')).toMatch(
    /^One analysis with narrator \(planner, tagger, judge\), .*: \$0\.0\d \(AWS \$0\.0\d, guardrail \$0\.05, tokens \$0\.01\)\.$/m,
  );
});

test('where one of several models has no known price the others are counted, and the sum is the least', () => {
  const settings = models({ ALEX_MODEL: OSS, ALEX_MODEL_REPORTER: 'openai:x@http://127.0.0.1:1/v1' });
  const { analysis } = of(settings);
  expect(analysis.unknownModels).toEqual(['openai:x@127.0.0.1:1']);
  expect(analysis.tokensUsd).toBeCloseTo(0.0306 - (23_500 * 0.15 + 6_000 * 0.6) / 1e6, 9);
  expect(describeEstimate(of(settings)).join('\n')).toMatch(
    /: at least \$[\d.]+ \(.*tokens \$0\.02, the price of those of openai:x@127\.0\.0\.1:1 is not known here\)\.$/m,
  );
});

describe('a stage that is off', () => {
  test('is counted with what it adds: no day has more than 24 hours', () => {
    for (const stages of [['1-permissions'], ['1-permissions', '2-embeddings', '3-ingest'], stageNames] as const) {
      const { clock } = circumstances('model_settings = {}', stages);
      expect(clock.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(24, 9);
    }
    // Those that are on come first: 2 h of the notes and 0.1 h of the clean-up leave 21.9 to the sweeper of each minute.
    const { clock } = circumstances('', ['1-permissions', '2-embeddings', '3-ingest', '4-researcher']);
    expect(clock.find(({ stage }) => stage === '6-agents')?.hours).toBeCloseTo(21.9, 9);
  });

  test('and all that are on make up the whole', () => {
    const sum = (stages: readonly Stage[]) => of('', stages).stages.reduce((total, one) => total + one.usdPerDay, 0);
    expect(sum(['1-permissions'])).toBeCloseTo(before.usdPerDay, 9);
  });
});
