import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TERRAFORM } from './folder.ts';

/**
 * Lets nobody but its owner read Terraform's state on this disk, with its backups: it has the value of the API's key, and Terraform
 * makes it readable for all. Windows has no such modes; a file of another owner is left to them.
 */
export function keepStatePrivate(folder: string = TERRAFORM): void {
  if (process.platform === 'win32') return;
  for (const name of readdirSync(folder)) {
    if (!/^(?:terraform|errored)\.tfstate/.test(name)) continue;
    try {
      chmodSync(join(folder, name), 0o600);
    } catch {
      // Another owner's.
    }
  }
}
