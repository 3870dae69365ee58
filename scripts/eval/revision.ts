import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../laptop/paths.ts';

const run = promisify(execFile);

/** The checkout's commit, with "+" where its files were changed since; null where there is no git. */
export async function revisionOf(folder = ROOT): Promise<string | null> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: folder })).stdout.trim();
  try {
    const [commit, changed] = [await git('rev-parse', '--short=12', 'HEAD'), await git('status', '--porcelain')];
    return `${commit}${changed === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}
