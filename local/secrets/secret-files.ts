import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { DataFolderCorruptError } from '../errors.ts';
import { secret, type Secret } from './secret.ts';

/** Only this user of the machine may read them (on Windows the folder's own permissions decide). */
const MODE = 0o600;

/** Every secret of a folder, made if missing. @throws {DataFolderCorruptError} naming the file */
export function readSecrets(folder: string): Secret[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return readdirSync(folder).flatMap((file) => {
    const path = join(folder, file);
    if (file.endsWith('.new')) rmSync(path, { force: true }); // What a killed process left behind.
    return file.endsWith('.json') ? [readSecret(path)] : [];
  });
}

function readSecret(path: string): Secret {
  try {
    return secret.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Without the cause: it may quote what the file holds.
    throw new DataFolderCorruptError(path, 'it holds no secret that Alex wrote');
  }
}

/** Whether a secret of a folder has a value, for somebody else than the store: nothing is made or tidied. @throws {DataFolderCorruptError} */
export function hasValue(folder: string, name: string): boolean {
  const path = join(folder, `${fileName(name)}.json`);
  return existsSync(path) && readSecret(path).versions.some(({ stages }) => stages.includes('AWSCURRENT'));
}

/** Written beside and moved into place: a secret is there whole, before and after. */
export function writeSecret(folder: string, content: Secret): void {
  const path = join(folder, `${fileName(content.name)}.json`);
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', MODE);
  try {
    writeSync(file, JSON.stringify(content));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(draft, MODE);
  renameSync(draft, path);
}

/** Names may hold slashes and differ in case only; some file systems take neither. */
function fileName(name: string): string {
  return `secret-${name.replace(/[^a-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}
