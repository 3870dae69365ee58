// Who asks the logs for what went wrong must not be told "nothing" because the line that says so does not have the word ERROR in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogStore } from '../../../local/logs/log-store.ts';
import { startLogsServer } from '../../../local/logs/server.ts';
import { lookBack } from '../../../scripts/logs/look-back.ts';
import { saysFailed } from '../../../scripts/logs/parse-line.ts';
import { readGroup } from '../../../scripts/logs/read-group.ts';
import { identity, startAwsServer } from '../../setup/deployment/aws-server.ts';
import { runScript, type Ran } from '../../setup/run-script.ts';

const FAILED: readonly [group: string, text: string][] = [
  ['digest', '2026-11-22T13:53:22.066Z 9a1b Task timed out after 2.00 seconds\n\n'],
  [
    'digest',
    'REPORT RequestId: 9a1b\tDuration: 2000.00 ms\tBilled Duration: 2000 ms\tMemory Size: 512 MB\tMax Memory Used: 61 MB\tStatus: timeout\n',
  ],
  ['digest', 'INIT_REPORT Init Duration: 10006.63 ms\tPhase: init\tStatus: timeout\n'],
  ['digest', 'RequestId: 9a1c Error: Runtime exited with error: signal: killed\nRuntime.ExitError\n'],
  ['digest', 'RequestId: 9a1d Error: Runtime exited with error: exit status 3\nRuntime.ExitError\n'],
  [
    'digest',
    'REPORT RequestId: 9a1c\tDuration: 900.00 ms\tMemory Size: 512 MB\tMax Memory Used: 512 MB\tStatus: error\tError Type: Runtime.OutOfMemory\n',
  ],
  ['digest', 'RequestId: 9a1e Process exited before completing request\n'],
  ['digest', '2026-11-22T13:40:00.123Z\t9a1f\tERROR\tInvoke Error \t{"errorType":"TypeError","errorMessage":"x"}\n'],
  ['digest', '{"level":"ERROR","message":"the letter was not sent"}'],
  ['http', '{"error":"-","latency":"29","requestId":"a","route":"GET /jobs/{job}","status":"502","time":"x"}'],
  ['rest', '{"error":"-","keyId":"-","latency":"29","requestId":"a","route":"POST /x","status":"504","time":"x"}'],
  ['model', 'Traceback (most recent call last):'],
  ['model', 'ValueError: Unrecognized model'],
];
const WELL: readonly [group: string, text: string][] = [
  ['digest', 'START RequestId: 9a1b Version: $LATEST\n'],
  ['digest', 'REPORT RequestId: 9a20\tDuration: 20.00 ms\tMemory Size: 512 MB\tMax Memory Used: 61 MB\n'],
  ['digest', 'INIT_REPORT Init Duration: 320.10 ms\tPhase: init\tStatus: success\n'],
  ['digest', '{"level":"INFO","message":"0 lines with ERROR in them"}'],
  ['digest', '{"level":"WARN","message":"tried again"}'],
  ...['a', 'b'].flatMap((id): [group: string, text: string][] => [
    ['silent', `START RequestId: ${id} Version: $LATEST\n`],
    ['silent', `END RequestId: ${id}\n`],
    ['silent', `REPORT RequestId: ${id}\tDuration: 6.38 ms\tMemory Size: 128 MB\tMax Memory Used: 61 MB\n`],
  ]),
  ['slow', 'START RequestId: first Version: $LATEST\n'],
  ['slow', 'END RequestId: first\n'],
  ['slow', 'START RequestId: second Version: $LATEST\n'],
  ['counted', '{"_aws":{"Timestamp":1}}'],
  ['http', '{"error":"-","latency":"3","requestId":"b","route":"-","status":"404","time":"x"}'],
];

const folder = mkdtempSync(join(tmpdir(), 'alex-failed-lines-'));
let clock = () => Date.now();
const store = createLogStore({ now: () => clock() });
let logServer: Awaited<ReturnType<typeof startLogsServer>>;
let aws: Awaited<ReturnType<typeof startAwsServer>>;

beforeAll(async () => {
  logServer = await startLogsServer(store);
  aws = await startAwsServer();
  aws.answer({ GetCallerIdentity: identity() });
  for (const [group, text] of [...WELL, ...FAILED]) store.append(`/alex/${group}`, 'one', text);
  store.createGroup('/alex/past');
  const groups = [...new Set([...WELL, ...FAILED].map(([group]) => group)), 'past'];
  const variables = {
    AWS_REGION: 'us-east-1',
    ALEX_ACCOUNT: '123456789012',
    FUNCTION_NAME_DIGEST: 'alex-digest',
    ...Object.fromEntries(groups.map((group) => [`LOG_GROUP_${group.toUpperCase()}`, `/alex/${group}`])),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(join(folder, 'deployed.env'), lines.join(''));
});
afterAll(async () => {
  await logServer.close();
  await aws.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const logs = (...flags: string[]): Promise<Ran> =>
  runScript('logs.ts', ['--target', 'aws', ...flags], {
    ALEX_HOME: join(folder, 'elsewhere'),
    ALEX_ENV_FILE: join(folder, 'deployed.env'),
    AWS_ACCESS_KEY_ID: 'AKIAPERSON',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: aws.url,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: logServer.url,
  });

test('logs --failures shows every line that says that something failed, and no other', async () => {
  const { code, stdout, stderr } = await logs('--failures', '--since', '1h');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const shown = stdout
    .trim()
    .split('\n')
    .filter((line) => /^\d\d:/.test(line));
  expect(shown.filter((line) => !line.includes(' ERROR '))).toEqual([]);
  expect(shown).toHaveLength(FAILED.length);
  expect(stdout).toMatch(/cold start 10006\.63 ms, timeout/);
  const asJson = await logs('--failures', '--json', '--since', '1h');
  expect(asJson.stdout.trim().split('\n')).toHaveLength(FAILED.length);
}, 60_000);

test('--failures goes with --filter, and where nothing failed that is said', async () => {
  const { stdout } = await logs('--failures', '--filter', '"9a1c"', '--since', '1h');
  expect(
    stdout
      .trim()
      .split('\n')
      .filter((line) => /^\d\d:/.test(line)),
  ).toHaveLength(2);
  const none = await logs('rest', '--failures', '--filter', '"9a1c"', '--since', '1h');
  expect(none).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^Nothing was logged since/) });
}, 60_000);

test('of an analysis that is long over the lines are shown, and how far back was looked is said', async () => {
  const id = '30a0e446-5d1c-4f6e-9a55-2b1c3d4e5f60';
  const old = '8c0b7d12-5d1c-4f6e-9a55-2b1c3d4e5f60';
  const looked = 'The last day was looked through: --since 7d looks further back.\n';
  clock = () => Date.now() - 3 * 86_400_000;
  store.append('/alex/past', 'one', `{"level":"INFO","message":"job ended","job":"${old}"}`);
  clock = () => Date.now() - 3_600_000;
  store.append('/alex/past', 'one', `{"level":"INFO","message":"job ended","job":"${id}"}`);
  clock = () => Date.now();
  expect(await logs('past', '--job', id)).toMatchObject({
    stdout: expect.stringContaining('job ended'),
    stderr: looked,
  });
  const none = await logs('past', '--job', old);
  expect(none.stdout).toBe('');
  expect(none.stderr).toMatch(/^The last day was .*\nNothing was logged since \S+ that fits\.\n$/);
  expect(await logs('past', '--job', old, '--since', '7d')).toMatchObject({
    stdout: expect.stringContaining('job ended'),
    stderr: '',
  });
  expect(await logs('past')).toMatchObject({
    stderr: expect.stringMatching(/^Nothing was logged since \S+ that fits: --since 1d looks further back\.\n$/),
  });
  const laptop = { name: 'laptop', label: 'this laptop' } as const;
  expect(lookBack({ since: undefined, ofJob: true }, laptop, Date.now())).toMatchObject({ from: 0 });
}, 60_000);

test('a function that ran and wrote nothing is not passed over in silence', async () => {
  const said = 'silent ran twice and wrote no line of its own: --all shows START, END and how long it took.\n';
  const only = "Of silent only Lambda's own lines or metrics fit (2): --all shows them.\n";
  expect(await logs('silent')).toMatchObject({ code: 0, stdout: '', stderr: said });
  // Beside one who wrote, if it was asked for by name; of all who wrote nothing otherwise, nobody would read that.
  expect(await logs('silent', 'digest')).toMatchObject({ stderr: said, stdout: expect.stringContaining('timed out') });
  expect(await logs()).toMatchObject({ stderr: '' });
  expect(await logs('silent', 'counted')).toMatchObject({
    stderr: `${said}Of counted only Lambda's own lines or metrics are there (1): --all shows them.\n`,
  });
  // With a filter nobody knows whether there are other lines.
  expect(await logs('silent', '--filter', 'REPORT')).toMatchObject({ stdout: '', stderr: only });
  expect(await logs('silent', '--all')).toMatchObject({ stdout: expect.stringContaining('6.38 ms'), stderr: '' });
  expect(await logs('silent', '--json')).toMatchObject({ stdout: expect.stringContaining('START'), stderr: '' });
}, 60_000);

test('a function that is at work is not said to have written nothing', async () => {
  expect(await logs('slow')).toMatchObject({
    stderr: 'slow is at work, and has written no line of its own yet: ask again, or follow it with --follow.\n',
  });
  store.append('/alex/slow', 'one', 'END RequestId: second\n');
  expect(await logs('slow')).toMatchObject({ stderr: expect.stringMatching(/^slow ran twice and wrote no line/) });
}, 60_000);

test('a failure behind more lines than are shown at once is found all the same', async () => {
  for (let line = 0; line < 12_000; line += 1) store.append('/alex/busy', 'one', '{"level":"INFO","message":"well"}');
  store.append(
    '/alex/busy',
    'one',
    'RequestId: 1 Error: Runtime exited with error: signal: killed\nRuntime.ExitError\n',
  );
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CloudWatchLogsClient({ endpoint: logServer.url, region: 'us-east-1', credentials });
  const query = { name: 'busy', group: '/alex/busy', from: 0, pattern: undefined, most: 10, keep: saysFailed };
  const { lines, cut } = await readGroup(client, query);
  client.destroy();
  expect({ found: lines.length, cut }).toEqual({ found: 1, cut: false });
});
