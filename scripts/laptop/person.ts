import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { createApiKey, findUserByApiKey } from '../../shared/database/api-keys.ts';
import type { Database } from '../../shared/database/client.ts';
import { createUser } from '../../shared/database/users.ts';
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

/**
 * The laptop's own person, made with an API key when there is none (the database keeps only the key's hash, so the key itself
 * lies in a file that only this user of the machine can read). `isNew` when they were just made.
 */
export async function ensurePerson(db: Database): Promise<{ apiKey: string; isNew: boolean }> {
  const known = readApiKey();
  if (known !== undefined && (await findUserByApiKey(db, known)) !== undefined) return { apiKey: known, isNew: false };
  const apiKey = await db.transaction(async (tx) => {
    const person = await createUser(tx, 'Demo person');
    return createApiKey(tx, person.id, 'This laptop');
  });
  mkdirSync(dirname(KEY_FILE), { recursive: true });
  writeFileSync(KEY_FILE, `${JSON.stringify({ apiKey }, null, 2)}\n`, { mode: 0o600 });
  chmodSync(KEY_FILE, 0o600);
  return { apiKey, isNew: true };
}
