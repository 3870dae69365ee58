// What a package was made from, as one hash: the same hash means that making it again would give the same bytes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** The packager itself: another version of it may write other bytes. */
function packagerHash(): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return hashOf(
    files
      .sort()
      .map((name) => hashOf(readFileSync(join(folder, name))))
      .join(),
  );
}

/**
 * Answers a function that hashes the inputs of a bundle; each file is read once however many bundles hold it.
 * @param root the folder that the inputs' paths are relative to
 */
export function inputHasher(root: string): (entry: string, inputs: readonly string[]) => string {
  const known = new Map<string, string>();
  const fileHash = (path: string): string => {
    const cached = known.get(path);
    if (cached !== undefined) return cached;
    const file = join(root, path);
    const hash = existsSync(file) ? hashOf(readFileSync(file)) : 'absent';
    known.set(path, hash);
    return hash;
  };
  const packager = packagerHash();
  return (entry, inputs) => {
    // Dependencies are what the lock file says, so their files need not be read one by one.
    const own = inputs.filter((path) => !path.includes('node_modules/') && !path.includes(':'));
    const read = [...new Set([...own, 'package-lock.json', 'package.json', 'tsconfig.json'])].sort();
    return hashOf([packager, entry, ...read.map((path) => `${path} ${fileHash(path)}`)].join('\n'));
  };
}
