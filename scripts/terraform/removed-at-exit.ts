import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const paths = new Set<string>();

/**
 * Has a file or folder removed should this process end before it is forgotten, by Ctrl-C too. (What SIGKILL leaves behind, the next
 * run finds.)
 *
 * @returns forgets it, where its owner removes it
 */
export function removedAtExit(path: string): () => void {
  if (paths.size === 0) {
    process.on('exit', removeAll);
    for (const signal of SIGNALS) process.on(signal, endUnlessSeenTo);
  }
  paths.add(path);
  return () => {
    paths.delete(path);
    if (paths.size > 0) return;
    process.off('exit', removeAll);
    for (const signal of SIGNALS) process.off(signal, endUnlessSeenTo);
  };
}

function removeAll(): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}

/** While Terraform runs, somebody else listens, and lets it end what it has begun. */
function endUnlessSeenTo(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(130);
}
