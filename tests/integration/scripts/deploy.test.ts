// npm run deploy against a program that is called as Terraform is, and AWS on loopback: the order of things, and each way to fail
// with the sentence that a student reads.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  identity,
  refusal,
  stsRefusal,
  type AwsAnswer,
  type AwsCall,
  type AwsScript,
} from '../../setup/deployment/aws-server.ts';
import { asPackaged, packagedCode } from '../../setup/deployment/as-packaged.ts';
import { credentials, VARIABLES } from '../../setup/deployment/workplace.ts';
import { aws, inWorkplaces, place } from '../../setup/deployment/workplaces.ts';
import { eventually } from '../../setup/eventually.ts';

const value = (of: unknown) => ({ value: of });
const change = (address: string, type: string, ...actions: string[]) => ({
  address,
  type,
  mode: 'managed',
  change: { actions },
});
const outputs = {
  environment: value({ AWS_REGION: 'us-east-1' }),
  stages: value(['1-permissions']),
  functions: value({}),
  next_step: value('Read guides/2-embeddings.md, then: npm run deploy -- --stage 2'),
};
const plan = [
  change('module.permissions[0].aws_iam_group.deployers', 'aws_iam_group', 'create'),
  change('module.permissions[0].aws_iam_policy.boundary', 'aws_iam_policy', 'create'),
  change('data.aws_region.current', 'aws_region', 'read'),
];

/** A state in an account: a bucket names none, and a policy that is only referred to may be anybody's. */
const madeIn = (account: string) => [
  {
    mode: 'managed',
    type: 'aws_iam_role',
    instances: [
      {
        attributes: {
          arn: `arn:aws:iam::${account}:role/alex/alex-api`,
          permissions_boundary: 'arn:aws:iam::999999999999:policy/of-others',
          tags_all: { project: 'alex', managed_by: 'terraform' },
        },
      },
      { attributes: { arn: 'arn:aws:s3:::alex-trail', tags_all: null } },
    ],
  },
  {
    mode: 'data',
    type: 'aws_caller_identity',
    instances: [{ attributes: { arn: 'arn:aws:iam::999999999999:user/x' } }],
  },
];

inWorkplaces(() => {
  place.set({ plans: [plan], outputsAfter: outputs });
});

const deploy = (script: AwsScript, args: readonly string[], environment: Record<string, string> = {}) => {
  aws.answer({ GetCallerIdentity: identity(), GetFunctionConfiguration: asPackaged, ...script });
  return place.run('deploy', args, { ...credentials, ...environment });
};
const commands = () => place.calls().map(([command]) => command);
const leftBehind = () => readdirSync(place.terraform).filter((name) => /plan|lock/.test(name));
const variables = () => readFileSync(join(place.terraform, 'terraform.tfvars'), 'utf8');

/** The functions of the knowledge base, as they answer a smoke test. */
const knowledge = value({ ingest: 'alex-ingest', search: 'alex-search' });
const answers = ({ path, body }: AwsCall): AwsAnswer => {
  const document = `doc_${'0'.repeat(32)}`;
  const passage = { id: '1', document, text: 'x', title: 'x', url: 'urn:x', kind: 'note', score: 1 };
  const dated = { published: null, fetched: '2026-11-18T09:30:00Z', tickers: [], sources: [] };
  if (path.includes('alex-search')) return { body: { passages: [{ ...passage, ...dated }] } };
  if (!body.includes('"DELETE"')) return { body: { documents: [{ id: document, chunks: 1, status: 'stored' }] } };
  const deleted = { deleted: 1, notes: { shortened: [], deleted: [] } };
  return { body: { statusCode: 200, body: JSON.stringify(deleted) } };
};

describe('a deployment', () => {
  test('shows, applies what it showed, writes .env, and says what comes next', async () => {
    const { code, stdout, stderr } = await deploy({}, ['--yes']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Apply complete!\n' });
    expect(commands()).toEqual(['version', 'init', 'state', 'plan', 'show', 'state', 'apply', 'output']);
    expect(place.calls().at(-2)).toEqual(['apply', '-no-color', place.calls()[4]?.at(-1)]);
    expect(leftBehind()).toEqual([]);
    expect(stdout).toContain('AWS account 123456789012 in us-east-1');
    expect(stdout).toContain('Terraform would make 2, change 0, destroy 0:\n  + permissions (2)');
    expect(stdout).toContain('Stage 1-permissions costs about $0 a day without use');
    expect(stdout).toContain('Next: Read guides/2-embeddings.md');
    expect(readFileSync(place.envFile, 'utf8')).toContain('ALEX_STAGES=1-permissions');
  });

  test("shows all of Terraform's outputs with --full, and only then", async () => {
    const { stderr } = await deploy({}, ['--yes', '--full']);
    expect(stderr).toContain('Apply complete!\n\nOutputs:\n\nenvironment = "..."\n');
  });

  test('does nothing without a yes', async () => {
    const { code, stderr } = await deploy({}, []);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no terminal to ask in, so nothing was done.\n  To say yes beforehand: --yes');
    expect(commands()).not.toContain('apply');
  });

  test('says before the yes what its stages cost as they are set, whose prices these are, and what is not counted', async () => {
    const stages = 'stages = ["1-permissions", "2-embeddings", "5-database"]\n';
    const set = (settings: string): void => {
      writeFileSync(join(place.terraform, 'terraform.tfvars'), `${stages}${settings}`);
    };
    set('');
    // A secret, and a GB.
    expect((await deploy({}, ['--plan'])).stdout).toContain('cost about $0.02 a day without use (npm run cost).\n');
    set('database_capacity = { min = 2, max = 4 }\nregion = "sa-east-1"\n');
    const { stdout } = await deploy({}, ['--plan']);
    // 2 ACU x $0.12 x 24 h.
    expect(stdout).toContain(
      'cost about $5.78 a day without use (npm run cost).\nThese are prices of us-east-1, and not of sa-east-1: ',
    );
    set('database_backup_days = 35\n');
    expect((await deploy({}, ['--plan'])).stdout).toMatch(
      /cost at least \$0\.02 a day without use \(npm run cost\)\.\nNot counted: database_backup_days \(/,
    );
  });

  test('in another region than the last one is named as such', async () => {
    place.set({ plans: [plan], outputsAfter: outputs, regionBefore: 'eu-west-1' });
    const { stdout } = await deploy({}, ['--plan']);
    expect(stdout).toContain('What is deployed is in eu-west-1, and us-east-1 is asked for');
    expect(stdout).toContain('region = "eu-west-1"');
    place.set({ plans: [plan], outputsAfter: outputs, regionBefore: 'us-east-1' });
    expect((await deploy({}, ['--plan'])).stdout).not.toContain('asked for');
  });

  test('whose state is lost, and that .env still names, is not made a second time by a --yes', async () => {
    const named = 'ALEX_STAGES=1-permissions 2-embeddings\nALEX_ACCOUNT=123456789012\nAWS_REGION=eu-central-1\n';
    writeFileSync(place.envFile, named);
    const says =
      'Terraform knows of nothing here, and .env names what was deployed (1-permissions, 2-embeddings) in account 123456789012, eu-central-1: it would be made a second time';
    const none = { GetResources: { body: { ResourceTagMappingList: [] } } };
    const { code, stderr } = await deploy(none, ['--yes']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(`Nothing was done. ${says}`) });
    expect(stderr).toContain('bring its terraform.tfstate here');
    expect(commands()).not.toContain('plan');
    expect(readFileSync(place.envFile, 'utf8')).toBe(named);
    expect((await deploy(none, ['--plan'])).stdout).toContain(says);
    place.set({ plans: [plan], outputsAfter: outputs, made: madeIn('123456789012') });
    expect((await deploy({}, ['--yes'])).code).toBe(0);
    expect(aws.calls.map(({ operation }) => operation)).not.toContain('GetResources');
  });

  test('whose state is lost, and that .env names in another account, is told with both accounts', async () => {
    writeFileSync(place.envFile, 'ALEX_STAGES=1-permissions\nALEX_ACCOUNT=210987654321\n');
    const { code, stderr } = await deploy({}, ['--yes']);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('and what .env names is in account 210987654321.'),
    });
  });

  test('that only the tags of the account still show is not made a second time by a --yes, but is after a destruction', async () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:alex-api';
    const there = { GetResources: { body: { ResourceTagMappingList: [{ ResourceARN: arn }] } } };
    const says = `the account has 1 thing of a project "alex" already, such as ${arn}.`;
    place.set({ plans: [plan], outputsAfter: outputs, gone: true });
    const { code, stderr } = await deploy(there, ['--yes']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(says) });
    expect(commands()).not.toContain('plan');
    // AWS lists for an hour what is gone: the state is there, with nothing in it.
    place.set({ plans: [plan], outputsAfter: outputs });
    const after = await deploy(there, ['--yes']);
    expect({ code: after.code, stdout: after.stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(says),
    });
  });

  test('of which AWS does not say what is tagged goes on, and says so once', async () => {
    const { code, stdout } = await deploy({}, ['--yes']);
    expect(code).toBe(0);
    expect(stdout.split('already could not be told (AccessDeniedException).')).toHaveLength(2);
  });

  test('that changes stage 1, as by a tag, says before the yes that it takes an administrator', async () => {
    const planned = (...actions: string[]) => [change('module.permissions[0].aws_iam_policy.deploy["x"]', 'aws_iam_policy', ...actions)]; // prettier-ignore
    const told = async (...actions: string[]) => {
      place.set({ plans: [planned(...actions)], outputsAfter: outputs });
      return (await deploy({}, ['--plan'])).stdout;
    };
    expect(await told('update')).toContain('as a member of alex-deployers it would stop half-way');
    expect(await told('create')).not.toContain('stop half-way');
  });

  test('with another region in a file that Alex does not read is refused before anything is asked', async () => {
    aws.answer({});
    writeFileSync(join(place.terraform, 'my.auto.tfvars'), 'region = "eu-west-1"\n');
    for (const script of ['deploy', 'destroy'] as const) {
      const { code, stderr } = await place.run(script, ['--plan'], credentials);
      expect({ script, code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('region: in terraform/my.auto.tfvars'),
      });
    }
    expect(aws.calls).toEqual([]);
  });

  test('with another project or no protection in the environment is refused before anything is asked', async () => {
    aws.answer({});
    writeFileSync(join(place.terraform, 'terraform.tfvars'), 'region = "us-east-1"\nstages = ["1-permissions"]\n');
    for (const [name, value] of [
      ['project', 'bobalex'],
      ['deletion_protection', 'false'],
    ] as const) {
      const set = { [`TF_VAR_${name}`]: value };
      for (const script of ['deploy', 'destroy'] as const) {
        const { code, stderr } = await place.run(script, ['--plan'], { ...credentials, ...set });
        expect({ script, code, stderr }).toMatchObject({
          code: 1,
          stderr: expect.stringContaining(`${name}: in the environment, as TF_VAR_${name}`),
        });
      }
      expect((await place.run('cost', [], set)).stderr).toContain(`as TF_VAR_${name}`);
    }
    expect(aws.calls).toEqual([]);
  });

  test('whose example alone is there goes by it, and a destruction, which copies none, does not', async () => {
    rmSync(join(place.terraform, 'terraform.tfvars'), { force: true });
    const set = { ...credentials, TF_VAR_region: 'eu-west-1' };
    aws.answer({});
    expect((await place.run('destroy', ['--plan'], set)).stderr).toContain('region: in the environment');
    expect((await place.run('deploy', ['--plan'], set)).stderr).not.toContain('in the environment');
  });

  test('that would have the database in another network says before the yes that AWS moves none', async () => {
    const cluster = { actions: ['update'], before: { engine_version: '16.8' }, after: { engine_version: '16.8' } };
    const inNetwork = (address: string, after: object) => [
      { address: 'module.aurora[0].aws_rds_cluster.this', type: 'aws_rds_cluster', change: cluster },
      {
        address,
        type: 'aws_security_group',
        change: { actions: ['delete', 'create'], before: { vpc_id: 'vpc-1' }, after },
      },
    ];
    const told = async (planned: object[]): Promise<string> => {
      place.set({ plans: [planned], outputsAfter: outputs });
      return (await deploy({}, ['--plan'])).stdout;
    };
    const own = 'module.aurora[0].aws_security_group.this';
    expect(await told(inNetwork(own, { vpc_id: 'vpc-2' }))).toContain(
      'The database is in the network vpc-1, and vpc-2 is asked for: AWS moves no database to another',
    );
    expect(await told(inNetwork(own, {}))).toContain('and one of its own is asked for');
    expect(await told(inNetwork(own, { vpc_id: 'vpc-1' }))).not.toContain('The database is in');
    expect(
      await told(inNetwork('module.enterprise[0].aws_security_group.endpoints[0]', { vpc_id: 'vpc-2' })),
    ).not.toContain('The database is in');
  });

  test.each([
    ['16.11', 'none goes back, so a deployment would stop there.\nSet database_engine_version = "16.11"'],
    ['16.4', 'the deployment upgrades it'],
  ])('a database that is at %s already is told before anything is done', async (is, says) => {
    const change = { actions: ['update'], before: { engine_version: is }, after: { engine_version: '16.8' } };
    place.set({ plans: [[{ address: 'module.aurora.x', type: 'aws_rds_cluster', change }]], outputsAfter: outputs });
    expect((await deploy({}, ['--plan'])).stdout).toContain(`The database is at version ${is}, `);
    expect((await deploy({}, ['--plan'])).stdout).toContain(says);
    place.set({ plans: [plan], outputsAfter: outputs });
    expect((await deploy({}, ['--plan'])).stdout).not.toContain('The database is at');
  });

  test('with no stage on says so, and not what no stage costs', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), 'region = "us-east-1"\nstages = []\n');
    place.set({ plans: [plan], outputsAfter: outputs });
    const { stdout } = await deploy({}, ['--plan']);
    expect(stdout).toContain('No stage is on');
    expect(stdout).not.toContain('Stages  ');
  });

  test('with the credentials of another account than that of what is deployed is refused before anything is planned', async () => {
    const strangers = { GetCallerIdentity: identity('arn:aws:iam::210987654321:user/ada', '210987654321') };
    place.set({ plans: [plan], outputsAfter: outputs, made: madeIn('123456789012') });
    writeFileSync(join(place.folder, 'profiles'), '[mine]\n[company]\n');
    const profiles = { AWS_CONFIG_FILE: join(place.folder, 'profiles') };
    for (const args of [['--yes'], ['--stage', '2', '--yes'], ['--plan']]) {
      const { code, stderr } = await deploy(strangers, args, profiles);
      expect(code).toBe(1);
      expect(stderr).toContain(
        'These AWS credentials are of account 210987654321 (arn:aws:iam::210987654321:user/ada), and what is deployed from here is in account 123456789012. Nothing was done.',
      );
      expect(stderr).toContain(
        'Set AWS_PROFILE to a profile of account 123456789012; other profiles here: company, mine',
      );
    }
    expect(commands()).not.toContain('plan');
    expect(existsSync(join(place.terraform, 'terraform.tfvars'))).toBe(false);
  });

  test('in the account of what is deployed, or where nothing is, goes on; what others own counts for nothing', async () => {
    for (const made of [madeIn('123456789012'), [{ mode: 'managed', instances: [] }], []]) {
      place.set({ plans: [plan], outputsAfter: outputs, made });
      expect((await deploy({}, ['--plan'])).code).toBe(0);
    }
  });

  test('whose state lies in a bucket of another account names that account, and not the bucket that cannot be read', async () => {
    const strangers = { GetCallerIdentity: identity('arn:aws:iam::210987654321:user/ada', '210987654321') };
    place.set({ fails: { init: 'Error: Failed to get existing workspaces: AccessDenied: Access Denied' } });
    writeFileSync(
      place.envFile,
      'SECRET_ARN_MARKET_KEYS="arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/x"\n',
    );
    const { stderr } = await deploy(strangers, ['--plan']);
    expect(stderr).toContain('of account 210987654321');
    expect(stderr).toContain('what .env names is in account 123456789012');
    expect((await deploy({}, ['--plan'])).stderr).not.toContain('210987654321');
  });

  test('with a profile and keys both: Terraform gets the profile alone, by which the account was told', async () => {
    writeFileSync(join(place.folder, 'profiles'), '[mine]\naws_access_key_id = AKIAMINE\naws_secret_access_key = s\n');
    const profile = { AWS_PROFILE: 'mine', AWS_SHARED_CREDENTIALS_FILE: join(place.folder, 'profiles') };
    const keys = () => readFileSync(join(place.terraform, 'keys'), 'utf8');
    await deploy({}, ['--plan'], profile);
    expect(keys()).toBe('mine without keys');
    await deploy({}, ['--plan']);
    expect(keys()).toBe('no profile with AKIATEST');
  });

  test('under another project than the last one is named as such', async () => {
    place.set({ plans: [plan], outputsAfter: outputs, made: madeIn('123456789012') });
    writeFileSync(join(place.terraform, 'terraform.tfvars'), `project = "devalex"\n${VARIABLES}`);
    const { stdout } = await deploy({}, ['--plan']);
    expect(stdout).toContain('What is deployed is named alex, and devalex is asked for: it is made anew');
    expect(stdout).toContain('To keep it: project = "alex" in terraform/terraform.tfvars');
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
    expect((await deploy({}, ['--plan'])).stdout).not.toContain('asked for');
  });

  test('says which address is for whom, and of no key that nothing wants', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/market-keys-AbCdEf';
    const urls = { http_api_url: value('https://people.example'), rest_api_url: value('https://programs.example') };
    place.set({ plans: [plan], outputsAfter: { ...outputs, ...urls, secrets: value({ 'market-keys': secret }) } });
    const { stdout } = await deploy({ DescribeSecret: { body: {} } }, ['--yes']);
    expect(stdout).toContain('It answers people at https://people.example\nIt answers programs at https://programs.ex');
    expect(stdout).toContain('market-keys is empty: terraform.tfvars names no price source that wants a key');
    expect(stdout).not.toContain('npm run secrets');
    writeFileSync(
      join(place.terraform, 'terraform.tfvars'),
      `${variables()}market_settings = { MARKET_SOURCES = "massive, ecb" }\n`,
    );
    const wanting = await deploy({ DescribeSecret: { body: {} } }, ['--yes']);
    expect(wanting.stdout).toContain('market-keys has no value. Run npm run secrets -- market-keys --target aws');
  });

  test.each([
    ['delete', ['aws_rds_cluster', 'aws_sqs_queue'], 'this.0: the database'],
    ['delete', ['aws_s3vectors_index'], 'the vectors of the knowledge base'],
    ['replace', ['aws_rds_cluster'], 'this.0: the database'],
  ] as const)('with --yes is no yes to lose data that nobody named: %s %j', async (how, types, lost) => {
    const actions = how === 'delete' ? ['delete'] : ['delete', 'create'];
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
    const going = types.map((type, index) => change(`module.aurora[0].${type}.this.${index}`, type, ...actions));
    place.set({ plans: [[...plan, ...going]], outputsAfter: outputs, stages: ['1-permissions', '5-database'] });
    const { code, stderr } = await deploy({}, ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was done: --yes is no yes to losing data');
    expect(stderr).toContain(lost);
    expect(stderr).toContain('npm run destroy -- --stage 5 --yes');
    expect(commands()).not.toContain('apply');
    // What is built from this folder is no loss.
    place.set({ plans: [[change('aws_ecr_repository.a', 'aws_ecr_repository', 'delete')]], outputsAfter: outputs });
    expect((await deploy({}, ['--yes'])).code).toBe(0);
  });

  test.each([
    ['aws_sqs_queue', 'delete', 'messages that wait'],
    ['aws_secretsmanager_secret', 'delete', 'a secret and its value'],
    ['aws_sqs_queue', 'replace', 'messages that wait'],
  ] as const)('with --yes is no yes to lose what a folder that is gone leaves: %s %s', async (type, how, lost) => {
    const actions = how === 'delete' ? ['delete'] : ['delete', 'create'];
    const going = change(`module.x["watcher"].${type}.this`, type, ...actions);
    place.set({ plans: [[...plan, going]], outputsAfter: outputs });
    const { code, stderr } = await deploy({}, ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain(`module.x["watcher"].${type}.this: ${lost}`);
    expect(stderr).toContain('npm run deploy -- --yes --lose-messages-and-secrets');
    expect(commands()).not.toContain('apply');
    place.set({ plans: [[...plan, going]], outputsAfter: outputs });
    expect((await deploy({}, ['--yes', '--lose-messages-and-secrets'])).code).toBe(0);
  });

  const holding = (address: string, type: string, before: object) => ({ ...change(address, type, 'delete'), change: { actions: ['delete'], before } }); // prettier-ignore
  const vectors = holding('module.vectors[0].aws_s3vectors_index.this', 'aws_s3vectors_index', {});
  test('that would take what is protected is refused before anything is done, vectors too, which AWS deletes without a word', async () => {
    const bucket = (free: boolean) => holding('module.vectors[0].aws_s3vectors_vector_bucket.this', 'aws_s3vectors_vector_bucket', { force_destroy: free }); // prettier-ignore
    place.set({ plans: [[vectors, bucket(false)]], outputsAfter: outputs });
    const { code, stderr } = await deploy({}, []);
    expect(code).toBe(1);
    expect(stderr).toContain('What holds data is protected, and would go with this, so nothing was done.');
    expect(stderr).toContain('protected: module.vectors[0].aws_s3vectors_index.this');
    expect(commands()).not.toContain('apply');
    expect((await deploy({}, ['--plan'])).stdout).toContain('a deployment refuses that:\n  module.vectors[0].aws_s3vectors_index.this'); // prettier-ignore
    place.set({ plans: [[vectors, bucket(true)]], outputsAfter: outputs });
    const free = await deploy({}, ['--plan']);
    expect(free.stdout).not.toContain('protected');
  });

  test('with --yes and a yes to lose messages is none to lose a database', async () => {
    const types = ['aws_sqs_queue', 'aws_rds_cluster'];
    place.set({ plans: [types.map((type) => change(`${type}.this`, type, 'delete'))], outputsAfter: outputs });
    const { code, stderr } = await deploy({}, ['--yes', '--lose-messages-and-secrets']);
    expect(code).toBe(1);
    expect(stderr).toContain('aws_rds_cluster.this: the database');
    expect(stderr).not.toContain('messages that wait');
    expect(commands()).not.toContain('apply');
  });

  test.each([
    ['the database', ['delete'], 4, 'That destroys 1 of 5 things deployed, and for good: the database, with all'],
    ['the database, anew', ['delete', 'create'], 4, 'That destroys 1 of 5 things deployed, and for good: the database'],
    [
      'the database, once the new one is there',
      ['create', 'delete'],
      4,
      'That destroys 1 of 5 things deployed, and for',
    ],
    ['messages, of a queue', ['delete'], 4, 'That destroys 1 of 5 things deployed, and for good: messages that wait.'],
    ['most of what there is', ['delete'], 0, 'That destroys 1 of 1 thing deployed. Do it all the same? There is no'],
    ['less than half', ['delete'], 4, 'Do that? There is no terminal'],
  ])('asks for %s by name, and plainly for what is usual', async (what, actions, others, asks) => {
    const type = what.startsWith('the database')
      ? 'aws_rds_cluster'
      : what.includes('queue')
        ? 'aws_sqs_queue'
        : 'aws_iam_role';
    const stay = Array.from({ length: others }, (_, i) => change(`aws_sqs_queue.stays${i}`, 'aws_sqs_queue', 'no-op'));
    place.set({ plans: [[...plan.slice(0, 2), ...stay, change(`module.x[0].${type}.this`, type, ...actions)]] });
    const { code, stderr } = await deploy({}, []);
    expect(code).toBe(1);
    expect(stderr).toContain(asks);
    expect(commands()).not.toContain('apply');
  });

  test('only shows with --plan, and names what would be lost', async () => {
    place.set({ plans: [[change('module.aurora[0].aws_rds_cluster.this', 'aws_rds_cluster', 'delete', 'create')]] });
    const { code, stdout } = await deploy({}, ['--plan']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      '± module.aurora[0].aws_rds_cluster.this: the database, with all portfolios, analyses and documents',
    );
    // It would hold values of the state.
    expect(leftBehind()).toEqual([]);
    expect(commands()).not.toContain('apply');
  });

  test('takes the place of another’s role for logs, which all REST APIs of the account have, and names it before the yes', async () => {
    const ofLogs = (...actions: string[]) => ({
      plans: [[change('module.api_gateway[0].aws_api_gateway_account.this[0]', 'aws_api_gateway_account', ...actions)]],
    });
    const GetRestApis = { body: { item: [{ name: 'orders' }] } };
    const role = (path: string) => ({
      GetAccount: { body: { cloudwatchRoleArn: `arn:aws:iam::123456789012:role/${path}` } },
    });
    const said = 'manage_api_gateway_logging = false in terraform/terraform.tfvars\n';
    for (const theirs of ['shop-logs', 'devalex/devalex-rest-logs']) {
      place.set(ofLogs('create'));
      const { stdout } = await deploy({ GetRestApis, ...role(theirs) }, ['--plan']);
      expect(stdout).toContain(`with arn:aws:iam::123456789012:role/${theirs}, one role for all of them. Alex's takes`);
      expect(stdout).toContain(said);
    }
    expect((await deploy({ GetRestApis, GetAccount: { body: {} } }, ['--plan'])).stdout).not.toContain('REST APIs');
    expect((await deploy({ GetRestApis, ...role('alex/alex-rest-logs') }, ['--plan'])).stdout).not.toContain(
      'REST APIs',
    );
    expect((await deploy({}, ['--plan'])).stdout).toContain('could not be told (AccessDeniedException)');
    // Set to false, what was Alex's goes, and nobody has one.
    place.set(ofLogs('delete'));
    expect((await deploy({ GetRestApis, ...role('alex/alex-rest-logs') }, ['--plan'])).stdout).toContain(
      '1 other is there, and will log no more: orders.',
    );
    const { stdout: left } = await deploy({ GetRestApis, ...role('shop-logs') }, ['--plan']);
    expect(left).toContain('write their access logs, arn:aws:iam::123456789012:role/shop-logs: that of Alex');
    expect(left).toContain(
      '  terraform state rm "module.api_gateway[0].aws_api_gateway_account.this[0]"\nThen: npm run deploy\n',
    );
    place.set({ plans: [plan] });
    await deploy({}, ['--plan']);
    expect(aws.calls.map(({ operation }) => operation)).not.toContain('GetAccount');
  });

  test('adds a stage to terraform.tfvars once it is agreed to, and leaves the rest of that file as it is', async () => {
    await deploy({}, ['--stage', '2', '--plan']);
    expect(variables()).toContain('# "2-embeddings"');
    const { code } = await deploy({}, ['--stage', '2', '--yes']);
    expect(code).toBe(0);
    expect(place.calls().findLast(([command]) => command === 'plan')).toContain(
      'stages=["1-permissions","2-embeddings"]',
    );
    expect(variables()).toMatch(/\n {2}"2-embeddings",\n {2}# "3-ingest",\n/);
    expect(variables()).toContain('\nreserved_concurrency = null\n');
  });

  test('takes several stages with commas, too', async () => {
    const { code } = await deploy({}, ['--stage', '2,5', '--yes']);
    expect(code).toBe(0);
    expect(variables()).toMatch(/\n {2}"2-embeddings",[^]*\n {2}"5-database",/);
  });

  test('of a stage without those that it stands on names them all, and does nothing', async () => {
    const { code, stderr } = await deploy({}, ['--stage', '6', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('6-agents cannot be there without 2-embeddings, 3-ingest, and 5-database.');
    expect(stderr).toContain('npm run deploy -- --stage 2 3 5 6');
    expect(commands()).not.toContain('plan');
  });

  test('of a new stage that stops before anything is made goes on with the same command', async () => {
    place.set({ plans: [plan], fails: { plan: 'Error: reading IAM Policy: ExpiredToken: the token has expired' } });
    const { stderr } = await deploy({}, ['--stage', '2', '--yes']);
    expect(variables()).toContain('# "2-embeddings"');
    expect(stderr).toContain('npm run deploy -- --stage 2');
    expect(stderr).not.toMatch(/npm run deploy$/m);
  });

  test('gives the secrets that are empty a value, and shows it nowhere', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/researcher-key-AbCdEf';
    place.set({ plans: [plan], outputsAfter: { ...outputs, secrets: value({ 'researcher-key': secret }) } });
    const { code, all } = await deploy({ DescribeSecret: { body: {} }, PutSecretValue: { body: {} } }, ['--yes']);
    expect(code).toBe(0);
    const written = aws.calls.find(({ operation }) => operation === 'PutSecretValue')?.body ?? '';
    const [, drawn = ''] = /\{\\"key\\":\\"([\w-]{43})\\"\}/.exec(written) ?? [];
    expect(drawn).not.toBe('');
    expect(all).not.toContain(drawn);
  });

  test('leaves a secret of one’s own folder to the person, by its name, and is tried out all the same', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/news-key-AbCdEf';
    place.set({ plans: [plan], outputsAfter: { ...outputs, secrets: value({ 'news-key': secret }) } });
    const { code, stdout } = await deploy({ DescribeSecret: { body: {} } }, ['--yes']);
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /Left for you:\n- The secret news-key has no value: npm run secrets -- news-key --target aws\n/,
    );
    const given = await deploy({ DescribeSecret: { body: {} }, PutSecretValue: { body: {} } }, ['--yes'], {
      ALEX_SECRET_NEWS_KEY: 'planted',
    });
    expect(given.code).toBe(0);
    expect(given.all).toContain('news-key is written.');
    expect(given.all).not.toContain('planted');
  });

  test('whose database cannot be brought up to date says so, and how to go on', async () => {
    const database = {
      AWS_REGION: 'us-east-1',
      DATABASE_CLUSTER_ARN: 'arn:aws:rds:us-east-1:123456789012:cluster:alex',
      DATABASE_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db',
      DATABASE_NAME: 'alex',
    };
    place.set({ plans: [plan], outputsAfter: { ...outputs, environment: value(database) } });
    const denied = refusal(
      'AccessDeniedException',
      'User: x is not authorized to perform: rds-data:ExecuteStatement',
      403,
    );
    const { code, all } = await deploy({ DataApi: denied }, ['--yes']);
    expect(code).toBe(3);
    expect(all).toContain('these credentials may not do rds-data:ExecuteStatement');
    expect(all).toContain('npm run migrate -- --target aws');
  });

  test('whose secrets AWS refuses to have written is finished all the same, and says what is left', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/researcher-key-AbCdEf';
    const database = {
      AWS_REGION: 'us-east-1',
      DATABASE_CLUSTER_ARN: 'arn:aws:rds:us-east-1:123456789012:cluster:alex',
      DATABASE_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db',
      DATABASE_NAME: 'alex',
    };
    const environment = value(database);
    place.set({
      plans: [plan],
      outputsAfter: { ...outputs, environment, secrets: value({ 'researcher-key': secret }) },
    });
    const refused = (action: string) =>
      refusal('AccessDeniedException', `User: x is not authorized to perform: ${action}`, 403);
    for (const script of [
      { DescribeSecret: refused('secretsmanager:DescribeSecret') },
      { DescribeSecret: { body: {} }, PutSecretValue: refused('secretsmanager:PutSecretValue') },
    ]) {
      const { code, stdout, stderr } = await deploy({ ...script, DataApi: refused('rds-data:ExecuteStatement') }, [
        '--yes',
      ]);
      const [action = ''] = Object.keys(script).slice(-1);
      expect(code).toBe(3);
      expect(stdout).toContain(
        `Left for you:\n- The secrets were not all written. AWS refuses what is asked: these credentials may not do secretsmanager:${action}.\n  Put your user into`,
      );
      expect(stdout).toContain('\n  Then: npm run secrets -- --target aws\n');
      // The database was seen to all the same.
      expect(stderr).toContain('rds-data:ExecuteStatement');
      expect(stdout).toContain('- The database was not brought up to date.');
      // What is left comes first.
      expect(stdout).not.toContain('Next: ');
    }
  });

  test('whose agents cannot be tried says so, and how to', async () => {
    const agents = ['planner', 'tagger', 'pricer', 'reporter', 'charter', 'retirement'];
    const functions = value(Object.fromEntries(agents.map((name) => [name, `alex-${name}`])));
    place.set({ plans: [plan], outputsAfter: { ...outputs, functions } });
    const { code, stdout } = await deploy({}, ['--yes']);
    expect(code).toBe(3);
    expect(stdout).toContain('Left for you:\n- It was not tried. To try it: npm run smoke -- --target aws');
    const without = await deploy({}, ['--yes', '--no-smoke']);
    expect(without.code).toBe(0);
  });
});

describe('code that Terraform does not see, as --only brought it or a deployment broke off', () => {
  const functions = [
    {
      mode: 'managed',
      type: 'aws_lambda_function',
      instances: ['ingest', 'search'].map((name) => ({
        attributes: {
          arn: `arn:aws:lambda:us-east-1:123456789012:function:alex-${name}`,
          tags_all: { project: 'alex' },
        },
      })),
    },
  ];
  const another = { body: { CodeSha256: 'another', LastUpdateStatus: 'Successful', State: 'Active' } };
  /** Search runs another code until it is sent its own. */
  const untilSent = (call: AwsCall): AwsAnswer =>
    call.path.includes('alex-search') && !aws.calls.some(({ operation }) => operation === 'UpdateFunctionCode')
      ? another
      : asPackaged(call);
  const sent = () => aws.calls.filter(({ operation }) => operation === 'UpdateFunctionCode').map(({ path }) => path);
  const script: AwsScript = { Invoke: answers, GetFunctionConfiguration: untilSent, UpdateFunctionCode: asPackaged };
  beforeEach(() => {
    place.set({ plans: [[]], made: functions, outputsAfter: { ...outputs, functions: knowledge } });
  });

  test('is named before the yes, and is the packaged code afterwards', async () => {
    const { code, stdout } = await deploy(script, ['--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('Other code than is packaged here runs in alex-search: brought by --only');
    expect(stdout).not.toContain('Nothing has to be changed.');
    expect(stdout).toMatch(/^alex-search runs the new code/m);
    expect(sent()).toEqual(['/2015-03-31/functions/alex-search/code']);
  });

  test('is only named with --plan, and left alone without a yes', async () => {
    const { stdout } = await deploy(script, ['--plan']);
    expect(stdout).toContain('Other code than is packaged here runs in alex-search');
    const { code } = await deploy(script, []);
    expect(code).toBe(1);
    expect(sent()).toEqual([]);
  });

  test('of a function that Terraform changes is not told twice', async () => {
    place.set({ plans: [[change('module.lambda["search"].aws_lambda_function.this', 'aws_lambda_function', 'update')]], made: functions, outputsAfter: { ...outputs, functions: knowledge } }); // prettier-ignore
    const { stdout } = await deploy(script, ['--plan']);
    expect(stdout).not.toContain('Other code than is packaged');
  });

  test('that AWS does not tell, or refuses to take, is left for the person, and the rest is done', async () => {
    const { code, stdout } = await deploy({ ...script, GetFunctionConfiguration: refusal('AccessDeniedException', 'not authorized to perform: lambda:GetFunctionConfiguration', 403) }, ['--yes']); // prettier-ignore
    expect(stdout).toContain('Whether the functions run the code that was packaged could not be told');
    expect(stdout).toContain('- Not every function runs the code that was packaged.');
    expect(code).toBe(3);
  });
});

describe('what is there is tried', () => {
  const gone = refusal('ResourceNotFoundException', 'Function not found: alex-search', 404);
  beforeEach(() => {
    place.set({ plans: [plan], outputsAfter: { ...outputs, functions: knowledge } });
  });

  test('before there are agents, too', async () => {
    const { code, stdout } = await deploy({ Invoke: answers }, ['--yes']);
    expect(stdout).toMatch(/✓ ingest[^]*✓ search[^]*What there is works; 6 not tried\.[^]*\nNext: /);
    expect(code).toBe(0);
    const without = await deploy({ Invoke: answers }, ['--yes', '--no-smoke']);
    expect({ code: without.code, tried: without.stdout.includes('ingest') }).toEqual({ code: 0, tried: false });
  });

  test('and what something else stood in for is left, and no reason not to go on', async () => {
    const words = 'Found by words only: The embedding model could not be reached.';
    const byWords = (call: AwsCall): AwsAnswer => {
      const answer = answers(call);
      if (!call.path.includes('alex-search')) return answer;
      return { body: { ...Object(answer.body), degraded: words } };
    };
    const { code, stdout } = await deploy({ Invoke: byWords }, ['--yes']);
    expect(stdout).toMatch(/^! search .*Found by words only/m);
    expect(stdout).not.toContain('What there is works;');
    expect(stdout).toMatch(
      /Nothing failed, and not all went as it is set\. Marked with “!”: .* \(search\)\.[^]*Left for you:\n- It works, and not all as it is set: .*npm run smoke -- --target aws\n(?:[^]*\n)?Next: /,
    );
    expect(code).toBe(3);
  });

  test('and what does not work is no success, and nothing to go on from', async () => {
    const { code, stdout } = await deploy({ Invoke: gone }, ['--yes']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ ingest[^]*\nIt is deployed, and not all of it works\./);
    expect(stdout).not.toContain('Next: ');
  });

  test('whatever else is left, which is told beside what does not work, as it may be why', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/news-key-AbCdEf';
    const secrets = value({ 'news-key': secret });
    place.set({ plans: [plan], outputsAfter: { ...outputs, functions: knowledge, secrets } });
    const refused = refusal('AccessDeniedException', 'not authorized to perform: secretsmanager:DescribeSecret', 403);
    const well = await deploy({ Invoke: answers, DescribeSecret: refused }, ['--yes']);
    expect(well.stdout).toMatch(/What there is works[^]*Left for you:\n- The secrets were not all written\./);
    expect(well.code).toBe(3);
    const broken = await deploy({ Invoke: gone, DescribeSecret: { body: {} } }, ['--yes']);
    expect(broken.stdout).toMatch(/Left for you:\n- The secret news-key has no value[^]*not all of it works\./);
    expect(broken.code).toBe(1);
  });

  test('but not with a database that is not up to date, and then it is said', async () => {
    const environment = value({
      AWS_REGION: 'us-east-1',
      DATABASE_CLUSTER_ARN: 'arn:aws:rds:us-east-1:123456789012:cluster:alex',
      DATABASE_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db',
      DATABASE_NAME: 'alex',
    });
    place.set({ plans: [plan], outputsAfter: { ...outputs, environment, functions: knowledge } });
    const { code, stdout } = await deploy({ Invoke: answers }, ['--yes']);
    expect(code).toBe(3);
    expect(aws.calls.map(({ operation }) => operation)).not.toContain('Invoke');
    expect(stdout).toMatch(
      /- The database was not brought up to date\.[^\n]*\n- It was not tried, as its database is not up to date\. Then: npm run smoke -- --target aws\n/,
    );
  });
});

describe('settings that are lost while stages are deployed', () => {
  const deployed = ['1-permissions', '2-embeddings', '5-database'];
  const hasFile = () => existsSync(join(place.terraform, 'terraform.tfvars'));

  test.each([[['--plan']], [['--yes']], [[]], [['--stage', '2', '--yes']]])(
    'are not taken for a wish to destroy them: %j',
    async (args) => {
      place.set({ plans: [plan], outputsAfter: outputs, made: madeIn('123456789012'), stages: deployed });
      const { code, stderr } = await deploy({}, args);
      expect(code).toBe(1);
      expect(stderr).toContain('and 1-permissions, 2-embeddings, and 5-database are deployed. By the example');
      expect(stderr).toContain('5-database would be destroyed. Nothing was done.');
      expect(stderr).toContain('npm run deploy -- --plan --stage 1 2 5');
      expect(commands()).not.toContain('plan');
      expect(hasFile()).toBe(false);
    },
  );

  test('are begun anew with all that is deployed, where that is asked for, and never with less', async () => {
    place.set({ plans: [plan], outputsAfter: outputs, made: madeIn('123456789012'), stages: deployed });
    const { code, stdout } = await deploy({}, ['--plan', '--stage', '1', '2', '5']);
    expect(code).toBe(0);
    expect(stdout).toContain('a copy of the example now, with the stages that are deployed. What else');
    expect(variables()).toMatch(/\n {2}"2-embeddings",\n {2}# "3-ingest",\n {2}# "4-researcher",\n {2}"5-database",\n/);
    await deploy({}, ['--plan']);
    expect(
      place
        .calls()
        .filter(([command]) => command === 'plan')
        .flat(),
    ).not.toContain('-var');
  });

  test('in another region, or of another project, are written by hand: the lines to write', async () => {
    place.set({ plans: [plan], made: madeIn('123456789012'), stages: deployed, regionBefore: 'eu-west-1' });
    const { code, stderr } = await deploy({}, ['--stage', '1', '2', '5', '--plan']);
    expect(code).toBe(1);
    expect(stderr).toContain('region = "eu-west-1", stages = ["1-permissions","2-embeddings","5-database"]');
    expect(hasFile()).toBe(false);
  });

  test('of the first stage alone are those of the example', async () => {
    place.set({ plans: [plan], made: madeIn('123456789012'), stages: ['1-permissions'] });
    expect((await deploy({}, ['--plan'])).stdout).toContain('a copy of the example now, with stage 1 alone');
  });
});

describe('a second run in another terminal', () => {
  test.each([
    ['deploy', ['--stage', '2', '--yes']],
    ['deploy', ['--plan']],
    ['destroy', ['--yes']],
  ])('%s %j while a first one is at work does nothing, and takes no plan from it', async (script, args) => {
    place.set({ plans: [plan], outputsAfter: outputs, waits: 'apply' });
    aws.answer({ GetCallerIdentity: identity() });
    const first = place.start('deploy', ['--yes'], credentials);
    await eventually(() => {
      expect(commands()).toContain('apply');
    });
    const before = commands().length;
    const second = await place.run(script, args, credentials);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(
      `Another npm run deploy or destroy of this folder is at work, or waits for its answer in another terminal (process ${String(first.child.pid)}). Nothing was done.`,
    );
    expect(commands().slice(before)).toEqual(['version']);
    expect(variables()).toBe(VARIABLES);
    writeFileSync(join(place.terraform, 'go-on'), '');
    expect((await first.ended).code).toBe(0);
    expect(leftBehind()).toEqual([]);
  });

  test('on another machine makes what was shown out of date: nothing is applied, and no stage is added to terraform.tfvars', async () => {
    place.set({ plans: [plan], outputsAfter: outputs, meanwhile: true });
    const { code, stderr } = await deploy({}, ['--stage', '2', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'What is deployed has changed since that was shown, by another Terraform. Nothing was done.\n  To see what would be done now: the same command again',
    );
    expect(commands()).not.toContain('apply');
    expect(variables()).toBe(VARIABLES);
  });

  test('which Terraform itself finds is told in a sentence', async () => {
    const stale =
      'Error: Saved plan is stale\n\nThe given plan file can no longer be applied because the state was changed by\nanother operation after the plan was created.';
    place.set({ plans: [plan], fails: { apply: stale } });
    const { stderr } = await deploy({}, ['--yes']);
    expect(stderr).toContain(
      'What is deployed has changed since that was shown, by another Terraform, so this one does nothing.\n  Then go on where it stopped: npm run deploy\n',
    );
  });

  test('or an editor that changes terraform.tfvars while the yes is waited for loses nothing', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
    place.set({ plans: [plan], outputsAfter: outputs, waits: 'plan' });
    aws.answer({ GetCallerIdentity: identity() });
    const first = place.start('deploy', ['--stage', '2', '--yes'], credentials);
    await eventually(() => {
      expect(commands()).toContain('plan');
    });
    const edited = `${VARIABLES}# mine\n`;
    writeFileSync(join(place.terraform, 'terraform.tfvars'), edited);
    writeFileSync(join(place.terraform, 'go-on'), '');
    const { code, stderr } = await first.ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'terraform.tfvars has changed since that was planned. Nothing was done.\n  To see what would be done now: the same command again\n',
    });
    expect(variables()).toBe(edited);
    expect(commands()).not.toContain('apply');
  });

  test('that was killed is not waited for, and its plan goes', async () => {
    mkdirSync(join(place.terraform, '.plan-abcdef'));
    writeFileSync(join(place.terraform, '.plan-abcdef', 'deploy.tfplan'), 'values of the state');
    // No process has such a number.
    writeFileSync(join(place.terraform, '.deploying.lock'), '2147483646 1\n');
    expect((await deploy({}, ['--yes'])).code).toBe(0);
    expect(leftBehind()).toEqual([]);
  });
});

test('the state can be read by nobody else, whether Terraform just made it or it was there before', async () => {
  const old = join(place.terraform, 'terraform.tfstate.backup');
  writeFileSync(old, JSON.stringify({ lineage: 'a-line', resources: [] }));
  chmodSync(old, 0o644);
  await deploy({}, ['--yes']);
  const modes = [old, join(place.terraform, 'serial')].map((file) => statSync(file).mode & 0o777);
  // Windows has no such modes, and Node tells of any file that can be written the one below: there who may read is the folder's to say.
  const own = process.platform === 'win32' ? 0o666 : 0o600;
  expect(modes).toEqual([own, own]);
});

describe('a setting', () => {
  test('that nothing declares is named before anything is planned, with the one that was meant', async () => {
    writeFileSync(
      join(place.terraform, 'terraform.tfvars'),
      readFileSync(join(place.terraform, 'terraform.tfvars.example'), 'utf8').concat('alert_emal = "a@b.c"\n'),
    );
    const { code, stderr } = await deploy({}, ['--plan']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'alert_emal: there is no such setting, so it would have no effect. Did you mean alert_email?',
    );
    expect(commands()).toEqual(['version']);
  });

  test.each([
    ['region = "Frankfurt"\n', 'region: "Frankfurt" is not an AWS region. Did you mean eu-central-1?'],
    ['stages = ["1-permissions", "2-embedings"]\n', 'there is no "2-embedings". Did you mean "2-embeddings"?'],
    ['foo = {\n', 'line 1: the { is not closed'],
  ])('%j is refused before anything is asked or packaged, and the file stays as it is', async (text, says) => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), text);
    const { code, stdout, stderr } = await deploy({}, ['--stage', '2', '--yes']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
    expect(variables()).toBe(text);
    expect(aws.calls).toEqual([]);
  });

  test('that Terraform itself warns of, as Alex does not read that file, is told in a sentence', async () => {
    const warns =
      'Warning: Value for undeclared variable\n\nThe root module does not declare a variable named "x" but a value was found\nin file "a.auto.tfvars". If you meant to use this value, add a block.\n\nTo silence these warnings, use TF_VAR_...';
    place.set({ plans: [plan], outputsAfter: outputs, warns });
    const { code, stdout } = await deploy({}, ['--plan']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Terraform warns: Value for undeclared variable. The root module does not declare a variable named "x" but a value was found in file "a.auto.tfvars".\nTerraform would make 2',
    );
  });
});

describe("the researcher's image", () => {
  const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/alex/researcher';
  const withRepository = { ...outputs, repositories: value({ researcher: repository }) };
  const token = Buffer.from('AWS:planted-registry-password').toString('base64');
  const absent: AwsScript = {
    DescribeImages: refusal('ImageNotFoundException', 'no such image'),
    GetAuthorizationToken: { body: { authorizationData: [{ authorizationToken: token }] } },
  };

  test('is built, pushed under a tag of its own, and deployed by a second apply', async () => {
    place.set({
      plans: [
        plan,
        [
          change(
            'module.researcher["researcher"].aws_ecs_express_gateway_service.this[0]',
            'aws_ecs_express_gateway_service',
            'create',
          ),
        ],
      ],
      outputsAfter: withRepository,
    });
    const { code, stdout, all } = await deploy(absent, ['--yes']);
    expect(code).toBe(0);
    const asked = place.docker();
    expect(asked.map(({ args: [command] }) => command)).toEqual(['info', 'build', 'login', 'push', 'logout']);
    const tags: unknown = JSON.parse(readFileSync(join(place.terraform, 'images.auto.tfvars.json'), 'utf8'));
    expect(tags).toEqual({ image_tags: { researcher: expect.stringMatching(/^[0-9a-f]{12}$/) } });
    expect(asked[1]?.args).toEqual(
      expect.arrayContaining(['--platform', 'linux/amd64', '-f', 'services/researcher/Dockerfile']),
    );
    // By standard input: arguments can be read by everybody on the machine.
    expect(asked[2]).toEqual({
      args: ['login', '--username', 'AWS', '--password-stdin', '123456789012.dkr.ecr.us-east-1.amazonaws.com'],
      input: 'planted-registry-password',
    });
    expect(all).not.toContain('planted-registry-password');
    expect(commands().filter((command) => command === 'apply')).toHaveLength(2);
    expect(stdout).toContain('+ researcher researcher');
  });

  test('that is there already is not built again', async () => {
    place.set({ plans: [plan, []], outputsAfter: withRepository });
    await deploy({ ...absent, DescribeImages: { body: { imageDetails: [{}] } } }, ['--yes']);
    expect(place.docker()).toEqual([]);
    await deploy({ ...absent, DescribeImages: { body: { imageDetails: [{}] } } }, ['--yes']);
    expect(commands().filter((command) => command === 'apply')).toHaveLength(3);
  });

  test('is built anew, with a newer base and newer packages, where that is asked for; that one then stays', async () => {
    place.set({ plans: [plan, [], plan, []], outputsAfter: withRepository });
    const { code } = await deploy(absent, ['--yes', '--renew-images']);
    expect(code).toBe(0);
    expect(place.docker()[1]?.args.slice(0, 3)).toEqual(['build', '--pull', '--no-cache']);
    const written = () => readFileSync(join(place.terraform, 'images.auto.tfvars.json'), 'utf8');
    const tag = /"researcher": "([^"]+)"/.exec(written())?.[1] ?? '';
    expect(tag).toMatch(/^[0-9a-f]{12}-20\d{6}$/);
    const there = (call: AwsCall): AwsAnswer =>
      call.body.includes(tag) ? { body: { imageDetails: [{}] } } : refusal('ImageNotFoundException', 'no such image');
    await deploy({ ...absent, DescribeImages: there }, ['--yes']);
    expect(place.docker().filter(({ args: [command] }) => command === 'build')).toHaveLength(1);
    expect(written()).toContain(tag);
  });

  test('of a service whose folder was deleted is named to Terraform no more, which would refuse to plan', async () => {
    const file = join(place.terraform, 'images.auto.tfvars.json');
    writeFileSync(file, '{"image_tags":{"researcher":"1","archivist":"2"}}');
    const before = readFileSync(file, 'utf8');
    place.set({ plans: [plan, plan], outputsAfter: outputs });
    const { stdout } = await deploy({}, ['--plan']);
    expect(stdout).toMatch(
      /There is no services\/archivist any more: .*images\.auto\.tfvars\.json goes\.\n.*Planning/s,
    );
    expect(place.calls().find(([command]) => command === 'plan')).toContain('image_tags={"researcher":"1"}');
    // A plan alone does nothing.
    expect(readFileSync(file, 'utf8')).toBe(before);
    await deploy({}, ['--yes']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ image_tags: { researcher: '1' } });
    expect((await deploy({}, ['--plan'])).stdout).not.toContain('any more');
  });

  test('that AWS refuses to take is left to do, and everything else is deployed', async () => {
    place.set({ plans: [plan], outputsAfter: withRepository });
    const message = 'User: x is not authorized to perform: ecr:DescribeImages';
    const { code, stdout } = await deploy({ DescribeImages: refusal('AccessDeniedException', message, 403) }, [
      '--yes',
    ]);
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /Left for you:\n- The image of researcher \([0-9a-f]{12}\) was not built and pushed\. AWS ref/,
    );
    expect(stdout).toMatch(/\n {2}Then: npm run deploy\nYou can go on without it: .* --stage 2\nTo stop paying: /);
    expect(existsSync(join(place.terraform, 'images.auto.tfvars.json'))).toBe(false);
  });

  test('without Docker is left to do, and everything else is deployed', async () => {
    place.set({ plans: [plan], outputsAfter: withRepository });
    const { code, stdout } = await deploy(absent, ['--yes'], { ALEX_DOCKER: join(place.folder, 'no-docker') });
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /Left for you:\n- The image of researcher \([0-9a-f]{12}\) was not built and pushed\. Docker is not on this machine/,
    );
    expect(stdout).toContain('Install Docker Desktop');
    expect(readFileSync(place.envFile, 'utf8')).toContain('REPOSITORY_URL_RESEARCHER');
  });

  describe('that is not there yet', () => {
    const noDocker = (): Record<string, string> => ({ ALEX_DOCKER: join(place.folder, 'no-docker') });
    const UNTIL = /^Until the image of researcher is there, which takes Docker, these stages cost about (.*) a day/m;
    const upTo = (...more: string[]): void => {
      const stages = ['1-permissions', '2-embeddings', '3-ingest', '4-researcher', ...more];
      writeFileSync(join(place.terraform, 'terraform.tfvars'), `stages = ${JSON.stringify(stages)}\n`);
    };
    beforeEach(() => {
      upTo();
      place.set({ plans: [plan, []], outputsAfter: { ...withRepository, functions: knowledge } });
    });

    test('is no reason not to try what is, which may be broken', async () => {
      const { code, stdout } = await deploy({ ...absent, Invoke: answers }, ['--yes'], noDocker());
      expect(stdout).toMatch(/What there is works; 6 not tried\.[^]*Left for you:\n- The image of researcher/);
      expect(code).toBe(3);
      const gone = refusal('ResourceNotFoundException', 'Function not found: alex-search', 404);
      const broken = await deploy({ ...absent, Invoke: gone }, ['--yes'], noDocker());
      expect(broken.stdout).toMatch(/Left for you:\n- The image of researcher[^]*not all of it works\./);
      expect(broken.code).toBe(1);
    });

    test('is no reason not to go on: the next stage is told, where there is one', async () => {
      const { stdout } = await deploy({ ...absent, Invoke: answers }, ['--yes'], noDocker());
      expect(stdout).toContain(
        'You can go on without it: read guides/5-database.md, then: npm run deploy -- --stage 5',
      );
      expect(stdout).not.toContain('Next: ');
      upTo('5-database', '6-agents', '8-enterprise');
      const all = await deploy({ ...absent, Invoke: answers }, ['--yes'], noDocker());
      expect(all.stdout).not.toMatch(/You can go on|Next: /);
      expect(all.stdout).toContain('Nobody is told when an alarm rings');
      writeFileSync(join(place.terraform, 'terraform.tfvars'), `${variables()}alert_email = "ada@example.com"\n`);
      const named = await deploy({ ...absent, Invoke: answers }, ['--yes'], noDocker());
      expect(named.stdout).not.toContain('Nobody is told');
      expect(named.stdout).not.toContain('AWS has written to');
      const subscribes = [change('module.enterprise[0].x', 'aws_sns_topic_subscription', 'create')];
      // However many were applied before.
      place.set({
        plans: Array.from({ length: 9 }, () => subscribes),
        outputsAfter: { ...withRepository, functions: knowledge },
      });
      const asked = await deploy({ ...absent, Invoke: answers }, ['--yes'], noDocker());
      expect(asked.stdout).toContain(
        'AWS has written to ada@example.com: until the link in that mail is clicked, no alarm is told.',
      );
    });

    test('has no price yet: before the yes and after it that of the rest is said', async () => {
      upTo('5-database', '6-agents');
      const before = await deploy(absent, ['--plan']);
      const [, whole = '0'] = /^Stages .* cost about \$(\S+) a day/m.exec(before.stdout) ?? [];
      const [, rest = '0'] = new RegExp(UNTIL.source.replace('(.*)', '\\$(\\S+)'), 'm').exec(before.stdout) ?? [];
      // Of a processor and two GB, a load balancer, four addresses, and two and a half hours of half a capacity unit: guides/4-researcher.md.
      expect(Number(whole) - Number(rest)).toBeGreaterThan(2.2);
      expect(Number(rest)).toBeGreaterThan(0.1);
      const { stdout } = await deploy({ ...absent, Invoke: answers }, ['--yes', '--no-smoke'], noDocker());
      expect(stdout.match(new RegExp(UNTIL.source, 'gm'))).toHaveLength(2);
      // Docker is there now: the container's price is that of the second yes.
      const built = await deploy({ ...absent, Invoke: answers }, ['--yes', '--no-smoke']);
      expect(built.stdout.match(new RegExp(UNTIL.source, 'gm'))).toHaveLength(1);
      expect((await deploy(absent, ['--plan'])).stdout).not.toMatch(UNTIL);
    });

    test('is none whose stage is off, or whose tag a person names', async () => {
      writeFileSync(join(place.terraform, 'terraform.tfvars'), 'stages = ["1-permissions", "2-embeddings"]\n');
      expect((await deploy(absent, ['--plan'])).stdout).not.toMatch(UNTIL);
      upTo();
      writeFileSync(join(place.terraform, 'terraform.tfvars'), `${variables()}image_tags = { researcher = "1" }\n`);
      expect((await deploy(absent, ['--plan'])).stdout).not.toMatch(UNTIL);
    });
  });
});

describe('what stops a deployment', () => {
  test('no credentials: before anything is packaged or planned', async () => {
    const { code, stderr } = await deploy({}, ['--yes'], { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(code).toBe(1);
    expect(stderr).toContain('There are no AWS credentials on this machine.\n');
    expect(stderr).toContain('guides/1-permissions.md');
    expect(commands()).toEqual(['version']);
    // Nothing is left behind that would have the doctor look at AWS from now on.
    expect(existsSync(join(place.terraform, 'terraform.tfvars'))).toBe(false);
  });

  test('an expired token', async () => {
    const { code, stderr } = await deploy(
      { GetCallerIdentity: stsRefusal('ExpiredToken', 'The security token included in the request is expired') },
      ['--yes'],
    );
    expect(code).toBe(1);
    expect(stderr).toContain('The AWS credentials have expired.\n');
    expect(stderr).toContain('aws sso login --profile NAME, and set AWS_PROFILE');
    const files = { AWS_CONFIG_FILE: join(place.folder, 'profiles'), AWS_PROFILE: 'work' };
    writeFileSync(files.AWS_CONFIG_FILE, '[profile work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = s\n');
    const known = await deploy({ GetCallerIdentity: stsRefusal('ExpiredToken', 'expired') }, ['--yes'], files);
    expect(known.stderr).toMatch(/With single sign-on: aws sso login --profile work$/m);
  });

  // Every other failure of Terraform: tests/unit/scripts/terraform-failure.test.ts.
  test.each([
    [
      'no network for the provider',
      'init',
      'Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions for provider hashicorp/aws',
      'Connect this machine to the internet',
    ],
    [
      'a lock that was left behind',
      'plan',
      'Error: Error acquiring the state lock\n\nLock Info:\n  ID:        1c2d-3e\n  Path:      terraform.tfstate',
      'terraform force-unlock 1c2d-3e',
    ],
    [
      'a bucket whose name is taken',
      'apply',
      'Error: creating S3 Bucket (alex-trail): BucketAlreadyExists: The requested bucket name is not available.\n\n  with module.enterprise[0].aws_s3_bucket.trail["functions"],\n  on modules/enterprise/trail.tf line 9',
      'is taken (module.enterprise[0].aws_s3_bucket.trail["functions"])',
    ],
  ])('%s', async (_, command, fails, says) => {
    place.set({ plans: [plan], outputsAfter: outputs, fails: { [command]: fails } });
    const { code, stderr } = await deploy({}, ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('Alex has no advice');
  });

  test('what nobody has foreseen is quoted, with where to look', async () => {
    place.set({ plans: [plan], fails: { apply: 'Error: creating Thing: Unheard: of' } });
    const { code, stderr } = await deploy({}, ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('Error: creating Thing: Unheard: of');
    expect(stderr).toContain('npm run doctor');
    expect(stderr).toMatch(/Then go on where it stopped: npm run deploy$/m);
  });

  test('Terraform killed in the middle', async () => {
    place.set({ plans: [plan], outputsAfter: outputs, killed: 'apply' });
    const { code, stderr } = await deploy({}, ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('Then go on where it stopped: npm run deploy');
    expect(stderr).not.toContain('nothing is lost');
    // Windows tells of no signal: there it is a failure as any other, with what Terraform said.
    const told = 'Terraform was killed (SIGKILL), and could not finish. What is made is kept';
    expect([stderr.includes(told), stderr.includes('Terraform said')]).toEqual(
      process.platform === 'win32' ? [false, true] : [true, false],
    );
    const unfinished = join(place.terraform, '.unfinished');
    expect(existsSync(unfinished)).toBe(true);
    place.set({ plans: [plan], outputsAfter: outputs });
    await deploy({}, ['--yes']);
    expect(existsSync(unfinished)).toBe(false);
  });

  test('Terraform killed before it wrote anything down: one order, to look for what may be there, and not to go on', async () => {
    place.set({ plans: [plan], outputsAfter: outputs, killed: 'apply', cutsOff: true });
    const { code, stderr } = await deploy({}, ['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('what was begun to be made is known to nobody, and may cost');
    expect(stderr).toContain('and begin anew: npm run deploy');
    expect(stderr).not.toMatch(/go on where it stopped|What is made is kept/);
  });

  test('no Terraform, or an old one', async () => {
    const none = await deploy({}, ['--yes'], { ALEX_TERRAFORM: 'no-such-terraform' });
    expect(none.stderr).toContain('https://developer.hashicorp.com/terraform/install');
    place.set({ version: '1.9.0' });
    const old = await deploy({}, ['--yes']);
    expect(old.stderr).toContain('Terraform 1.9.0 is too old: 1.11 or later is needed.');
  });

  test('a stage that there is none of', async () => {
    const { code, stderr } = await deploy({}, ['--stage', '7', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no stage "7".');
  });
});

describe('one function', () => {
  const now = (more: object = {}) => ({
    body: {
      FunctionName: 'alex-tagger',
      CodeSha256: 'another',
      LastUpdateStatus: 'Successful',
      State: 'Active',
      MemorySize: 512,
      Timeout: 120,
      ...more,
    },
  });
  /** As AWS says it once the code of `dist/` is there. */
  const sent = (more: object = {}) => now({ CodeSha256: packagedCode('tagger'), ...more });
  beforeEach(() => {
    writeFileSync(place.envFile, 'AWS_REGION=us-east-1\nFUNCTION_NAME_TAGGER=alex-tagger\n');
  });
  const only = (script: AwsScript, ...args: string[]) => deploy(script, ['--only', 'tagger', ...args]);
  const asked = () => aws.calls.map(({ operation }) => operation);

  test('gets its code and is waited for until it runs it; Terraform is not asked', async () => {
    const { code, stdout } = await only({
      // What AWS says at once may still be what was before.
      GetFunctionConfiguration: [now(), now(), sent({ LastUpdateStatus: 'InProgress' }), sent()],
      UpdateFunctionCode: sent({ LastUpdateStatus: 'InProgress' }),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^alex-tagger was sent its new code; waiting until it runs that, at most 180 seconds\.\nalex-tagger runs the new code, after [\d.]+ s\./m,
    );
    const looks = Array.from({ length: 3 }, () => 'GetFunctionConfiguration');
    expect(asked()).toEqual(['GetFunctionConfiguration', 'UpdateFunctionCode', ...looks]);
    expect(place.calls()).toEqual([]);
  });

  test('that has the code already is left alone', async () => {
    const { code, stdout } = await only({ GetFunctionConfiguration: sent() });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'alex-tagger has this code already.\n' });
    expect(asked()).toEqual(['GetFunctionConfiguration']);
  });

  test('of another account with the same name keeps its code', async () => {
    writeFileSync(place.envFile, 'AWS_REGION=us-east-1\nFUNCTION_NAME_TAGGER=alex-tagger\nALEX_ACCOUNT=210987654321\n');
    const { code, stderr } = await only({ GetFunctionConfiguration: now(), UpdateFunctionCode: now() });
    expect(code).toBe(1);
    expect(stderr).toContain('what .env names is in account 210987654321. Nothing was done.');
    expect(stderr).toContain('npm run env');
    expect(asked()).toEqual(['GetCallerIdentity']);
  });

  test('is only asked about with --plan, which is a dry run', async () => {
    const { code, stdout } = await only({ GetFunctionConfiguration: now(), UpdateFunctionCode: now() }, '--plan');
    expect(code).toBe(0);
    expect(aws.calls.at(-1)?.body).toContain('"DryRun":true');
    expect(stdout).toContain('Nothing was changed.');
  });

  test('whose settings differ too says that they wait', async () => {
    const { stdout } = await only({
      GetFunctionConfiguration: [now({ MemorySize: 256 }), sent()],
      UpdateFunctionCode: sent(),
    });
    expect(stdout).toContain(
      'lambdas/tagger/lambda.json says memory 512, and 256 is deployed: npm run deploy changes that.',
    );
  });

  test('that is being updated already is waited for', async () => {
    const conflict = refusal('ResourceConflictException', 'An update is in progress for resource', 409);
    const { code } = await only({
      GetFunctionConfiguration: [now(), now(), sent()],
      UpdateFunctionCode: [conflict, sent()],
    });
    expect(code).toBe(0);
    expect(asked().filter((name) => name === 'UpdateFunctionCode')).toHaveLength(2);
  });

  test('whose last update failed gets its code: that is what mends it', async () => {
    const before = [now({ LastUpdateStatus: 'InProgress' }), sent({ LastUpdateStatus: 'Failed' })];
    const { code } = await only({ GetFunctionConfiguration: [...before, sent()], UpdateFunctionCode: sent() });
    expect(code).toBe(0);
    expect(asked()).toContain('UpdateFunctionCode');
  });

  test('that cannot be updated says why, and what it goes on with', async () => {
    const failed = { LastUpdateStatus: 'Failed', LastUpdateStatusReason: 'The image is too large' };
    const { code, stderr } = await only({
      GetFunctionConfiguration: [now(), now(failed)],
      UpdateFunctionCode: now(),
    });
    expect(code).toBe(1);
    expect(stderr).toContain('alex-tagger could not be updated: The image is too large');
    expect(stderr).toContain('goes on with the code it had');
  });

  test('of which AWS refuses to say what became of its code: that at once, with the remedy, and never that it has the old one', async () => {
    const denied = 'User: x is not authorized to perform: lambda:GetFunctionConfiguration on resource: alex-tagger';
    const { code, stderr } = await only({
      GetFunctionConfiguration: [now(), refusal('AccessDeniedException', denied, 403)],
      UpdateFunctionCode: sent(),
    });
    expect(code).toBe(1);
    expect(asked()).toEqual(['GetFunctionConfiguration', 'UpdateFunctionCode', 'GetFunctionConfiguration']);
    expect(stderr).toMatch(
      /^alex-tagger was sent its new code\. Whether it runs could not be asked: .*may not do lambda:Get/,
    );
    expect(stderr).toContain('group of those who may deploy');
    expect(stderr).toContain('Ask again: npm run deploy -- --only tagger');
    expect(stderr).not.toMatch(/code it had|waiter/);
  });

  test.each([
    ['is not in the account', refusal('ResourceNotFoundException', 'Function not found', 404), 'npm run env'],
    [
      'may not be changed',
      refusal('AccessDeniedException', 'User: x is not authorized to perform: lambda:UpdateFunctionCode', 403),
      'may not do lambda:UpdateFunctionCode',
    ],
  ])('that %s', async (_, answer, says) => {
    const { code, stderr } = await only({ GetFunctionConfiguration: now(), UpdateFunctionCode: answer });
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });

  test('that is not deployed, or that there is none of', async () => {
    const missing = await deploy({}, ['--only', 'api']);
    expect(missing.stderr).toContain('The function api is not deployed on AWS (us-east-1), as far as .env knows.');
    const unknown = await deploy({}, ['--only', 'taggger']);
    expect(unknown.stderr).toContain('There is no function "taggger" in lambdas/.');
    expect(unknown.stderr).toContain('Did you mean tagger?');
    const service = await deploy({}, ['--only', 'researcher']);
    expect(service).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/"researcher" is a service, and --only is for functions\.\n.*: npm run deploy\n/),
    });
  });

  test.each([
    ['no .env', undefined, 'Nothing is known of a fleet on AWS'],
    ['an .env of settings of one’s own', 'ALEX_MODEL=narrator\n', 'names nothing that is deployed'],
  ])('with %s: nobody is sent to a flag that this command does not have', async (_, file, says) => {
    if (file === undefined) rmSync(place.envFile);
    else writeFileSync(place.envFile, file);
    const { code, stderr } = await deploy({}, ['--only', 'tagger']);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).toContain('npm run env');
    expect(stderr).not.toContain('--target');
  });
});
