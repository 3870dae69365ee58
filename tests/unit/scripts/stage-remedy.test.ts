// A remedy that does nothing when it is followed: plain `npm run deploy` adds no stage, and one stage may stand on others.
import { globSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-stages-'));
// Before their import: the root of what is deployed is known from then on.
process.env.ALEX_TERRAFORM_FOLDER = folder;
const need = await import('../../../scripts/target/needed.ts');
const { targetFrom } = await import('../../../scripts/target/target-from.ts');
const { explainAwsFailure } = await import('../../../scripts/target/explain-aws-failure.ts');
const { describeKey } = await import('../../../scripts/database/describe-key.ts');
const { secretStages } = await import('../../../scripts/secrets/stages.ts');
const { fillSecrets } = await import('../../../scripts/secrets/fill.ts');
const { stageNames, strandedIn, withFoundations, readStage } =
  await import('../../../scripts/terraform/variables-file.ts');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Stage = (typeof stageNames)[number];
const aws = targetFrom('aws', { AWS_REGION: 'eu-west-1' });
const remediesOf = async (look: () => unknown): Promise<readonly string[]> => {
  try {
    await look();
  } catch (error) {
    if (error instanceof CommandError) return error.lines;
    throw error;
  }
  return [];
};

/** Everything in scripts/ that asks for a stage, by what it says where that is not there. */
const remedies: [what: string, stage: Stage, says: () => readonly string[] | Promise<readonly string[]>][] = [
  ['check-db, migrate, seed', '5-database', () => remediesOf(() => need.needDatabase(aws))],
  ['ingest', '3-ingest', () => remediesOf(() => need.needFunction(aws, 'ingest'))],
  ['search', '3-ingest', () => remediesOf(() => need.needFunction(aws, 'search'))],
  ['the vectors', '3-ingest', () => remediesOf(() => need.needVectors(aws))],
  ['the scheduler', '4-researcher', () => remediesOf(() => need.needFunction(aws, 'scheduler'))],
  ['research', '4-researcher', () => remediesOf(() => need.needResearcher(aws))],
  ['the researcher’s key', '4-researcher', () => remediesOf(() => need.needSecret(aws, 'researcher-key'))],
  ['other keys', '6-agents', () => remediesOf(() => need.needSecret(aws, 'market-keys'))],
  ['deploy --only', '6-agents', () => remediesOf(() => need.needFunction(aws, 'reporter'))],
  ['the queue', '6-agents', () => remediesOf(() => need.needQueue(aws, 'analysis-jobs'))],
  ['analyze', '6-agents', () => remediesOf(() => need.needApi(aws))],
  ['seed --person', '6-agents', () => describeKey('Ada', 'alex_x', aws).slice(1)],
  ['the key of a model’s server', '4-researcher', () => remediesOf(() => need.needSecret(aws, 'model-key'))],
  ['headers of traces', '6-agents', () => remediesOf(() => need.needSecret(aws, 'trace-headers'))],
  ['a role of the knowledge base', '3-ingest', () => remediesOf(() => need.needSecret(aws, 'database-knowledge'))],
  ['the researcher’s role', '4-researcher', () => remediesOf(() => need.needSecret(aws, 'database-researcher'))],
  ['the agents’ role', '6-agents', () => remediesOf(() => need.needSecret(aws, 'database-agents'))],
  ['secrets', '4-researcher', async () => (await secretStages()).slice(0, 1)],
  ['secrets', '6-agents', async () => (await secretStages()).slice(1)],
  [
    'a database that does not answer',
    '5-database',
    () => {
      const error = Object.assign(new Error('HttpEndpoint is not enabled'), { name: 'BadRequestException' });
      return explainAwsFailure(error, aws)?.lines ?? [];
    },
  ],
];

/** As a person has them: each with all that it stands on. */
const chosen = [
  ['1-permissions'],
  ['1-permissions', '2-embeddings'],
  ['1-permissions', '5-database'],
  ['1-permissions', '2-embeddings', '3-ingest'],
  ['1-permissions', '2-embeddings', '3-ingest', '5-database'],
  stageNames.slice(0, 4),
  stageNames,
] as const;

describe.each(chosen.map((stages) => [stages.join(' '), stages] as const))('with %s chosen', (_, before) => {
  test.each(remedies)('%s, which needs %s: the command that is printed deploys it', async (__, stage, says) => {
    writeFileSync(join(folder, 'terraform.tfvars'), `stages = ${JSON.stringify(before)}\n`);
    const commands = (await says()).flatMap((line) => [
      ...line.matchAll(/npm run deploy(?: -- --stage ((?:\d ?)+))?$/g),
    ]);
    expect(commands).toHaveLength(1);
    const added = (commands[0]?.[1] ?? '').trim().split(' ').filter(Boolean).map(readStage);
    const after = [...before, ...added];
    expect(after).toContain(stage);
    expect(strandedIn(after)).toEqual([]);
    // And nothing that is not needed for it, as it would cost.
    const needed: readonly Stage[] = withFoundations([stage]);
    expect(added.filter((one) => !needed.includes(one) || new Set<Stage>(before).has(one))).toEqual([]);
  });
});

test('before the first deployment, the stages of the example are those that plain deploying has', async () => {
  rmSync(join(folder, 'terraform.tfvars'), { force: true });
  writeFileSync(join(folder, 'terraform.tfvars.example'), 'stages = [\n  "1-permissions",\n  # "2-embeddings",\n]\n');
  expect(await remediesOf(() => need.needFunction(aws, 'search'))).toContain(
    'It comes with the stage 3-ingest, which cannot be there without 2-embeddings: see guides/2-embeddings.md, guides/3-ingest.md. Deploy them together: npm run deploy -- --stage 2 3',
  );
});

test('a fleet without secrets is told of each with what it comes, and of those that a setting brings with which', async () => {
  writeFileSync(join(folder, 'terraform.tfvars'), `stages = ${JSON.stringify(stageNames)}\n`);
  const has = 'which terraform.tfvars has. Go on with deploying it: npm run deploy';
  expect(await secretStages()).toEqual([
    `model-key (where terraform.tfvars names an openai: model) and researcher-key come with the stage 4-researcher, ${has}`,
    `market-keys and trace-headers (where terraform.tfvars has trace_headers_in_secret = true) come with the stage 6-agents, ${has}`,
  ]);
});

test('a secret that is not among those deployed names its stage', async () => {
  const some = targetFrom('aws', { AWS_REGION: 'eu-west-1', SECRET_ARN_RESEARCHER_KEY: 'arn' });
  writeFileSync(join(folder, 'terraform.tfvars'), `stages = ${JSON.stringify(stageNames.slice(0, 4))}\n`);
  const options = { environment: {}, ask: undefined, replace: false, only: 'market-keys', tell: () => undefined };
  await expect(fillSecrets(some, options)).rejects.toMatchObject({
    lines: [
      'There are: researcher-key',
      expect.stringMatching(/^It comes with the stage 6-agents, .* npm run deploy -- --stage 5 6$/),
    ],
  });
});

test('no text of a script that speaks of a stage ends in plain deploying', () => {
  const root = join(import.meta.dirname, '../../../scripts');
  const bare = globSync('**/*.ts', { cwd: root }).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => /\bstages?\b|\b[1-8]-[a-z]+\b|not deployed|comes? with/i.test(line.replaceAll('--stage', '')))
      .filter((line) => /npm run deploy(?! -- --| \(|: )['"`]/.test(line))
      .map(() => file.replaceAll('\\', '/')),
  );
  // Each for stages that are chosen already: what this is about, the doctor's last line, and the first deployment of all.
  expect(bare.sort()).toEqual(['doctor/report.ts', 'target/open-target.ts', 'terraform/stage-remedy.ts']);
});

test('a key that nothing takes yet is not said to work, and one that is taken is told how to be tried', () => {
  writeFileSync(join(folder, 'terraform.tfvars'), 'stages = ["1-permissions", "2-embeddings", "3-ingest"]\n');
  expect(describeKey('Ada', 'alex_x', aws)).toEqual([
    expect.stringContaining('alex_x'),
    expect.stringMatching(/^Nothing takes it yet\. The HTTP API comes with the stage 6-agents, .* --stage 5 6$/),
  ]);
  const [, tried] = describeKey('Ada', 'alex_x', { apiUrl: 'https://people.example' });
  expect(tried).toMatch(/^Try it: .*"x-api-key: alex_x" https:\/\/people\.example\/jobs$/);
});
