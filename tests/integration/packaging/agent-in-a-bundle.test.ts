import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { bundleFunction } from '../../../scripts/packaging/bundle-function.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alex-bundle-'));

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('what a bundle leaves out of the Agents SDK is missed by no agent with zod tools and a zod answer', async () => {
  const { code } = await bundleFunction(root, 'tests/fixtures/packaging/agent/handler.ts');
  const file = join(folder, 'index.mjs');
  writeFileSync(file, code);
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(JSON.stringify(await handler()));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual({
    finalOutput: { answer: 42 },
    parameters: expect.objectContaining({
      type: 'object',
      required: ['number', 'unit'],
      additionalProperties: false,
    }),
    told: expect.stringContaining('"42"'),
  });
});
