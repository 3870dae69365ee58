import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { notStarted } from '../../../scripts/laptop/not-started.ts';
import { checks, CheckFailed } from '../../../scripts/rehearsal/checks.ts';
import { smokeFolders } from '../../../scripts/rehearsal/smoke-folders.ts';
import { targetFrom } from '../../../scripts/target/target-from.ts';
import type { TargetName } from '../../../scripts/target/target.ts';
import { lambdaConfig, type LambdaConfig } from '../../../shared/schemas/lambda-config.ts';

const folder = (more: object): LambdaConfig =>
  lambdaConfig.parse({ description: 'x', memory: 128, timeout: 3, zipBudget: 10, ...more });

/** What smoke shows of one folder, and what the function was given. */
async function tried(
  config: LambdaConfig | undefined,
  answer: unknown,
  variables: Record<string, string> = {},
  where: TargetName = 'aws',
) {
  const given: unknown[] = [];
  const stream = new PassThrough();
  const shown = checks(stream, (text) => text);
  const invoke = (_name: string, event: unknown): Promise<unknown> => {
    given.push(event);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const folders = new Map(config === undefined ? [] : [['librarian', config]]);
  await smokeFolders(
    ['librarian'],
    folders,
    targetFrom(where, variables),
    { invoke, logOf: (name: string) => name, close: () => undefined },
    shown,
  );
  return { given, failed: shown.failed(), skipped: shown.skipped(), says: String(stream.read()) };
}

test('a folder that says how is tried with its own event, and its answer is shown in a line', async () => {
  const { given, says } = await tried(folder({ smoke: { look: true } }), { title: 'x'.repeat(100) });
  expect(given).toEqual([{ look: true }]);
  expect(says).toMatch(/^✓ librarian .*answered \{"title":"x+…\n$/);
});

test.each([
  ['throws', new CheckFailed('ConfigurationError: The secret news-key has no value.')],
  ['answers API Gateway with an error', { statusCode: 500, body: '{}' }],
  ['gives its message back', { batchItemFailures: [{ itemIdentifier: '1' }] }],
])('a folder of one’s own that %s is not called well', async (_what, answer) => {
  expect(await tried(folder({ smoke: {} }), answer)).toMatchObject({ failed: 1, skipped: 0 });
});

test.each([
  ['has no event for it', folder({}), '"smoke" in lambdas/librarian/lambda.json'],
  ['is not in this checkout', undefined, 'lambdas/librarian is here no more; npm run deploy takes it away'],
])('a function that %s is named and not given anything', async (_what, config, why) => {
  const { given, skipped, says } = await tried(config, {});
  expect({ given, skipped }).toEqual({ given: [], skipped: 1 });
  expect(says).toContain(why);
});

test('what asks the researcher is tried where there is one', async () => {
  const config = folder({ smoke: {}, needs: ['researcher'] });
  expect(await tried(config, {})).toMatchObject({
    given: [],
    skipped: 1,
    says: expect.stringContaining('npm run deploy'),
  });
  expect(await tried(config, {}, { RESEARCHER_URL: 'https://x' })).toMatchObject({ given: [{}], skipped: 0 });
});

test('a folder that was packaged while Alex runs is not passed over as if all there is were tried', async () => {
  const config = folder({ smoke: {} });
  expect(await tried(config, {}, {}, 'laptop')).toMatchObject({
    given: [],
    skipped: 1,
    says: expect.stringContaining('lambdas/librarian was added after Alex was started: stop Alex with Ctrl-C'),
  });
  expect(await tried(config, {}, { FUNCTION_NAME_LIBRARIAN: 'librarian' }, 'laptop')).toMatchObject({ given: [{}] });
  const folders = new Map([['librarian', config]]);
  expect(notStarted(targetFrom('laptop', {}), folders)).toEqual(['librarian']);
  expect(notStarted(targetFrom('laptop', { FUNCTION_NAME_LIBRARIAN: 'librarian' }), folders)).toEqual([]);
  // There a deployment's stage decides, and deploy says what waits for which.
  expect(notStarted(targetFrom('aws', {}), folders)).toEqual([]);
});
