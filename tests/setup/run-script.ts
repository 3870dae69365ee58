// A script as a process of its own, as npm would run it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs scripts/NAME to its end. Of this process's environment it gets what a program needs and nothing of AWS: what else it is to
 * have is in `env`.
 */
export async function runScript(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const inherited = Object.entries(process.env).filter(
    ([variable]) =>
      !/^(?:AWS_|ALEX_|DATABASE_|QUEUE_URL|FUNCTION_NAME|VECTOR_|SECRET_ARN|RESEARCHER_|EMBEDDINGS_)/.test(variable),
  );
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts', name), ...args], {
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await exited;
  return { code: child.exitCode, stdout, stderr };
}
