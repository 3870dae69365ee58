import { createApiKey, findUserByApiKey } from '../../shared/database/api-keys.ts';
import type { Database } from '../../shared/database/client.ts';
import { createUser } from '../../shared/database/users.ts';
import { readApiKey, writeApiKey } from './api-key-file.ts';

/** What the key is called by which a laptop knows its own person. */
export const LAPTOP_KEY = 'This laptop';

/**
 * The laptop's own person, made with an API key when there is none (the database keeps only the key's hash, so the key itself
 * lies in a file of its own). `isNew` when they were just made.
 */
export async function ensurePerson(db: Database): Promise<{ apiKey: string; isNew: boolean }> {
  const known = readApiKey();
  if (known !== undefined && (await findUserByApiKey(db, known)) !== undefined) return { apiKey: known, isNew: false };
  const apiKey = await db.transaction(async (tx) => {
    const person = await createUser(tx, 'Demo person');
    return createApiKey(tx, person.id, LAPTOP_KEY);
  });
  writeApiKey(apiKey);
  return { apiKey, isNew: true };
}
