import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the tarball of a freshly initialised database is kept: `node_modules/.cache/alex/`, named for PGlite's version, so
 * that it goes when the dependencies go. Making a database takes seconds, unpacking one a fraction of a second.
 */
export async function seedPath(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const packageFolder = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  return join(dirname(dirname(packageFolder)), '.cache', 'alex', `pglite-${version}.tar`);
}

/** Whether the seed has been made on this machine. */
export const seedExists = (path: string): boolean => existsSync(path);

/**
 * Keeps the tarball for the next start. It is written beside its place and renamed, so that two processes that start
 * together never read half of one; a cache that cannot be written is done without.
 */
export async function writeSeed(path: string, tarball: Blob): Promise<void> {
  const partial = `${path}.${process.pid}-${performance.now().toString(36)}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, Buffer.from(await tarball.arrayBuffer()));
    await rename(partial, path);
    await removeOlderSeeds(path);
  } catch {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

async function removeOlderSeeds(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const other = join(dirname(path), name);
    if (/^pglite-.*\.tar$/.test(name) && other !== path) await rm(other, { force: true });
  }
}
