import { readFileSync, readdirSync } from 'node:fs';

export interface ProcessMemory {
  /** Bytes in memory now, and the most there ever were, of this process and, on Linux, of those it started. */
  rss: number;
  peak: number;
}

/** Of this process and of its children: a container's program is one. Elsewhere than on Linux this process only. */
export function processMemory(): ProcessMemory {
  const own = { rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 };
  return children().reduce((sum, pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const bytes = (field: string): number =>
      1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
    return { rss: sum.rss + bytes('VmRSS'), peak: sum.peak + bytes('VmHWM') };
  }, own);
}

function children(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8')
      .split(' ')
      .filter((pid) => pid !== ''),
  );
}
