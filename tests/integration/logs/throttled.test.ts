// An account whose quota of questions is small: what was read is shown, and what was not is named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { identity, refusal, startAwsServer, type AwsAnswer } from '../../setup/deployment/aws-server.ts';
import { runScript, type Ran } from '../../setup/run-script.ts';

const NAMES = ['api', 'charter', 'ingest', 'planner', 'reporter', 'search'];
const folder = mkdtempSync(join(tmpdir(), 'alex-throttled-'));
let aws: Awaited<ReturnType<typeof startAwsServer>>;
let times: Map<string, number>;

beforeAll(async () => {
  aws = await startAwsServer();
  const groups = NAMES.map((name) => `LOG_GROUP_${name.toUpperCase()}="${name}"\n`).join('');
  writeFileSync(
    join(folder, 'deployed.env'),
    `AWS_REGION="eu-central-1"\nALEX_ACCOUNT="123456789012"\nFUNCTION_NAME_API="alex-api"\n${groups}`,
  );
});
beforeEach(() => {
  times = new Map();
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const throttled = refusal('ThrottlingException', 'Rate exceeded');
const line = (group: string): AwsAnswer => ({
  body: { events: [{ eventId: group, timestamp: Date.now(), message: '{"level":"INFO","message":"hello"}' }] },
});

/** @param answer what a group answers when it is asked for the so-many-th time */
function logs(answer: (group: string, time: number) => AwsAnswer, ...flags: string[]): Promise<Ran> {
  aws.answer({
    GetCallerIdentity: identity(),
    FilterLogEvents: ({ body }) => {
      const { logGroupName: group } = JSON.parse(body) as { logGroupName: string };
      const time = (times.get(group) ?? 0) + 1;
      times.set(group, time);
      return answer(group, time);
    },
  });
  return runScript('logs.ts', ['--target', 'aws', ...flags], {
    ALEX_HOME: join(folder, 'elsewhere'),
    ALEX_ENV_FILE: join(folder, 'deployed.env'),
    ALEX_AWS_PATIENCE: '1.5',
    AWS_ACCESS_KEY_ID: 'AKIAPERSON',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: aws.url,
  });
}

const linesOf = ({ stdout }: Ran): number => stdout.split('\n').filter((text) => text.includes('hello')).length;

test('groups that are refused at first are asked again, and nothing is said of it', async () => {
  const ran = await logs((group, time) => (time < 3 && group < 'd' ? throttled : line(group)));
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(linesOf(ran)).toBe(NAMES.length);
}, 60_000);

test('one that stays throttled is named beside the lines of the others, with the command for it alone', async () => {
  const ran = await logs((group) => (group === 'planner' ? throttled : line(group)));
  expect(ran.code).toBe(3);
  expect(linesOf(ran)).toBe(NAMES.length - 1);
  expect(ran.stderr).toContain('Of planner not all is shown that was logged. AWS has been asked too much at once');
  expect(ran.stderr).toContain('npm run logs -- planner --target aws\n');
}, 60_000);

test('where some may not be read, they and the right are named, and "nothing was logged" is not said', async () => {
  const denied = refusal(
    'AccessDeniedException',
    'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: logs:FilterLogEvents on resource: x',
  );
  const ran = await logs((group) => (group < 'd' ? denied : { body: { events: [] } }));
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('Of api and charter not all is shown that was logged.');
  expect(ran.stderr).toContain('logs:FilterLogEvents');
  expect(ran.stderr).not.toContain('Nothing was logged');
}, 60_000);

test('where all are refused, that is the end of it', async () => {
  const ran = await logs(() => throttled);
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toContain('AWS has been asked too much at once');
}, 60_000);
