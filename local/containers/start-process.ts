import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { eachLine } from './log-lines.ts';

/** What a program that Node runs cannot do without on Windows, where sockets need it; elsewhere how much memory it takes (glibc). */
const inherited = process.platform === 'win32' ? ['SYSTEMROOT', 'TEMP', 'TMP'] : ['TMPDIR', 'MALLOC_ARENA_MAX'];

/**
 * Small, for this machine also runs the fleet: V8 otherwise lets young objects take 48 MB before it looks at them, and old ones as
 * much as there is, and makes code that is larger so as to be faster: 119 MB instead of 111 after four runs of the researcher.
 */
const memoryFlags = ['--max-semi-space-size=2', '--max-old-space-size=512', '--optimize-for-size'];

/**
 * Starts a service's program with the variables given and no others; what it prints goes to `log`, a line at a time.
 *
 * @throws Error where there is no program
 */
export function startProcess(options: {
  folder: string;
  environment: Readonly<Record<string, string>>;
  log: (line: string) => void;
}): ChildProcess {
  const { folder, environment, log } = options;
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}: run \`npm run package\``);
  const endWithFleet = new URL('./end-with-fleet.mjs', import.meta.url);
  if (!existsSync(fileURLToPath(endWithFleet))) throw new Error('local/containers/end-with-fleet.mjs is missing');
  const env: Record<string, string> = { ...environment };
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const child = spawn(process.execPath, [...memoryFlags, '--import', endWithFleet.href, 'index.mjs'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // A program that ends closes its end first.
  child.stdin.on('error', () => undefined);
  eachLine(child.stdout, log);
  eachLine(child.stderr, log);
  return child;
}
