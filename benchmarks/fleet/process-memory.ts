import { readFileSync, readdirSync } from 'node:fs';

/** Bytes in memory, of this process and, on Linux, of those it started. */
export interface ProcessMemory {
  /** Of all of them now, and the most that a look ever saw. */
  rss: number;
  peak: number;
  /** Of the processes that it started: a container's program is one. 0: none runs. */
  started: number;
  startedPeak: number;
}

/** Often enough to see a process that lives for seconds, milliseconds. */
const LOOK = 250;

/** Looks from now on, so that the most there was counts processes that have ended, and together only those that ran together. */
export function watchMemory(): () => ProcessMemory {
  const most = { all: 0, started: 0 };
  const look = (): ProcessMemory => {
    const started = children().reduce((sum, pid) => sum + rssOf(pid), 0);
    const rss = process.memoryUsage.rss() + started;
    // What this process alone had between two looks the system knows.
    most.all = Math.max(most.all, rss, process.resourceUsage().maxRSS * 1024);
    most.started = Math.max(most.started, started);
    return { rss, peak: most.all, started, startedPeak: most.started };
  };
  setInterval(look, LOOK).unref();
  return look;
}

/** 0 for a process that has just ended. */
function rssOf(pid: string): number {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function children(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/task').flatMap((task) => {
    try {
      return readFileSync(`/proc/self/task/${task}/children`, 'utf8')
        .split(' ')
        .filter((pid) => pid !== '');
    } catch {
      // A thread that has just ended.
      return [];
    }
  });
}
