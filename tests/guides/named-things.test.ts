// What guides name is there, as nobody who renames an alarm or narrows a variable reads them all.
import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { GUIDES, textOf } from './guide-blocks.ts';
import { namedProblems } from './named-things.ts';

const all = readdirSync(GUIDES).filter((name) => name.endsWith('.md'));

test.each(all)('%s names what there is', (name) => {
  expect(namedProblems(name, textOf(name))).toEqual([]);
});

const mistakes: readonly (readonly [guide: string, right: string, wrong: string, problem: string])[] = [
  [
    '4-researcher.md',
    'container_platform = "app_runner"',
    'container_platform = "apprunner"',
    'container_platform cannot be "apprunner"',
  ],
  ['2-embeddings.md', 'max_concurrency = 1 }', 'max_concurrency = 0 }', 'embeddings.max_concurrency cannot be 0'],
  ['2-embeddings.md', 'embeddings = {', 'embedings = {', 'embedings'],
  ['8-enterprise.md', 'log_retention_days     = 90', 'log_retention_days     = 91', 'log_retention_days cannot be 91'],
  [
    '5-database.md',
    '`database_engine_version = "16.11"`',
    '`database_engine_version = "17.2"`',
    'database_engine_version cannot be "17.2"',
  ],
  ['9-beyond.md', 'librarian = "rate(12 hours)"', 'libarian = "rate(12 hours)"', 'libarian'],
  [
    '2-embeddings.md',
    '--endpoint-name alex-embeddings',
    '--endpoint-name alex-embedding',
    'no aws_sagemaker_endpoint called alex-embedding',
  ],
  [
    '2-embeddings.md',
    '--endpoint-name alex-embeddings',
    '--endpoint-name alex-deployers',
    'no aws_sagemaker_endpoint called alex-deployers',
  ],
  [
    '1-permissions.md',
    '--group-name alex-deployers',
    '--group-name alex-deployer',
    'no aws_iam_group called alex-deployer',
  ],
  [
    '5-database.md',
    '--engine-version 16.8',
    '--engine-version 16.6',
    'database_engine_version is 16.8 by default, and not 16.6',
  ],
  ['3-ingest.md', '`rest_throttle`', '`rest_throtle`', 'no setting, output or table rest_throtle'],
  [
    '3-ingest.md',
    '`terraform/variables-functions.tf`',
    '`terraform/variables-services.tf`',
    'there is no rest_throttle in',
  ],
  ['3-ingest.md', '`knowledge_chunks`', '`knowledge_chunk`', 'no setting, output or table knowledge_chunk'],
  [
    '8-enterprise.md',
    '`alex-report-without-model`',
    '`alex-reporter-without-model`',
    'nothing called alex-reporter-without-model',
  ],
  ['8-enterprise.md', '`aws-waf-logs-alex-rest`', '`aws-waf-logs-alex-api`', 'nothing called aws-waf-logs-alex-api'],
  ['1-permissions.md', '`youalex-deployers`', '`youalex-deployer`', 'nothing called youalex-deployer'],
  ['architecture.md', '`alex-failed-events`', '`alex-failed`', 'nothing called alex-failed'],
  [
    '1-permissions.md',
    'add-user-to-group --group-name',
    'add-user-to-group --group',
    'add-user-to-group has no --group',
  ],
  ['3-ingest.md', 'ADDRESS/documents/ID', 'ADDRESS/document/ID', 'no function answers /document/ID'],
  ['9-beyond.md', 'ADDRESS/column?', 'ADDRESS/columns?', 'no function answers /columns'],
  ['3-ingest.md', '`POST /search`', '`POST /find`', 'no function answers POST /find'],
  [
    '5-database.md',
    '"The database is at version',
    '"The database has version',
    'no program says "The database has version',
  ],
  ['9-beyond.md', '"The secret … has no value"', '"The secret … is empty"', 'no program says "The secret … is empty"'],
  ['3-ingest.md', 'up to 20 documents', 'up to 30 documents', 'there may be 20'],
  ['3-ingest.md', 'up to 20 documents', 'up to 20 files', 'no test knows what that is counted from'],
  ['4-researcher.md', 'logs -- researcher scheduler', 'logs -- researcher schedular', 'nothing called schedular logs'],
  ['6-agents.md', '--only reporter', '--only reproter', 'nothing called reproter is a function'],
  ['2-embeddings.md', 'logs -- embeddings', 'logs -- embedding', 'nothing called embedding logs'],
  ['6-agents.md', 'secrets -- market-keys', 'secrets -- market-key', 'nothing called market-key is a secret'],
  ['9-beyond.md', 'secrets -- news-key', 'secrets -- newskey', 'nothing called newskey is a secret'],
  ['3-ingest.md', '+ s3_vectors (', '+ vectors (', 'Terraform has no module vectors'],
  ['3-ingest.md', '+ lambda search (', '+ lambda serach (', 'there is no function serach to make'],
  [
    '1-permissions.md',
    'policy/AdministratorAccess',
    'policy/AdministratorAcess',
    'AWS has no policy AdministratorAcess',
  ],
  ['1-permissions.md', '`AdministratorAccess`', '`AdministratorAcces`', 'AWS has no policy AdministratorAcces'],
  ['1-permissions.md', 'winget install', 'winget instal', 'winget installs nothing by instal'],
  ['1-permissions.md', 'brew install', 'brew add', 'brew installs nothing by add'],
  ['1-permissions.md', 'snap install', 'snap instal', 'snap installs nothing by instal'],
  ['2-embeddings.md', '--query EndpointStatus', '--query EndpointState', 'describe-endpoint answers no EndpointState'],
  ['5-database.md', 'ValidUpgradeTarget[]', 'ValidUpgradeTargets[]', 'answers no ValidUpgradeTargets'],
  ['0-laptop.md', 'ALEX_PORT', 'ALEX_PORTS', 'no program reads ALEX_PORTS'],
  ['8-enterprise.md', 'ALEX_MODEL_REPORTER', 'ALEX_MODEL_REPORT', 'no program reads ALEX_MODEL_REPORT'],
];

test.each(mistakes)('%s with %s made %s is found untrue', (guide, right, wrong, problem) => {
  const text = textOf(guide);
  expect(text).toContain(right);
  expect(namedProblems(guide, text.replaceAll(right, wrong)).join('\n')).toContain(problem);
});

test("words that are nobody's names are left alone", () => {
  const text =
    'Write `a_note` ... no: `report/result.json`, `alex_`, `urn:alex:file:NAME`, `.alex/data`, `alex-`, `lambda.json`, `x-api-key`.';
  expect(namedProblems('x.md', text)).toEqual(['x.md: there is no setting, output or table a_note']);
});
