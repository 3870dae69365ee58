import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing.
 * @returns those that were made, the outermost first. One after the other, because Node's recursive mkdir never returns where
 * a parent exists and refuses children with ENOENT, as in /proc, and calls a read-only parent missing.
 */
export function makeFolder(folder: string): string[] {
  const path = resolve(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return [];
  const above = dirname(path) === path ? [] : makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it just now.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
    return above;
  }
  return [...above, path];
}
