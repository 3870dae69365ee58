import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The tarball of a freshly initialised database, made on first use. Making a database takes seconds, unpacking one a fraction
 * of a second. It is kept in `node_modules/.cache/alex/`, named for PGlite's version, so that it goes when the dependencies go.
 * @returns its path, or null when it cannot be kept (a read-only folder, a full disk): the database is then made directly.
 */
export async function ensureSeed(): Promise<string | null> {
  const path = seedPath();
  if (existsSync(path)) return path;
  const program = fileURLToPath(new URL('./pglite-seed-program.ts', import.meta.url));
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [program, path], { stdio: 'ignore', windowsHide: true });
    child.on('error', () => {
      resolve();
    });
    child.on('exit', () => {
      resolve();
    });
  });
  if (!existsSync(path)) return null;
  await removeOthers(path);
  return path;
}

/** Throws away a seed that cannot be unpacked; the next start makes another. */
export const removeSeed = (path: string): Promise<void> => rm(path, { force: true });

function seedPath(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const packageFolder = dirname(dirname(entry));
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  return join(dirname(dirname(packageFolder)), '.cache', 'alex', `pglite-${version}-seed.tar`);
}

/** Seeds of other versions of PGlite are of no use any more. */
async function removeOthers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const other = join(dirname(path), name);
    if (/^pglite-.*\.tar$/.test(name) && other !== path) await rm(other, { force: true });
  }
}
