import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { errorCode } from './error-code.ts';

/** Whether a process with this id exists now, whoever owns it. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Something that tells a process from a later one with the same id: when it started. Linux: the boot's id and the start
 * in clock ticks since boot (field 22 of /proc/PID/stat, proc(5)); macOS: `ps -o lstart`. Undefined where the process
 * is gone or the system has no cheap way to tell (Windows): the id alone must do there.
 */
export function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name (field 2) is in parentheses and may itself hold spaces and parentheses.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ticks = fields[19];
      if (ticks === undefined) return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
    }
    if (process.platform === 'darwin') {
      const options = { encoding: 'utf8', timeout: 2_000, env: { ...process.env, LC_ALL: 'C' } } as const;
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim() || undefined;
    }
  } catch {
    // Gone, or not ours to look at.
  }
  return undefined;
}
