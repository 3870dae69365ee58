import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { bundleFunction } from '../../../scripts/packaging/bundle-function.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'alex-schemas-'));
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a bundle has the operations that it calls and not the others, and still has the service’s errors by name and message', async () => {
  const { code } = await bundleFunction(root, 'tests/fixtures/packaging/invoke/handler.ts');
  const text = Buffer.from(code).toString();
  expect(text).toContain('/2015-03-31/functions/{FunctionName}/invocations');
  expect(text).not.toContain('/event-source-mappings');
  const file = join(folder, 'index.mjs');
  writeFileSync(file, code);
  let failing = false;
  const server = createServer((request, response) => {
    request.resume();
    if (failing) response.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' }).end('{"Message":"no"}');
    else response.end('"good"');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(await handler(${JSON.stringify(url)}));`;
  const run = async (): Promise<string> => {
    const env = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', SYSTEMROOT: process.env.SYSTEMROOT ?? '' }; // prettier-ignore
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
    return stdout.trim();
  };
  try {
    expect(await run()).toBe('"good"');
    failing = true;
    expect(await run()).toBe('ResourceNotFoundException: no');
  } finally {
    server.close();
  }
});
