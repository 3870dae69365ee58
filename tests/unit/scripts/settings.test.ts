// A misspelt setting in terraform.tfvars has no effect, and Terraform hardly says so: deploy does.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { settingFaults } from '../../../scripts/terraform/setting-faults.ts';
import { declaredSettings } from '../../../scripts/terraform/settings.ts';
import { stageNames } from '../../../scripts/terraform/variables-file.ts';
import { warningsIn } from '../../../scripts/terraform/warnings.ts';

const folder = fileURLToPath(new URL('../../../terraform/', import.meta.url));
const declared = declaredSettings(folder);
const example = readFileSync(new URL('../../../terraform/terraform.tfvars.example', import.meta.url), 'utf8');

const allVariables = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').match(/^variable /gm) ?? []);

const faultsIn = (text: string): string[] =>
  settingFaults(text, declared).map(({ says, remedy }) => `${says}. ${remedy}`);

describe('settings', () => {
  test('that are declared are all found, with the parts of those that are objects', () => {
    expect(declared.size).toBe(allVariables.length);
    const partsOf = (name: string) => {
      const type = declared.get(name);
      return type?.kind === 'object' ? [...type.parts.keys()] : type?.kind;
    };
    expect(partsOf('database_capacity')).toEqual(['min', 'max', 'pause_after']);
    expect(partsOf('embeddings')).toEqual(['memory', 'max_concurrency', 'image_tag']);
    expect(partsOf('database_network')).toEqual(['vpc_id', 'subnet_ids']);
    expect([partsOf('model_settings'), partsOf('stages'), partsOf('region')]).toEqual(['map', 'list', 'string']);
    expect([...declared.values()].filter(({ kind }) => kind === 'any')).toEqual([]);
  });

  test('that are saved as UTF-16 are refused with the cause, with a byte order mark or without', () => {
    for (const mark of ['\uFEFF', '']) {
      const saved = Buffer.from(`${mark}region = "us-east-1"\r\nproject = "alex"\r\n`, 'utf16le');
      expect(faultsIn(saved.toString('utf8'))).toEqual([expect.stringMatching(/UTF-16.*Save it as UTF-8/)]);
    }
  });

  test('with a text that an old encoding spoiled are refused, in a comment they are not', () => {
    const saved = Buffer.from('# café\nalert_email = "café@example.com"\n', 'latin1').toString('utf8');
    expect(faultsIn(saved)).toEqual([expect.stringMatching(/^line 2: .* not UTF-8\. Save the file as UTF-8/)]);
  });

  test('that list a stage which is none are refused with the one that was meant, not counted as if it were not there', () => {
    expect(faultsIn('stages = ["1-permissions", "3-ingset"]')).toEqual([
      'stages: there is no "3-ingset". Did you mean "3-ingest"?',
    ]);
    expect(faultsIn('stages = [1, 2] # two')).toEqual([
      'stages: there is no 1. Did you mean "1-permissions"?',
      'stages: there is no 2. Did you mean "2-embeddings"?',
    ]);
    expect(faultsIn('stages = [\n  "1-permissions", # yes\n  # "2-embedings",\n]')).toEqual([]);
  });

  test.each([
    'model_settings = { ALEX_MODEL = "openai:qwen3@http://127.0.0.1:11434/v1" }',
    'model_settings = { ALEX_MODEL_REPORTER = "openai:qwen3@http://localhost:11434/v1" }',
    'model_settings = { ALEX_MODEL = "openai:qwen3@http://[::1]:11434/v1" }',
    'trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://localhost:4318" }',
  ])('of a server on this machine are not taken to AWS: %s', (text) => {
    expect(faultsIn(text)).toEqual([expect.stringContaining('On AWS that address is the function itself')]);
  });

  test.each([
    'model_settings = { ALEX_MODEL = "openai:gpt-4.1-mini@https://api.openai.com/v1" }',
    'model_settings = { ALEX_MODEL = "openai:qwen3@https://localhost-models.example.com/v1" }',
    'trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://cloud.langfuse.com/api/public/otel" }',
  ])('of a server that AWS reaches are: %s', (text) => {
    expect(faultsIn(text)).toEqual([]);
  });

  test('that list a stage without those that it stands on name them, but where they are asked for', () => {
    const sixth = 'stages = ["1-permissions", "6-agents"]';
    expect(faultsIn(sixth)).toEqual([
      'stages: 6-agents cannot be there without 2-embeddings, 3-ingest, and 5-database. Add what lacks: npm run deploy -- --stage 2 3 5. What they cost together: npm run cost -- --stage 1 2 3 5 6',
    ]);
    expect(settingFaults(sixth, declared, ['2-embeddings', '3-ingest', '5-database'])).toEqual([]);
    expect(settingFaults(sixth, declared, stageNames)).toEqual([]);
  });

  test.each([
    ['foo = {', 'line 1: the { is not closed, or has an entry without =. Write NAME = VALUE'],
    ['stages = ["1-permissions"', 'line 1: the [ is not closed. Write ] after'],
    ['\nstages = ["1-permissions"\nregion = "us-east-1"', 'line 2: the [ is not closed. Write ] after'],
    ['stages = ["1-permissions"\n"2-embeddings"]', 'line 2: a comma is missing before'],
    ['region = "us-east-1', 'line 1: a text does not end. Close'],
    [
      'region = us-east-1',
      'line 1: us-east-1 is neither a text nor a number. A text stands in quotation marks: "us-ea',
    ],
    [
      'schedule_rates = { sweeper = rate(12 hours) }',
      'rate(12 hours) is neither a text nor a number. A text stands in quotation marks: "rate(12 hours)"',
    ],
    ['schedule_rates = { sweeper = cron(0 8,20 * * ? *), scheduler = "x" }', ': "cron(0 8,20 * * ? *)"'],
    ['project = my alex // mine', 'quotation marks: "my alex"'],
    ['project = my alex # mine', 'quotation marks: "my alex"'],
    [
      'deletion_protection = yes',
      "line 1: yes is no value of Terraform's. Where yes or no is asked, write true; a text",
    ],
    ['deletion_protection = False', "line 1: False is no value of Terraform's. Where yes or no is asked, write false"],
    ["region = 'us-east-1'", 'line 1: \' is no quotation mark here. Write "'],
    ['region = “us-east-1”', 'line 1: “ is no quotation mark here. Write "'],
    ['region "us-east-1"', 'line 1: region has no =. Write region ='],
    ['region: "us-east-1"', 'line 1: region has no =. Write region ='],
    ['region =\n', 'line 1: a value is missing. Write it'],
    ['"region" = "us-east-1"', 'line 1: "region" is no name of a setting. Write NAME'],
    ['region = "us-east-1" project = "alex"', 'line 1: project stands after the value of region. Write each'],
    ['region = "us-east-1"\nregion = "us-west-2"', 'line 2: region is set twice. Delete'],
    ['tags { team = "a" }', 'line 1: tags has no =. Write tags ='],
  ])('that are not HCL are told with the line: %j', (text, says) => {
    const told = settingFaults(text, new Map([...declared, ['foo', { kind: 'any' }]]));
    expect(told.map(({ says: what, remedy }) => `${what}. ${remedy}`)).toEqual([expect.stringContaining(says)]);
  });

  test('are told at once, however long the text without an end is', () => {
    const began = performance.now();
    expect(faultsIn(`region = "${'$${a} %{b} '.repeat(2000)}`)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('after an expression that is not looked into are read too', () => {
    expect(faultsIn('stages = [for one in ["1-permissions"] : one]\nstges = []\n')).toHaveLength(1);
    expect(faultsIn('log_retention_days = (30)\nstges = []\n')).toHaveLength(1);
  });

  test('after a mistake go on being read: every fault is told at once', () => {
    const told = faultsIn('region = us-east-1\nstges = ["1-permissions"]\nproject = "alex-dev"\n');
    expect(told.map((one) => one.split(' ', 3).join(' '))).toEqual([
      'line 1: us-east-1',
      'stges: there is',
      'project: "alex-dev" is',
    ]);
  });

  test.each([
    ['stages = "1-permissions"', 'stages is of the wrong type. Terraform wants a list: [ ... ]'],
    ['region = ["us-east-1"]', 'region is of the wrong type. Terraform wants a text in quotation marks: "..."'],
    ['deletion_protection = "yes"', 'deletion_protection is of the wrong type. Terraform wants true or false'],
    ['log_retention_days = "a month"', 'log_retention_days is of the wrong type. Terraform wants a number, such as 10'],
    ['model_settings = "narrator"', 'model_settings is of the wrong type. Terraform wants { NAME = VALUE }'],
    [
      'model_settings = { ALEX_MODEL = ["narrator"] }',
      'model_settings.ALEX_MODEL is of the wrong type. Terraform wants a text',
    ],
    [
      'database_capacity = { min = 0 }',
      'database_capacity.max is of the wrong type. Terraform wants a number, such as 10; it cannot be left out',
    ],
    [
      'http_throttle = { rate = "fast", burst = 5 }',
      'http_throttle.rate is of the wrong type. Terraform wants a number',
    ],
    ['region = "us-esat-1"', 'region: "us-esat-1" is not an AWS region. Did you mean us-east-1?'],
    ['region = "Frankfurt"', 'region: "Frankfurt" is not an AWS region. Did you mean eu-central-1?'],
    ['project = "alex-dev"', 'project: "alex-dev" is not a project\'s name. It has 2 to 19'],
    ['project = "default"', 'project: "default" is not a project\'s name. It has 2 to 19'],
    [
      'model_settings = { ALEX_MODEL = "gpt-5" }',
      'model_settings.ALEX_MODEL is "gpt-5", which names no model that Alex can use. It can be',
    ],
  ])('that Terraform would refuse are refused: %s', (text, says) => {
    expect(faultsIn(text)).toEqual([expect.stringContaining(says)]);
  });

  test.each([
    'log_retention_days = "30"',
    'database_engine_version = 16.8',
    'deletion_protection = "true"',
    'reserved_concurrency = null',
    'reserved_concurrency = 2 * 5',
    'region = "us-${"east"}-1"',
    'tags = { for name in ["a"] : name => "b" }',
    'stages = [for one in ["1-permissions"] : one]',
    'stages = [\n"1-permissions" // first\n, "2-embeddings"\n,]',
    'tags = {\n}',
    'tags = { a : "b", c = 1 }\r\nregion = "us-east-1"\r\n',
    '\uFEFFregion = "us-east-1"',
    'model_settings = { ALEX_MODEL = "openai:x@https://models.example.com/v1", ALEX_JOB_USD = 1 }',
    '  region = "us-east-1" /* so */',
  ])('that Terraform takes are taken: %j', (text) => {
    expect(faultsIn(text)).toEqual([]);
  });

  test('of the example, and those that it shows in comments, are known', () => {
    expect(faultsIn(example)).toEqual([]);
    expect(faultsIn(example.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(faultsIn(example.replaceAll(/^# (?=[a-z_]+ *= )/gm, ''))).toEqual([]);
  });

  test.each([
    [
      'alert_emal = "a@b.c"',
      'alert_emal: there is no such setting, so it would have no effect. Did you mean alert_email?',
    ],
    [
      'deletion_protecton = true',
      'deletion_protecton: there is no such setting, so it would have no effect. Did you mean deletion_protection?',
    ],
    [
      'delteion_protection = true',
      'delteion_protection: there is no such setting, so it would have no effect. Did you mean deletion_protection?',
    ],
    ['Region = "eu-west-1"', 'Region: there is no such setting, so it would have no effect. Did you mean region?'],
    ['what = 1', 'what: there is no such setting, so it would have no effect. Delete it'],
    [
      'database_capacity = { min = 0, max = 2, mx = 4 }',
      'database_capacity.mx: there is no such setting, so it would have no effect. Did you mean database_capacity.max?',
    ],
    [
      'embeddings = {\n  "memry" = 1024\n}',
      'embeddings.memry: there is no such setting, so it would have no effect. Did you mean embeddings.memory?',
    ],
    [
      'embeddings = { quantization = "int8" }',
      'embeddings.quantization: there is no such setting, so it would have no effect. There are: memory, max_concurrency, image_tag',
    ],
  ])('%s', (line, says) => {
    expect(faultsIn(`${example}\n${line}\n`)).toEqual([says]);
  });

  test.each([
    '# alert_emal = 1',
    '// alert_emal = 1',
    '/* alert_emal = 1\n*/',
    'tags = {\n  alert_emal = "x"\n  "team" = "a = b"\n}',
    'alert_email = "wat=1@b.c" # wat = 2',
    'service_settings = { researcher = { ALEX_RESEARCH_TOPIC = <<EOT\nwat = 1\nEOT\n} }',
    'service_settings = { researcher = { ALEX_RESEARCH_TOPIC = "a = b", } }',
    'web_origins = ["https://a.example/?b=c"]',
    'database_capacity = { min = 0, max = 4 } // so = 1',
  ])('no setting of its own: %s', (line) => {
    expect(faultsIn(`${example}\n${line}\n`)).toEqual([]);
  });
});

describe('warnings of Terraform', () => {
  test('are told in a sentence each, once', () => {
    const undeclared =
      'Warning: Value for undeclared variable\n\nThe root module does not declare a variable named "b" but a value was found\nin file "terraform.tfvars". If you meant to use this value, add a "variable"\nblock to the configuration.\n\nTo silence these warnings, use TF_VAR_... environment variables.\n';
    const deprecated =
      'Warning: Argument is deprecated\n\n  with module.a.aws_b.c,\n  on modules/a/main.tf line 3, in resource "aws_b" "c":\n   3:   name = "x"\n\nname is deprecated. Use id instead.\n\n(and one more similar warning elsewhere)\n';
    const text = `Plan: 1 to add.\n\n${undeclared}\n${deprecated}\n${undeclared}\n────\n\nSaved the plan to: x.tfplan\n`;
    const told = [
      'Terraform warns: Value for undeclared variable. The root module does not declare a variable named "b" but a value was found in file "terraform.tfvars".',
      'Terraform warns: Argument is deprecated. name is deprecated.',
    ];
    expect(warningsIn(text)).toEqual(told);
    const framed = `╷\n${deprecated.trimEnd().replaceAll(/^/gm, '│ ')}\n╵\n`;
    expect(warningsIn(framed)).toEqual(told.slice(1));
    expect(warningsIn('Plan: 1 to add.\n')).toEqual([]);
  });
});
