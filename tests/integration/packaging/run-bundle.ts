// A bundled fixture in a process of its own, as Lambda has it: nothing of the repository is near.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleFunction } from '../../../scripts/packaging/bundle-function.ts';
import type { FunctionBundle } from '../../../scripts/packaging/bundle-function.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface RunningBundle {
  bundle: FunctionBundle;
  /** What its handler answers, through JSON. */
  call: (event: unknown, environment?: Readonly<Record<string, string>>) => Promise<unknown>;
  remove: () => void;
}

/** @param name of a folder in tests/fixtures/packaging */
export async function runBundle(name: string): Promise<RunningBundle> {
  const folder = mkdtempSync(join(tmpdir(), `alex-${name}-`));
  const bundle = await bundleFunction(root, `tests/fixtures/packaging/${name}/handler.ts`);
  const file = join(folder, 'index.mjs');
  writeFileSync(file, bundle.code);
  const call = async (event: unknown, environment: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(JSON.stringify(await handler(${JSON.stringify(event)})));`;
    // Node on Windows does not start without SYSTEMROOT.
    const env = { ...environment, SYSTEMROOT: process.env.SYSTEMROOT ?? '' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env,
    });
    return JSON.parse(stdout);
  };
  return {
    bundle,
    call,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
