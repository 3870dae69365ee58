// A value that Terraform would refuse after everything is packaged, and a rule of ours that says something else than Terraform's.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { valueFaults } from '../../../scripts/terraform/setting-values.ts';
import { readTfvars } from '../../../scripts/terraform/tfvars.ts';

const folder = fileURLToPath(new URL('../../../terraform/', import.meta.url));
const declarations = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n');
const faultsIn = (text: string): string[] =>
  valueFaults(readTfvars(text).settings).map(({ says, remedy }) => `${says}. ${remedy}`);

test.each([
  ['log_retention_days = 17', 'log_retention_days cannot be 17. It is one of 1, 3, 5, 7, 14, 30,'],
  ['database_capacity = { min = 0, max = 0.3 }', 'database_capacity.max cannot be 0.3. Aurora has steps of 0.5'],
  ['database_capacity = { min = 0.25, max = 2 }', 'database_capacity.min cannot be 0.25. Aurora'],
  ['database_capacity = { min = 4, max = 2 }', 'database_capacity: min 4 is more than max 2'],
  [
    'database_capacity = { min = 0, max = 2, pause_after = 60 }',
    'pause_after cannot be 60. It is a whole number from 300 to 86400',
  ],
  ['schedule_rates = { sweeper = "rate(0 hours)" }', 'schedule_rates.sweeper cannot be "rate(0 hours)". A rate is'],
  ['schedule_rates = { sweeper = "rate(1 hours)" }', 'schedule_rates.sweeper cannot be'],
  ['schedule_rates = { sweeper = "cron(0 8 * * ? *)" }', 'schedule_rates.sweeper cannot be'],
  ['image_tags = { researcher = "so so" }', 'image_tags.researcher cannot be "so so". A tag is letters'],
  ['alert_email = "me@example..com"', 'alert_email cannot be "me@example..com". It is an e-mail address, or null'],
  ['alert_email = "me at home"', 'alert_email cannot be "me at home". It is an e-mail address, or null'],
  ['container_platform = "fargate"', 'container_platform cannot be "fargate". It is ecs_express or app_runner'],
  ['embeddings = { memory = 3000 }', 'embeddings.memory cannot be 3000. It is one of 1024,'],
  ['embeddings = { max_concurrency = 0 }', 'embeddings.max_concurrency cannot be 0.'],
  ['database_backup_days = 0', 'database_backup_days cannot be 0. It is a whole number from 1 to 35'],
  ['database_backup_days = 1.5', 'database_backup_days cannot be 1.5. It is a whole number from 1 to 35'],
  ['monthly_budget_usd = 0.5', 'monthly_budget_usd cannot be 0.5. It is at least 1'],
  [
    'model_settings = { ALEX_MODEL = "openai:qwen3@http://192.168.1.5:11434/v1" }',
    'model_settings.ALEX_MODEL cannot be "openai:qwen3@http://192.168.1.5:11434/v1". That address is inside a network',
  ],
  ['market_settings = { MARKET_ECB_URL = "https://172.31.255.1/" }', 'That address is inside a network'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://me:x@10.0.0.8:4318" }', 'That address is inside'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://[fd12:3456::1]:4318" }', 'That address is inside'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://[fe80::1]" }', 'That address is inside'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://169.254.1.1" }', 'That address is inside'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://100.100.1.1" }', 'That address is inside'],
  ['model_settings = { ALEX_MODEL_RESEARCHER = "openai:q@http://127.0.0.1/v1" }', 'is the function itself'],
  ['tags = { "Owner?" = "x" }', 'tags: "Owner?" can be no tag. AWS takes names of 1 to 128'],
  ['tags = { "" = "x" }', 'tags: "" can be no tag'],
  ['tags = { Owner = "Ada & Co" }', 'tags.Owner cannot be "Ada & Co". AWS takes up to 256'],
  ['tags = { "Träger" = "x" }', 'tags: "Träger" can be no tag'],
  [`tags = { Owner = "${'x'.repeat(257)}" }`, 'AWS takes up to 256'],
  [`tags = { ${'x'.repeat(129)} = "x" }`, 'AWS takes names of 1 to 128'],
  ['tags = { "AWS:owner" = "x" }', 'tags: "AWS:owner" can be no tag. aws: and rds: begin'],
  ['tags = { owner = "rds:me" }', 'tags.owner cannot be "rds:me". aws: and rds: begin'],
  ['tags = { Project = "x" }', 'tags: IAM takes "Project" and "project" for one. project is Alex'],
  ['tags = { Team = "x", team = "y" }', 'tags: IAM takes "team" and "Team" for one. Delete one'],
  [
    `tags = { ${Array.from({ length: 48 }, (_, n) => `t${n} = "x"`).join(', ')} }`,
    'tags: there are 48. There can be 47',
  ],
  ['reserved_concurrency = 2.5', 'reserved_concurrency cannot be 2.5. It is a whole number from 1 to 1000, or null'],
])('%s is refused', (text, says) => {
  expect(faultsIn(text)).toEqual([expect.stringContaining(says)]);
});

test.each([
  'log_retention_days = 30\nreserved_concurrency = null\nalert_email = null\nmonthly_budget_usd = 1',
  'log_retention_days = "14"\ndatabase_capacity = { min = 0.5, max = 0.5 + 1 }\nalert_email = "a@b.c"',
  'database_capacity = { min = 0.5, max = 256, pause_after = 300 }\nembeddings = {}',
  'schedule_rates = { sweeper = "rate(1 hour)", scheduler = "rate(12 hours)" }',
  'image_tags = { researcher = "2026-11.1_a" }',
  'model_settings = { ALEX_MODEL = "openai:q@https://172.15.1.1/v1", ALEX_MODEL_RESEARCHER = "openai:q@http://10.0.0.8/v1" }',
  'trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://10.example.com/?next=http%3A//10.0.0.1" }',
  `tags = { "Cost centre" = "a_b.c:d/e=f+g-h@i", empty = "", ${'k'.repeat(128)} = "${'v'.repeat(256)}" }`,
  // Of the wrong type, which is told elsewhere, or not to be known from the text.
  'log_retention_days = "a month"\nreserved_concurrency = true\nalert_email = ["a@b.c"]\ndatabase_backup_days = 5 * 8',
])('%s is let through', (text) => {
  expect(faultsIn(text)).toEqual([]);
});

test('what is refused is what the validations of Terraform say', () => {
  const source = readFileSync(new URL('../../../scripts/terraform/setting-values.ts', import.meta.url), 'utf8');
  const patterns = [...source.matchAll(/pattern:\s+\/(?!\^\(\?!)(\S.*)\/,?/g)].map(([, pattern = '']) => pattern);
  expect(patterns).toHaveLength(6);
  const addresses = [...source.matchAll(/^const (\w+) =\s+\/\^\(\?!\.\*(:.*)\)\/i;/gm)];
  expect(addresses.map(([, name]) => name)).toEqual(['NOT_HERE', 'NOT_PRIVATE']);
  for (const [, , address = 'no address'] of addresses)
    expect(declarations).toContain(`"(?i)${address.replaceAll('\\/', '/').replaceAll('\\', '\\\\')}"`);
  for (const pattern of patterns) {
    const inHcl = pattern.replaceAll('\\', '\\\\');
    const names = /^\^\((\w+)\|(\w+)\)\$$/.exec(pattern);
    expect(declarations).toContain(names === null ? inHcl : `"${names[1] ?? ''}", "${names[2] ?? ''}"`);
  }
  const lists = [...source.matchAll(/^const [A-Z]+ = \[([\d,\s]+)\]/gm)].map(([, list = '']) =>
    list.replaceAll(/\s+/g, ' ').replace(/^ |,? $/g, ''),
  );
  expect(lists).toHaveLength(2);
  for (const list of lists) expect(declarations).toContain(`contains([${list}]`);
  for (const bound of [
    'var.embeddings.max_concurrency >= 1 && var.embeddings.max_concurrency <= 200',
    'var.database_capacity.max <= 256 && var.database_capacity.min <= var.database_capacity.max',
    'floor(units * 2) == units * 2',
    'var.database_capacity.pause_after >= 300 && var.database_capacity.pause_after <= 86400',
    'var.database_backup_days >= 1 && var.database_backup_days <= 35',
    'var.monthly_budget_usd >= 1',
    'length(var.tags) <= 47',
    '"^(?i)(?:aws|rds):"',
    'var.reserved_concurrency >= 1 && var.reserved_concurrency <= 1000 && floor',
  ])
    expect(declarations).toContain(bound);
});
