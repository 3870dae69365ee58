import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const module = new URL('../../../scripts/packaging/zip-bundle.ts', import.meta.url).href;
const program = `
import { createHash } from 'node:crypto';
const { zipBundle } = await import(${JSON.stringify(module)});
const files = { 'z.txt': new TextEncoder().encode('last'), 'index.mjs': new TextEncoder().encode('x'.repeat(10_000)) };
process.stdout.write(createHash('sha256').update(await zipBundle(files)).digest('hex'));
`;

/** Zip keeps local time, and a zone west of 1980's first minute would be in 1979, which it cannot hold. */
test.each(['UTC', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'])(
  'in %s the bytes are the same',
  async (TZ) => {
    const args = ['--input-type=module', '--eval', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ } });
    expect(stdout).toBe('fef7cdcb082921a7f7cd06fc1533558d6a15972d446778b6e6cf72198e968eb5');
  },
);
