// Every zip must run with nothing beside it: no node_modules, no environment, no working directory of ours.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import * as z from 'zod';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const manifestFile = join(dist, 'functions.json');
const manifest = z.array(z.looseObject({ name: z.string(), zip: z.string() }));
const packaged = existsSync(manifestFile) ? manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8'))) : [];

/** Windows cannot start a process without it; nothing else is given. */
const bareEnvironment = process.platform === 'win32' ? { SYSTEMROOT: process.env.SYSTEMROOT } : {};
const exporting = (file: string, name: string) =>
  `const { ${name} } = await import('./${file}'); process.stdout.write(typeof ${name});`;

describe('a packaged function', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alex-bundle-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is there at all (else: npm run package)', () => {
    expect(packaged.length).toBeGreaterThan(0);
  });

  test.each(packaged)('$name imports in a bare process and exports a handler', async ({ zip }) => {
    const files = unzipSync(readFileSync(join(dist, zip)));
    // The second is loaded only where traces go somewhere.
    expect(Object.keys(files)).toEqual(['index.mjs', 'span-recorder.mjs']);
    for (const [file, code] of Object.entries(files)) writeFileSync(join(folder, file), code);
    const run = (program: string) =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
        cwd: folder,
        env: bareEnvironment,
      });
    expect(await run(exporting('index.mjs', 'handler'))).toEqual({ stdout: 'function', stderr: '' });
    expect(await run(exporting('span-recorder.mjs', 'spanRecorder'))).toEqual({ stdout: 'function', stderr: '' });
  });
});
