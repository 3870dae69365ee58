import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { KEY_FILE } from './paths.ts';

const keyFile = z.object({ apiKey: z.string() });

/** The key that this laptop's person has, if they have one. */
export function readApiKey(): string | undefined {
  try {
    return keyFile.parse(JSON.parse(readFileSync(KEY_FILE, 'utf8'))).apiKey;
  } catch {
    return undefined;
  }
}

/** Keeps the key in a file that only this user of the machine can read. */
export function writeApiKey(apiKey: string): void {
  mkdirSync(dirname(KEY_FILE), { recursive: true });
  writeFileSync(KEY_FILE, `${JSON.stringify({ apiKey }, null, 2)}\n`, { mode: 0o600 });
  chmodSync(KEY_FILE, 0o600);
}
