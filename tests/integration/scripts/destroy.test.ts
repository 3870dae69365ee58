// npm run destroy: what goes is shown and asked for, what is full is emptied, what is protected stays, what is left is told.
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { identity, refusal, type AwsScript } from '../../setup/deployment/aws-server.ts';
import { credentials, VARIABLES, type TerraformScript } from '../../setup/deployment/workplace.ts';
import { aws, inWorkplaces, place } from '../../setup/deployment/workplaces.ts';
import { eventually } from '../../setup/eventually.ts';

const value = (of: unknown) => ({ value: of });
const resource = (address: string, type: string, values: object = {}) => ({ address, mode: 'managed', type, values });
const gone = ({ address, type }: { address: string; type: string }) => ({
  address,
  type,
  mode: 'managed',
  change: { actions: ['delete'] },
});

const made = (address: string) => ({ address, type: 'x', mode: 'managed', change: { actions: ['create'] } });
const changed = (address: string) => ({ address, type: 'x', mode: 'managed', change: { actions: ['update'] } });

const things = (free: boolean) => [
  resource('module.ecr["researcher"].aws_ecr_repository.this', 'aws_ecr_repository', {
    name: 'alex/researcher',
    force_delete: free,
  }),
  resource('module.s3_vectors[0].aws_s3vectors_vector_bucket.this', 'aws_s3vectors_vector_bucket', {
    vector_bucket_name: 'alex-vectors',
    force_destroy: free,
  }),
  resource('module.s3_vectors[0].aws_s3vectors_index.this', 'aws_s3vectors_index', {
    vector_bucket_name: 'alex-vectors',
    index_name: 'knowledge',
  }),
  resource('module.enterprise[0].aws_s3_bucket.trail["functions"]', 'aws_s3_bucket', {
    bucket: 'alex-trail',
    force_destroy: free,
  }),
  resource('module.aurora[0].aws_rds_cluster.this', 'aws_rds_cluster', {
    cluster_identifier: 'alex',
    deletion_protection: !free,
  }),
  resource('module.lambda["api"].aws_iam_role.this', 'aws_iam_role'),
  resource('module.lambda["api"].aws_cloudwatch_log_group.this', 'aws_cloudwatch_log_group'),
];
const deployed = (free = true): TerraformScript => ({
  state: { outputs: { environment: value({}) }, root_module: { child_modules: [{ resources: things(free) }] } },
  plans: [things(free).map(gone)],
  outputs: { environment: value({ AWS_REGION: 'us-east-1' }) },
  outputsAfter: {},
});

inWorkplaces(() => {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES.replace('# "2', '"2'));
});

const versions =
  '<ListVersionsResult><IsTruncated>false</IsTruncated><Version><Key>a</Key><VersionId>1</VersionId></Version><DeleteMarker><Key>b</Key><VersionId>2</VersionId></DeleteMarker></ListVersionsResult>';
const full: AwsScript = {
  GetCallerIdentity: identity(),
  ListImages: { body: { imageIds: [{ imageDigest: 'sha256:1', imageTag: '1' }] } },
  BatchDeleteImage: { body: { imageIds: [], failures: [] } },
  ListVectors: ({ body }) =>
    body.includes('"nextToken"')
      ? { body: { vectors: [{ key: 'c' }] } }
      : { body: { vectors: [{ key: 'a' }, { key: 'b' }], nextToken: 'n' } },
  DeleteVectors: { body: {} },
  ListObjectVersions: { body: versions },
  DeleteObjects: { body: '<DeleteResult></DeleteResult>' },
  GetResources: { body: { ResourceTagMappingList: [] } },
  DescribeLogGroups: { body: { logGroups: [] } },
};
const destroy = (args: readonly string[], more: AwsScript = {}) => {
  aws.answer({ ...full, ...more });
  return place.run('destroy', args, credentials);
};
const asked = () => aws.calls.map(({ operation }) => operation);
const commands = () => place.calls().map(([command]) => command);

describe('destroying', () => {
  test('empties what is full, destroys what was shown, forgets .env, and finds nothing left', async () => {
    place.set(deployed());
    writeFileSync(place.envFile, '# mine\nALEX_MODEL=narrator\n');
    await place.run('env', []);
    writeFileSync(join(place.terraform, 'images.auto.tfvars.json'), '{"image_tags":{}}');
    const { code, stdout } = await destroy(['--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      '- module.aurora[0].aws_rds_cluster.this: the database, with all portfolios, analyses and documents',
    );
    // Each by its own name: that of an earlier one would be taken.
    expect(stdout).toMatch(/The database leaves no snapshot\. .* \$0\.021 a GB .*-snapshot-identifier alex-\d{12}\n/);
    expect(stdout).toContain('- lambda api (2)\n');
    expect(stdout).not.toContain('aws_iam_role');
    expect(stdout).toContain('module.s3_vectors[0].aws_s3vectors_index.this holds 3 vectors.');
    expect(stdout).toContain('Took 1 image out of module.ecr["researcher"].aws_ecr_repository.this.');
    expect(stdout).toContain('Took 2 objects out of');
    expect(
      asked()
        .filter((name) => /^(?:BatchDelete|Delete)/.test(name))
        .sort(),
    ).toEqual(['BatchDeleteImage', 'DeleteObjects', 'DeleteVectors', 'DeleteVectors']);
    expect(place.calls().find(([command]) => command === 'plan')).toContain('-destroy');
    expect(stdout).toContain('What stays, and costs nothing');
    expect(stdout).toContain('Nothing of alex is left in us-east-1.');
    expect(stdout).toMatch(
      /terraform\.tfvars still lists 1-permissions and 2-embeddings: npm run deploy would make them again, .* stages = \["1-permissions"\] there\.\n$/,
    );
    expect(readFileSync(place.envFile, 'utf8')).toBe('# mine\nALEX_MODEL=narrator\n');
    expect(existsSync(join(place.terraform, 'images.auto.tfvars.json'))).toBe(false);
  });

  test('does not say that it took out what AWS answered that it did not', async () => {
    place.set(deployed());
    const imageId = { imageDigest: 'sha256:1' };
    const { code, stdout } = await destroy(['--yes'], {
      BatchDeleteImage: {
        body: {
          imageIds: [],
          failures: [{ imageId, failureCode: 'ImageReferencedByManifestList', failureReason: 'x' }],
        },
      },
      DeleteObjects: {
        body: '<DeleteResult><Error><Key>a</Key><VersionId>1</VersionId><Code>AccessDenied</Code><Message>Access Denied because object protected by object lock.</Message></Error></DeleteResult>',
      },
    });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/Took \d+ image/);
    expect(stdout).toContain('AWS did not take 1 image out of module.ecr["researcher"].aws_ecr_repository.this (');
    expect(stdout).toMatch(
      /Took 1 object out of .*\nAWS did not take 1 object out of .* \(Access Denied because object/,
    );
    expect(stdout).toContain('Took 3 vectors out of');
  });

  test('takes out an image of several before those that it is made of', async () => {
    place.set(deployed());
    const [index, part] = [{ imageDigest: 'sha256:1', imageTag: '1' }, { imageDigest: 'sha256:2' }];
    const held = { imageId: part, failureCode: 'ImageReferencedByManifestList', failureReason: 'x' };
    const { stdout } = await destroy(['--yes'], {
      ListImages: { body: { imageIds: [index, part] } },
      BatchDeleteImage: [
        { body: { imageIds: [index], failures: [held] } },
        { body: { imageIds: [part], failures: [] } },
      ],
    });
    expect(stdout).toContain('Took 2 images out of');
    expect(stdout).not.toContain('AWS did not take');
  });

  test.each([
    ['without a yes', []],
    ['with --plan', ['--plan']],
  ])('changes nothing %s', async (_, args) => {
    place.set(deployed());
    const { code } = await destroy(args);
    expect(code).toBe(args.length === 0 ? 1 : 0);
    expect(asked().filter((name) => name.includes('Delete'))).toEqual([]);
    expect(commands()).not.toContain('apply');
  });

  test('refuses what is protected before anything is touched', async () => {
    place.set(deployed(false));
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('protected: module.aurora[0].aws_rds_cluster.this');
    expect(stderr).toContain('deletion_protection = false in terraform/terraform.tfvars');
    expect(asked()).toEqual(['GetCallerIdentity']);
    expect(commands()).not.toContain('apply');
  });

  test('refuses what terraform.tfvars asks to protect, though that is not deployed yet', async () => {
    place.set(deployed());
    appendFileSync(join(place.terraform, 'terraform.tfvars'), '\ndeletion_protection = true\n');
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('deletion_protection = true, which is not deployed yet, so nothing was destroyed');
    expect(stderr).toContain('to be protected: module.aurora[0].aws_rds_cluster.this');
    expect(commands()).not.toContain('apply');
  });

  test.each([['--yes'], ['--stage 2 --yes'], ['--plan']])(
    'with the credentials of another account than that of what is deployed is refused before anything is emptied: %s',
    async (args) => {
      const arn = 'arn:aws:iam::123456789012:role/alex/alex-api';
      place.set({ ...deployed(), made: [{ mode: 'managed', instances: [{ attributes: { arn } }] }] });
      writeFileSync(place.envFile, 'FUNCTION_NAME_API=alex-api\n');
      const { code, stderr } = await destroy(args.split(' '), {
        GetCallerIdentity: identity('arn:aws:iam::210987654321:user/ada', '210987654321'),
      });
      expect(code).toBe(1);
      expect(stderr).toContain('of account 210987654321');
      expect(stderr).toContain('what is deployed from here is in account 123456789012. Nothing was done.');
      expect(stderr).toContain('Set AWS_PROFILE to a profile of account 123456789012');
      expect(asked()).toEqual(['GetCallerIdentity']);
      expect(commands()).not.toContain('plan');
      expect(readFileSync(place.envFile, 'utf8')).toContain('alex-api');
    },
  );

  test('of one stage keeps the others, and says what they cost', async () => {
    const [repository] = things(true);
    place.set({
      ...deployed(),
      plans: [repository === undefined ? [] : [gone(repository)]],
      outputsAfter: { environment: value({ AWS_REGION: 'us-east-1' }) },
    });
    const { code, stdout } = await destroy(['--stage', '2', '--yes']);
    expect(code).toBe(0);
    expect(place.calls().find(([command]) => command === 'plan')).toContain('stages=["1-permissions"]');
    expect(stdout).toContain('What stays is 1-permissions: about $0 a day');
    expect(readFileSync(join(place.terraform, 'terraform.tfvars'), 'utf8')).toContain('# "2-embeddings"');
    // Of what stays nothing is emptied.
    expect(asked()).not.toContain('ListVectors');
  });

  test('is not held up by the tag of a service whose folder was deleted, which Terraform would refuse', async () => {
    place.set(deployed());
    const file = join(place.terraform, 'images.auto.tfvars.json');
    writeFileSync(file, '{"image_tags":{"researcher":"1","archivist":"2"}}');
    const before = readFileSync(file, 'utf8');
    const { stdout } = await destroy(['--plan']);
    expect(stdout).toContain('There is no services/archivist any more: ');
    expect(place.calls().find(([command]) => command === 'plan')).toContain('image_tags={"researcher":"1"}');
    // Nothing was done yet.
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('of one stage says what the others cost as they are set, and whose prices these are', async () => {
    const [repository] = things(true);
    place.set({ ...deployed(), plans: [repository === undefined ? [] : [gone(repository)]] });
    const file = join(place.terraform, 'terraform.tfvars');
    writeFileSync(
      file,
      'stages = ["1-permissions", "2-embeddings", "5-database"]\ndatabase_capacity = { min = 2, max = 4 }\nregion = "sa-east-1"\n',
    );
    const { stdout } = await destroy(['--stage', '2', '--plan']);
    // 2 ACU x $0.12 x 24 h, a secret, and a GB.
    expect(stdout).toContain(
      'What stays is 1-permissions, 5-database: about $5.78 a day without use.\nThese are prices of us-east-1, and not of sa-east-1: ',
    );
  });

  test('of one stage is not begun where another is misspelt in the list: what is not listed goes', async () => {
    place.set(deployed());
    const file = join(place.terraform, 'terraform.tfvars');
    writeFileSync(file, 'stages = ["1-permissions", "2-embeddings", "5-databse"]\n');
    const { code, stderr } = await destroy(['--stage', '2', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no "5-databse". Did you mean "5-database"?');
    expect(commands()).toEqual(['version']);
  });

  test('of all but the permissions looks for what is left, and does not count the permissions', async () => {
    const [repository] = things(true);
    const plan = { ...deployed(), plans: [repository === undefined ? [] : [gone(repository)]] };
    place.set({ ...plan, outputsAfter: { environment: value({ AWS_REGION: 'us-east-1' }) } });
    const balancer = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/ecs-express-1/2';
    const policy = 'arn:aws:iam::123456789012:policy/alex/alex-deploy-data';
    const tagged = (...arns: string[]) => ({
      body: { ResourceTagMappingList: arns.map((ResourceARN) => ({ ResourceARN })) },
    });
    const first = await destroy(['--keep-permissions', '--yes'], { GetResources: tagged(balancer, policy) });
    expect(first.stdout).toContain(`- ${balancer}: `);
    expect(first.stdout).not.toContain(policy);
    place.set({ ...plan, outputsAfter: { environment: value({ AWS_REGION: 'us-east-1' }) } });
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES.replace('# "2', '"2'));
    const second = await destroy(['--keep-permissions', '--yes'], { GetResources: tagged(policy) });
    expect(second.stdout).toContain('Nothing else of alex is left in us-east-1.');
  });

  test('of a stage that is not on says so, and nothing else is done', async () => {
    place.set({ ...deployed(), plans: [[made('module.enterprise[0].aws_bedrock_guardrail.this')]] });
    for (const [flags, says] of [
      [['--stage', '4'], '4-researcher is not on: nothing to destroy.'],
      [['--stage', '4', '8'], '4-researcher and 8-enterprise are not on: nothing to destroy.'],
    ] as const) {
      const { code, stdout } = await destroy([...flags, '--yes']);
      expect(code).toBe(0);
      expect(stdout).toContain(says);
    }
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
    expect((await destroy(['--keep-permissions', '--yes'])).stdout).toContain('none is on: nothing to destroy');
    expect(commands()).not.toContain('plan');
    expect(commands()).not.toContain('apply');
  });

  test('that was stopped half-way goes on, though neither terraform.tfvars nor the state has the stages any more', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
    writeFileSync(join(place.terraform, '.unfinished'), '');
    place.set({ ...deployed(), stages: ['1-permissions'], outputsAfter: { environment: value({}) } });
    const { code, stdout } = await destroy(['--keep-permissions', '--yes']);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('- lambda api (2)\n') });
    expect(commands()).toContain('apply');
    expect(existsSync(join(place.terraform, '.unfinished'))).toBe(false);
    expect((await destroy(['--keep-permissions', '--yes'])).stdout).toContain('none is on: nothing to destroy');
  });

  test('of a stage that is there, though terraform.tfvars has it no more', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
    const [repository] = things(true);
    const there = deployed();
    place.set({
      ...there,
      stages: ['1-permissions', '2-embeddings'],
      plans: [repository === undefined ? [] : [gone(repository)]],
    });
    const { code, stdout } = await destroy(['--stage', '2', '--yes']);
    expect(code).toBe(0);
    expect(stdout).not.toContain('not on');
    expect(commands()).toContain('apply');
  });

  test('of the vector index says before it asks that the documents of a database that stays have to be sent again', async () => {
    const going = (...types: string[]) =>
      things(true)
        .filter(({ type }) => types.includes(type))
        .map(gone);
    const said = 'they must be sent again (npm run ingest, npm run research)';
    place.set({ ...deployed(), plans: [going('aws_s3vectors_index')] });
    expect((await destroy(['--stage', '2', '--plan'])).stdout).toContain(said);
    place.set({ ...deployed(), plans: [going('aws_s3vectors_index', 'aws_rds_cluster')] });
    expect((await destroy(['--stage', '2', '--plan'])).stdout).not.toContain(said);
  });

  test('says whose logs end with the role that all REST APIs of the account have, and nothing where there are no others', async () => {
    const role = resource('module.api_gateway[0].aws_api_gateway_account.this[0]', 'aws_api_gateway_account');
    place.set({ ...deployed(), plans: [[gone(role)]] });
    const GetAccount = { body: { cloudwatchRoleArn: 'arn:aws:iam::123456789012:role/alex/alex-rest-logs' } };
    const pages = (...pages: string[][]): AwsScript => ({
      GetAccount,
      GetRestApis: ({ path }) => {
        const at = Number(/position=p(\d)/.exec(path)?.[1] ?? 0);
        const item = (pages[at] ?? []).map((name) => ({ name }));
        return { body: { item, ...(at + 1 < pages.length && { position: `p${at + 1}` }) } };
      },
    });
    const { stdout } = await destroy(['--plan'], pages(['alex-rest', 'orders'], ['shop']));
    expect(stdout).toContain(
      'All REST APIs of the account in us-east-1 write their access logs with one role, which goes with that. 2 others are there, and will log no more: orders, shop.\n',
    );
    expect((await destroy(['--plan'], pages(['alex-rest']))).stdout).not.toContain('REST APIs');
    expect((await destroy(['--plan'])).stdout).toContain('Whether there are others could not be told');
  });

  test('of one stage, while terraform.tfvars is lost, does not take with it what the example does not list', async () => {
    rmSync(join(place.terraform, 'terraform.tfvars'));
    place.set({ ...deployed(), stages: ['1-permissions', '2-embeddings', '3-ingest'] });
    const { code, stderr } = await destroy(['--stage', '3', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain("By the example's settings 2-embeddings would be destroyed. Nothing was done.");
    expect(commands()).not.toContain('plan');
  });

  test('of everything, while terraform.tfvars is lost, is not begun where the example has another region', async () => {
    rmSync(join(place.terraform, 'terraform.tfvars'));
    const there = { ...deployed(), stages: ['1-permissions', '2-embeddings'] };
    place.set({ ...there, regionBefore: 'eu-west-1' });
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('By the example it would be looked for elsewhere');
    expect(stderr).toContain('region = "eu-west-1"');
    expect(commands()).not.toContain('plan');
    // Where the example says what there is, nothing is missing.
    place.set(there);
    expect((await destroy(['--yes'])).code).toBe(0);
  });

  test.each([[['--yes']], [['--plan']], [['--stage', '2', '--yes']]])(
    'with %j is not begun where terraform.tfvars has another region: what is left would be looked for there, and not found',
    async (args) => {
      const file = join(place.terraform, 'terraform.tfvars');
      writeFileSync(file, `region = "eu-west-1"\n${readFileSync(file, 'utf8').replace(/^region.*$/m, '')}`);
      place.set({ ...deployed(), regionBefore: 'us-east-1' });
      const { code, stdout, stderr } = await destroy(args);
      expect(code).toBe(1);
      expect(stderr).toContain('What is deployed is in us-east-1, and terraform/terraform.tfvars says eu-west-1.');
      expect(stderr).toContain('Set region = "us-east-1" there, then the same command again');
      expect(stdout).not.toContain('is left in');
      expect(commands()).not.toContain('plan');
      expect(asked()).toEqual(['GetCallerIdentity']);
      writeFileSync(file, readFileSync(file, 'utf8').replace('eu-west-1', 'us-east-1'));
      expect((await destroy(args)).code).toBe(0);
    },
  );

  test('of one stage names what would be made and changed with it for other reasons, and is not done by --yes', async () => {
    const [repository] = things(true);
    const guardrail = made('module.enterprise[0].aws_bedrock_guardrail.this');
    const model = changed('module.lambda["charter"].aws_lambda_function.this');
    const notice = changed('module.lambda["scheduler"].aws_lambda_function.this');
    place.set({
      ...deployed(),
      plans: [[...(repository === undefined ? [] : [gone(repository)]), guardrail, model, notice]],
      anyway: [guardrail, model],
    });
    const { code, stdout, stderr } = await destroy(['--stage', '2', '--yes']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/make 0, change 1, destroy 1:\n[^]*~ lambda scheduler\n/);
    expect(stdout).toMatch(
      /Beside that, and not because of it:[^]*make 1, change 1, destroy 0:\n {2}\+ enterprise\n {2}~ lambda charter\n/,
    );
    expect(stderr).toContain('there are other changes with it');
    // Both plans are of the state that was read at the beginning.
    expect(place.calls().filter(([command, sub]) => command === 'state' && sub === 'pull')).toHaveLength(1);
    expect(stderr).toContain('npm run deploy');
    expect(commands()).not.toContain('apply');
    const without = await destroy(['--stage', '2']);
    expect(without.stderr).toContain('and make those other changes, in account');
  });

  test('of a stage of which nothing is there applies no empty plan', async () => {
    place.set({ ...deployed(), plans: [[]] });
    const { code, stdout } = await destroy(['--stage', '2', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing has to be changed.');
    expect(commands()).not.toContain('apply');
    expect(readFileSync(join(place.terraform, 'terraform.tfvars'), 'utf8')).toContain('# "2-embeddings"');
  });

  test('of a stage that others stand on names them, and plans nothing', async () => {
    writeFileSync(
      join(place.terraform, 'terraform.tfvars'),
      VARIABLES.replace(
        /stages\s*=\s*\[[^\]]*\]/,
        'stages = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher"]',
      ),
    );
    place.set(deployed());
    const { code, stderr } = await destroy(['--stage', '2', '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('3-ingest and 4-researcher cannot stay without 2-embeddings.');
    expect(stderr).toContain('npm run destroy -- --stage 2 3 4');
    expect(commands()).not.toContain('plan');
  });

  test('that Terraform cannot begin says to destroy again, and not to deploy', async () => {
    for (const command of ['init', 'plan']) {
      place.set({ ...deployed(), fails: { [command]: 'Error: Failed to query available provider packages' } });
      const { code, stderr } = await destroy(['--yes']);
      expect(code).toBe(1);
      expect(stderr).toContain('could not fetch its AWS provider');
      expect(stderr).toContain('the same command again');
      expect(stderr).not.toContain('npm run deploy');
    }
  });

  test('stage 1 as somebody who may not: everything else can go', async () => {
    const denied =
      'Error: deleting IAM Group (alex-deployers): AccessDenied: User: arn:aws:iam::1:user/ada is not authorized to perform: iam:DeleteGroup on resource: x';
    place.set({ ...deployed(), fails: { apply: denied } });
    const { code, stdout, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    // Before anything goes, and after: not the same command again, which would end so again.
    expect(stdout).toContain('Stage 1 among it is an administrator’s to take down');
    expect(stderr).toContain('Then: npm run destroy -- --keep-permissions');
    expect(stderr).not.toContain('the same command again');
  });

  test('a token that expires on the way: destroying goes on, and nothing is deployed again', async () => {
    place.set({
      ...deployed(),
      fails: { apply: 'Error: deleting Queue: ExpiredToken: The security token is expired' },
    });
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('go on where it stopped: the same command again');
    expect(stderr).not.toContain('npm run deploy');
  });

  test('a group that still has members', async () => {
    place.set({
      ...deployed(),
      fails: {
        apply:
          'Error: deleting IAM Group (youalex-deployers): DeleteConflict: Cannot delete entity, must remove users from group first.',
      },
    });
    const { stderr } = await destroy(['--yes']);
    expect(stderr).toContain('aws iam remove-user-from-group --group-name youalex-deployers');
  });
});

describe('a destruction that could not begin empties nothing', () => {
  const emptied = () => asked().filter((name) => name.includes('Delete'));

  test('as what is deployed has changed since it was shown', async () => {
    place.set({ ...deployed(), meanwhile: true });
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'What is deployed has changed since that was shown, by another Terraform. Nothing was done.',
    );
    expect(emptied()).toEqual([]);
    expect(commands()).not.toContain('apply');
  });

  test('as another Terraform holds the lock', async () => {
    const held =
      'Error: Error acquiring the state lock\n\nLock Info:\n  ID:        9cf63c76\n  Operation: OperationTypeApply';
    place.set({ ...deployed(), fails: { 'state rm': held } });
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('Another Terraform holds the lock of this deployment');
    expect(stderr).toContain('terraform force-unlock 9cf63c76');
    expect(emptied()).toEqual([]);
    expect(place.calls().find(([command, sub]) => command === 'state' && sub === 'rm')).toContain('-dry-run');
  });

  test('as terraform.tfvars has changed since, whose stages it would write', async () => {
    place.set({ ...deployed(), waits: 'plan' });
    aws.answer(full);
    const run = place.start('destroy', ['--stage', '2', '--yes'], credentials);
    await eventually(() => {
      expect(commands()).toContain('plan');
    });
    const edited = `${readFileSync(join(place.terraform, 'terraform.tfvars'), 'utf8')}# mine\n`;
    writeFileSync(join(place.terraform, 'terraform.tfvars'), edited);
    writeFileSync(join(place.terraform, 'go-on'), '');
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('terraform.tfvars has changed since that was planned. Nothing was done.');
    expect(emptied()).toEqual([]);
    expect(readFileSync(join(place.terraform, 'terraform.tfvars'), 'utf8')).toBe(edited);
  });

  test('as it was ended in the middle: by Ctrl-C it leaves no plan behind, killed the next run clears it', async () => {
    place.set(deployed());
    const ListVectors = () => {
      run.child.kill('SIGINT');
      return { body: { vectors: [] } };
    };
    aws.answer({ ...full, ListVectors });
    const run = place.start('destroy', ['--yes'], credentials);
    const { code } = await run.ended;
    expect(emptied()).toEqual([]);
    // On Windows no program can send Ctrl-C to another: kill() ends it without a word.
    if (process.platform === 'win32') await destroy(['--plan']);
    else expect(code).toBe(130);
    expect(readdirSync(place.terraform).filter((name) => /plan|lock/.test(name))).toEqual([]);
  });
});

describe('a state that was cut off while Terraform wrote it', () => {
  const whole = JSON.stringify({
    lineage: 'a',
    resources: [{ mode: 'data' }, { mode: 'managed' }, { mode: 'managed' }],
  });
  beforeEach(() => {
    // What Terraform then says: nothing.
    place.set({});
    writeFileSync(join(place.terraform, 'terraform.tfstate'), '');
    writeFileSync(join(place.terraform, 'terraform.tfstate.backup'), whole);
  });

  test.each([
    ['destroy', ['--yes']],
    ['destroy', ['--plan']],
    ['deploy', ['--yes']],
    ['deploy', ['--plan']],
    ['env', []],
  ] as const)('is no deployment that is gone: %s %j', async (script, args) => {
    aws.answer(full);
    const { code, stdout, stderr } = await place.run(script, args, credentials);
    expect(code).toBe(1);
    expect(stderr).toContain('is empty or cut off, and the copy of before has 2 things in it');
    expect(stderr).toMatch(/cp ".*terraform\.tfstate\.backup" ".*terraform\.tfstate"/);
    expect(stderr).toMatch(/Windows: copy "/);
    expect(stdout).not.toMatch(/Nothing of|knows of nothing/);
    expect(commands()).not.toContain('apply');
  });

  test('is told by the very run in which Terraform was killed', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfstate'), whole);
    place.set({ ...deployed(), killed: 'apply', cutsOff: true });
    const { code, stderr } = await destroy(['--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain('Terraform was killed');
    expect(stderr).toContain('Put the copy in its place');
  });
});

/** As CloudWatch answers: those whose name begins so, one a page. */
const groupsNamed =
  (...names: string[]) =>
  ({ body }: { body: string }) => {
    const [, prefix = ''] = /"logGroupNamePrefix":"([^"]*)"/.exec(body) ?? [];
    const fit = names.filter((name) => name.startsWith(prefix));
    const from = Number(/"nextToken":"(\d+)"/.exec(body)?.[1] ?? 0);
    const logGroups = fit
      .slice(from, from + 1)
      .map((logGroupName) => ({ logGroupName, arn: `arn:aws:logs:us-east-1:1:log-group:${logGroupName}:*` }));
    return { body: { logGroups, ...(from + 1 < fit.length && { nextToken: String(from + 1) }) } };
  };

describe('what is left', () => {
  test('is told with what it costs', async () => {
    place.set(deployed());
    const left = {
      body: { ResourceTagMappingList: [{ ResourceARN: 'arn:aws:rds:us-east-1:1:cluster-snapshot:alex-final' }] },
    };
    const groups = groupsNamed('/aws/lambda/alex-api');
    const { code, stdout } = await destroy(['--yes'], { GetResources: left, DescribeLogGroups: groups });
    expect(code).toBe(0);
    expect(stdout).toContain('- arn:aws:rds:us-east-1:1:cluster-snapshot:alex-final: $0.021 a GB and month');
    expect(stdout).toContain('- arn:aws:logs:us-east-1:1:log-group:/aws/lambda/alex-api: $0.03 a GB and month');
  });

  test('is not what begins alike: of others no log is named with how to delete it', async () => {
    place.set(deployed());
    const { stdout } = await destroy(['--yes'], {
      DescribeLogGroups: groupsNamed(
        '/aws/lambda/alexandria-shop',
        '/aws/lambda/alexdev-api',
        '/aws/lambda/alex-shop-api',
        '/aws/rds/cluster/alexander/postgresql',
      ),
    });
    expect(stdout).toContain('Nothing of alex is left in us-east-1.');
    expect(stdout).not.toMatch(/delete-log-group|alexandria|alexdev|alexander/);
    expect(stdout).toMatch(/somebody else's\? Then leave it alone:\n- arn:\S+alex-shop-api\n/);
  });

  test('that may not be looked up is said, with where to look', async () => {
    place.set(deployed());
    const { stdout } = await destroy(['--yes'], {
      GetResources: refusal('AccessDeniedException', 'not authorized to perform: tag:GetResources', 400),
    });
    expect(stdout).toContain('What may be left could not be looked up');
    expect(stdout).toContain('Tag Editor');
  });

  test('is looked for where nothing is deployed, too', async () => {
    place.set({});
    const { code, stdout } = await destroy(['--yes']);
    expect(code).toBe(0);
    expect(stdout).toContain('Terraform knows of nothing that is deployed from this folder.');
    expect(commands()).not.toContain('apply');
    writeFileSync(place.envFile, 'FUNCTION_NAME_API=alex-api\n');
    expect((await destroy(['--yes'])).stdout).toContain('.env still names what was.');
    writeFileSync(place.envFile, 'FUNCTION_NAME_API=alex-api\nALEX_ACCOUNT=210987654321\n');
    expect((await destroy(['--yes'])).stdout).toContain('in account 210987654321 and not in 123456789012.');
  });
});
