// npm run deploy, env, doctor and destroy with the true program terraform and the true configuration, against the stand-in for the AWS
// provider: what they read of plans, state and outputs is what Terraform writes.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { asPackaged } from '../setup/deployment/as-packaged.ts';
import { identity, startAwsServer, type AwsServer } from '../setup/deployment/aws-server.ts';
import { credentials, makeWorkplace, type Workplace } from '../setup/deployment/workplace.ts';
import { missing, offlineTerraform, type OfflineTerraform } from './offline-terraform.ts';
import { skippedHere } from './skipped.ts';

const present = (env: OfflineTerraform['env']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]): [string, string][] =>
      value !== undefined && /^(?:TF_|CHECKPOINT_)/.test(name) ? [[name, value]] : [],
    ),
  );

/** What the container of an endpoint says before it gives up. */
const SAID = 'ValueError: no such model';
const FAILED =
  "unexpected state 'Failed', wanted target 'InService'. last error: The primary container for production variant main did not pass the ping health check. Please check CloudWatch logs for this endpoint.";

/** Runs Terraform, but that of a plan only the embeddings' log is made, as of an endpoint that was never in its state. */
const STOPS = `
import { spawnSync } from 'node:child_process';
const args = process.argv.slice(2);
const stops = args[0] === 'apply';
const part = ['apply', '-auto-approve', '-target=module.sagemaker_embeddings[0].aws_cloudwatch_log_group.this'];
const { status } = spawnSync('terraform', stops ? part : args, { stdio: 'inherit' });
if (stops) process.stderr.write(${JSON.stringify(`Error: waiting for SageMaker AI Endpoint (alex-embeddings) create: ${FAILED}\n`)});
process.exitCode = stops ? 1 : status;
`;

/** Lines of a resource that is made and has failed, as long as there is that file in the root: known when it is applied, and not before. */
const fails = (file: string): string => `
  lifecycle {
    postcondition {
      condition     = self.arn == "" ? true : !fileexists("\${path.root}/${file}")
      error_message = ${JSON.stringify(FAILED)}
    }
  }
`;

if (missing !== '') {
  skippedHere('The scripts that deploy are not run with Terraform itself');
} else {
  describe('with Terraform itself', () => {
    let aws: AwsServer;
    let place: Workplace;
    let terraform: OfflineTerraform;
    let caller = identity();
    beforeAll(async () => {
      aws = await startAwsServer();
      terraform = await offlineTerraform();
      place = makeWorkplace(aws.url);
      copyFileSync(
        join(terraform.folder, 'terraform', 'terraform.tfvars.example'),
        join(terraform.folder, 'terraform', 'terraform.tfvars'),
      );
      aws.answer({
        GetCallerIdentity: () => caller,
        GetFunctionConfiguration: asPackaged,
        DescribeSecret: { body: { VersionIdsToStages: { v: ['AWSCURRENT'] } } },
        ListVectors: { body: { vectors: [] } },
        GetResources: { body: { ResourceTagMappingList: [] } },
        DescribeLogGroups: { body: { logGroups: [] } },
        FilterLogEvents: ({ body }) => ({
          body: { events: [{ eventId: '1', timestamp: Date.now(), message: `${SAID} ${body}` }] },
        }),
      });
    }, 120_000);
    afterAll(async () => {
      await terraform.stop();
      place.remove();
      await aws.close();
    });
    let program = 'terraform';
    const run = (script: string, ...args: string[]) =>
      place.run(script, args, {
        ...credentials,
        ...present(terraform.env),
        ALEX_TERRAFORM: program,
        ALEX_TERRAFORM_FOLDER: join(terraform.folder, 'terraform'),
        ALEX_PORT: '24080',
      });
    /** What a person types whom a message tells to: `npm run logs -- embeddings`. */
    const typed = (told: string, script: string) => {
      const [, line = ''] = new RegExp(`npm run (${script}(?: -- [\\w .-]+)?)(?: \\(|$)`, 'm').exec(told) ?? [];
      const [name = 'nothing', ...args] = line.split(' ').filter((word) => word !== '--');
      return run(name, ...args);
    };
    const env = () => readFileSync(place.envFile, 'utf8');

    /** What a guide says that a plan comes to: it is not run there. */
    const shownIn = (guide: string): string =>
      /^Terraform would make .*\n.*$/m.exec(
        readFileSync(new URL(`../../guides/${guide}`, import.meta.url), 'utf8'),
      )?.[0] ?? 'nothing';

    test('the first deployment is stage 1, and the next step is the second', async () => {
      const { code, stdout } = await run('deploy', '--yes');
      expect({ code, stdout }).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(shownIn('1-permissions.md')),
      });
      expect(stdout).toContain('Next: Read guides/2-embeddings.md, then: npm run deploy -- --stage 2');
      expect(env()).toContain('ALEX_STAGES=1-permissions');
    }, 120_000);

    test('with the credentials of another account it is neither deployed to nor destroyed, as its state names its own', async () => {
      expect(env()).toContain('ALEX_ACCOUNT=123456789012');
      caller = identity('arn:aws:iam::210987654321:user/ada', '210987654321');
      try {
        for (const [script, ...args] of [
          ['deploy', '--stage', '2', '--yes'],
          ['destroy', '--yes'],
        ] as const) {
          const { code, stderr } = await run(script, ...args);
          expect({ code, stderr }).toMatchObject({
            code: 1,
            stderr: expect.stringContaining('what is deployed from here is in account 123456789012. Nothing was done.'),
          });
        }
        expect((await run('doctor', '--target', 'aws')).stdout).toMatch(
          /problem +credentials +These AWS credentials are of account 210987654321/,
        );
      } finally {
        caller = identity();
      }
      expect(env()).toContain('ALEX_STAGES=1-permissions');
    }, 120_000);

    test('done again, nothing has to be changed', async () => {
      const { code, stdout } = await run('deploy', '--yes');
      expect({ code, stdout }).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Nothing has to be changed.'),
      });
    }, 120_000);

    test('another region, and a setting that nothing declares, are told with the plan', async () => {
      const file = join(terraform.folder, 'terraform', 'terraform.tfvars');
      const stray = join(terraform.folder, 'terraform', 'stray.auto.tfvars');
      const before = readFileSync(file, 'utf8');
      try {
        writeFileSync(file, before.replace('region = "us-east-1"', 'region = "eu-west-1"'));
        writeFileSync(stray, 'alert_emal = "a@b.c"\n');
        const { code, stdout } = await run('deploy', '--plan');
        expect(code).toBe(0);
        expect(stdout).toContain('What is deployed is in us-east-1, and eu-west-1 is asked for');
        expect((await run('destroy', '--plan')).stderr).toContain('What is deployed is in us-east-1, and terraform/');
        expect(stdout).toMatch(/^Terraform warns: Value for undeclared variable\. .*"alert_emal".*\.$/m);
        writeFileSync(file, `${before}\nalert_emal = "a@b.c"\n`);
        const refused = await run('deploy', '--plan');
        expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Did you mean alert_email?') });
        writeFileSync(file, `${before}\nweb_origins = ["https://app.example.com/start"]\n`);
        const { stderr } = await run('deploy', '--plan');
        expect(stderr).toContain('web_origins cannot hold "https://app.example.com/start". An origin is https://HOST');
        expect(stderr).toMatch(/\n {2}Then the same command again\n$/);
      } finally {
        writeFileSync(file, before);
        rmSync(stray, { force: true });
      }
    }, 120_000);

    test('a list of stages that lacks one is refused with the command that adds it', async () => {
      const file = join(terraform.folder, 'terraform', 'terraform.tfvars');
      const before = readFileSync(file, 'utf8');
      try {
        writeFileSync(file, before.replace('# "3-ingest"', '"3-ingest"'));
        const { code, stderr } = await run('deploy', '--yes');
        expect({ code, stderr }).toMatchObject({
          code: 1,
          stderr: expect.stringContaining(
            '3-ingest cannot be there without 2-embeddings. Add what lacks: npm run deploy --',
          ),
        });
      } finally {
        writeFileSync(file, before);
      }
    }, 120_000);

    describe('of an endpoint that does not come up', () => {
      const log = '/aws/sagemaker/Endpoints/alex-embeddings';
      const seen = { code: 0, stdout: expect.stringMatching(new RegExp(`embeddings ERROR .*${SAID}.*${log}`)) };
      const halfMade = { code: 1, stderr: expect.stringContaining('The deployment is half made: ') };
      const withoutLogs = () => {
        writeFileSync(place.envFile, env().replaceAll(/^LOG_GROUP_.*\n/gm, ''));
      };

      test('the command that deploying tells shows its log, where Terraform wrote no outputs', async () => {
        program = join(terraform.folder, 'stops.mjs');
        writeFileSync(program, STOPS);
        try {
          const { code, all } = await run('deploy', '--stage', '2', '--yes');
          expect({ code, all }).toMatchObject({ code: 1, all: expect.stringContaining('did not come up') });
          expect(all).toContain(shownIn('2-embeddings.md'));
          expect(env()).toMatch(new RegExp(`^LOG_GROUP_EMBEDDINGS=${log}$`, 'm'));
          expect(env()).toMatch(/^AWS_REGION=us-east-1$/m);
          expect(await typed(all, 'logs')).toMatchObject(seen);
        } finally {
          program = 'terraform';
        }
      }, 120_000);

      test('a .env that does not name it is no reason for the log not to be shown', async () => {
        withoutLogs();
        expect(await run('logs', 'embeddings', '--target', 'aws')).toMatchObject(seen);
        expect(await run('logs', '--target', 'aws')).toMatchObject(seen);
        const { code, stderr } = await run('logs', 'planner', '--target', 'aws');
        expect({ code, stderr }).toMatchObject(halfMade);
        expect(stderr).toMatch(/There are: embeddings\n {2}Go on where it stopped: npm run deploy$/m);
      }, 120_000);

      test('npm run env writes what is there, and ends with 1, as the doctor says the same', async () => {
        expect(await run('env')).toMatchObject(halfMade);
        expect(env()).toMatch(new RegExp(`^LOG_GROUP_EMBEDDINGS=${log}$`, 'm'));
        expect((await run('doctor', '--target', 'aws')).stdout).toMatch(
          /problem +deployment +The deployment is half made/,
        );
      }, 120_000);

      test('going on as deploying tells comes to the same, made but failed, and then to its end', async () => {
        const folder = join(terraform.folder, 'terraform');
        const module = join(folder, 'modules', 'sagemaker_embeddings', 'main.tf');
        const whole = readFileSync(module, 'utf8');
        writeFileSync(
          module,
          whole.replace(/resource "aws_sagemaker_endpoint" "this" \{\n/, (begun) => `${begun}${fails('broken')}`),
        );
        writeFileSync(join(folder, 'broken'), '');
        withoutLogs();
        const failed = await run('deploy', '--yes');
        expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('did not come up') });
        expect(await typed(failed.all, 'logs')).toMatchObject(seen);
        withoutLogs();
        expect(await run('env')).toMatchObject(halfMade);
        expect(await typed(failed.all, 'logs')).toMatchObject(seen);
        rmSync(join(folder, 'broken'));
        expect(await typed(failed.stderr, 'deploy')).toMatchObject({ code: 0 });
        writeFileSync(module, whole);
        expect(await run('env')).toMatchObject({ code: 0 });
        expect(env()).toMatch(/^EMBEDDINGS_ENDPOINT_NAME=alex-embeddings$/m);
      }, 180_000);
    });

    test('stages that bring functions put their names into .env; a database that does not answer is left to do', async () => {
      const { code, all } = await run('deploy', '--stage', '2', '3', '--yes');
      expect({ code, all }).toMatchObject({
        code: 3,
        all: expect.stringContaining('Left for you:\n- The database was not brought up to date.'),
      });
      expect(env()).toMatch(/^FUNCTION_NAME_INGEST=alex-ingest$/m);
      expect(env()).toMatch(/^VECTOR_BUCKET_NAME=alex-vectors$/m);
      expect(env()).toMatch(/^REST_API_URL=https:/m);
      expect(env()).not.toMatch(/FUNCTION_NAME_PLANNER/);
    }, 180_000);

    test('the doctor finds it whole, and its database not brought up to date yet', async () => {
      const { code, stdout } = await run('doctor', '--target', 'aws');
      expect(code).toBe(1);
      expect(stdout).toMatch(/problem +database +AWS refuses what is asked/);
      expect(stdout).not.toContain('Go on with');
      expect(stdout).toMatch(/ok +deployment +\d+ things are deployed, stages 1-permissions, 2-embeddings, 3-ingest/);
    }, 120_000);

    test('a state that was cut off is put back from its copy, and is no deployment that is gone', async () => {
      const [state, copy] = ['terraform.tfstate', 'terraform.tfstate.backup'].map((name) =>
        join(terraform.folder, 'terraform', name),
      );
      if (state === undefined || copy === undefined) throw new Error('no names');
      copyFileSync(state, copy);
      writeFileSync(state, '');
      for (const [script, ...args] of [['env'], ['destroy', '--yes'], ['deploy', '--plan']] as const) {
        const { code, stderr } = await run(script, ...args);
        expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('is empty or cut off') });
      }
      copyFileSync(copy, state);
      expect(await run('env')).toMatchObject({ code: 0 });
    }, 120_000);

    test('a stage that goes is told apart from what has changed besides, and one that is not on stays so', async () => {
      const file = join(terraform.folder, 'terraform', 'terraform.tfvars');
      const before = readFileSync(file, 'utf8');
      const plain = await run('destroy', '--stage', '3', '--plan');
      expect(plain).toMatchObject({ code: 0, stdout: expect.stringContaining('- lambda ingest') });
      expect(plain.stdout).not.toContain('Beside that');
      try {
        writeFileSync(file, `${before}\nlog_retention_days = 7\n`);
        const { stdout } = await run('destroy', '--stage', '3', '--plan');
        expect(stdout).toMatch(
          /Beside that, and not because of it:[^]*change 2, destroy 0:\n {2}~ sagemaker_embeddings/,
        );
      } finally {
        writeFileSync(file, before);
      }
      const off = await run('destroy', '--stage', '8', '--yes');
      expect(off).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('8-enterprise is not on: nothing to destroy.'),
      });
    }, 120_000);

    test('stages that go leave stage 1; then everything goes', async () => {
      const kept = await run('destroy', '--keep-permissions', '--yes');
      expect(kept).toMatchObject({ code: 0 });
      expect(kept.stdout).toContain('module.s3_vectors[0].aws_s3vectors_index.this holds 0 vectors.');
      expect(env()).toContain('ALEX_STAGES=1-permissions');
      expect(env()).not.toContain('FUNCTION_NAME_INGEST');
      const all = await run('destroy', '--yes');
      expect(all).toMatchObject({ code: 0 });
      expect(all.stdout).toContain('Nothing of alex is left in us-east-1.');
      expect(existsSync(place.envFile)).toBe(false);
      const state: unknown = JSON.parse((await terraform.run('show', '-json')).text);
      expect(state).not.toHaveProperty('values.root_module');
    }, 180_000);
  });
}
