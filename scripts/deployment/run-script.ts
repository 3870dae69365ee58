import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../laptop/paths.ts';

/** Runs another of these scripts as `npm run` would, with this process's environment and streams. @returns its exit code */
export function runScript(name: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', `${name}.ts`), ...args], {
    stdio: 'inherit',
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
