import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * A folder with one file of JSON in it that is there whole or not at all: it is made under another name, written through to the disk,
 * and then moved.
 */
export function makeFolderWith(parent: string, name: string, file: string, content: object): string {
  const draft = join(parent, `new-${name}`);
  const folder = join(parent, name);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const path = join(draft, file);
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  const opened = openSync(path, 'r+');
  fsyncSync(opened);
  closeSync(opened);
  renameSync(draft, folder);
  return folder;
}

/** Removes a folder so that a half-removed one is never taken for a whole one. */
export function removeFolder(parent: string, name: string): void {
  const away = join(parent, `old-${name}`);
  rmSync(away, { recursive: true, force: true });
  renameSync(join(parent, name), away);
  rmSync(away, { recursive: true, force: true, maxRetries: 5 });
}

/** The folders whose name begins with `prefix`, in order; what was begun and never finished is cleared away. */
export function foldersOf(parent: string, prefix: string): string[] {
  const folders = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    if (/^(?:new|old)-/.test(name)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  return folders
    .map(({ name }) => name)
    .filter((name) => name.startsWith(prefix))
    .sort();
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
