// A small checkout with this project's own set-up in it, in a folder with spaces in its name.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const setup = fileURLToPath(new URL('../../../scripts/setup/', import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** @param dependencies as in package.json; they are put into the lock file without being looked up */
export function makeCheckout(dependencies: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'alex set up '));
  const named = { name: 'small', version: '1.0.0', ...(Object.keys(dependencies).length > 0 && { dependencies }) };
  const locked = Object.entries(dependencies).map(([name, version]) => [`node_modules/${name}`, { version }]);
  const packages: unknown = { '': named, ...Object.fromEntries(locked) };
  mkdirSync(join(root, 'scripts'));
  cpSync(setup, join(root, 'scripts', 'setup'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify({ ...named, type: 'module' }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...named, lockfileVersion: 3, packages }));
  return root;
}

export function writeScript(root: string, name: string, source: string): void {
  writeFileSync(join(root, 'scripts', name), source);
}

export function start(root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const run = join(root, 'scripts', 'setup', 'run.mjs');
  return spawn(process.execPath, [run, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function outcome(child: ChildProcess): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

export const run = (root: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome> =>
  outcome(start(root, args, env));
