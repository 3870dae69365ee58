import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { CommandError } from '../analysis/command-error.ts';
import { KEY_FILE } from './paths.ts';

const keyFile = z.object({ apiKey: z.string() });

/**
 * The key that this laptop's person has; undefined where there is no file.
 *
 * @throws CommandError where the file is not what Alex wrote: a new key would be a new person, without what this one has
 */
export function readApiKey(): string | undefined {
  if (!existsSync(KEY_FILE)) return undefined;
  try {
    return keyFile.parse(JSON.parse(readFileSync(KEY_FILE, 'utf8'))).apiKey;
  } catch (error) {
    throw new CommandError(
      `${KEY_FILE}, which holds this laptop's API key, is damaged.`,
      [
        'Put back the file as it was, or delete it to go on as a new person: analyses made until now are then out of reach.',
      ],
      error,
    );
  }
}

/** Keeps the key in a file that only this user of the machine can read. */
export function writeApiKey(apiKey: string): void {
  mkdirSync(dirname(KEY_FILE), { recursive: true });
  writeFileSync(KEY_FILE, `${JSON.stringify({ apiKey }, null, 2)}\n`, { mode: 0o600 });
  chmodSync(KEY_FILE, 0o600);
}
