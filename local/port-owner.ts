import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * Who listens on a TCP port of this machine, e.g. `node (process 4321)`; undefined where the system does not tell
 * (another user's process, Windows). For an error message only: it may be out of date by the time it is read.
 */
export function portOwner(port: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxPortOwner(port);
    if (process.platform === 'darwin') return darwinPortOwner(port);
  } catch {
    // Not being able to tell is an answer too.
  }
  return undefined;
}

/** /proc/net/tcp gives the listening socket's inode; the process is the one that has it open. See proc(5). */
function linuxPortOwner(port: number): string | undefined {
  const inodes = new Set<string>();
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      const listening = fields[3] === '0A';
      const inode = fields[9];
      if (listening && inode !== undefined && fields[1]?.endsWith(`:${hexPort}`) === true) inodes.add(inode);
    }
  }
  if (inodes.size === 0) return undefined;
  const owner = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && hasSocket(entry, inodes));
  if (owner === undefined) return undefined;
  return `${linuxProgram(owner)} (process ${owner})`;
}

/** What was started, rather than the name of its first thread, which Node calls MainThread. */
function linuxProgram(pid: string): string {
  const [started = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return started === '' ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : basename(started);
}

function hasSocket(pid: string, inodes: ReadonlySet<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((descriptor) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1];
      return inode !== undefined && inodes.has(inode);
    });
  } catch {
    return false;
  }
}

function darwinPortOwner(port: number): string | undefined {
  const fields = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    encoding: 'utf8',
    timeout: 2_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = /^p(\d+)$/m.exec(fields)?.[1];
  const command = /^c(.+)$/m.exec(fields)?.[1];
  return pid === undefined ? undefined : `${command ?? 'a program'} (process ${pid})`;
}
