import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { bundleFunction } from '../../../scripts/packaging/bundle-function.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alex-credentials-'));
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a bundled client takes credentials from the environment, and without them says that there are none', async () => {
  const { code } = await bundleFunction(root, 'tests/fixtures/packaging/credentials/handler.ts');
  const file = join(folder, 'index.mjs');
  writeFileSync(file, code);
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(JSON.stringify(await handler()));`;
  const run = (env: Record<string, string>): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        // Node on Windows does not start without SYSTEMROOT.
        env: { ...env, AWS_REGION: 'us-east-1', SYSTEMROOT: process.env.SYSTEMROOT ?? '' },
      }),
    );
  const keys = { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' };
  expect(run(keys)).toEqual({ accessKeyId: 'AKIA1', token: 't' });
  // An empty session token is none: a person's own key on a laptop has no session.
  expect(run({ ...keys, AWS_SESSION_TOKEN: '' })).toEqual({ accessKeyId: 'AKIA1', token: null });
  expect(run({})).toEqual({ failed: 'CredentialsProviderError' });
});
