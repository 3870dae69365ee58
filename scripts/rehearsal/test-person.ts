import { and, eq, exists, inArray, lt, sql } from 'drizzle-orm';
import { createApiKey } from '../../shared/database/api-keys.ts';
import type { Database } from '../../shared/database/client.ts';
import { apiKeys, users } from '../../shared/database/schema.ts';
import { createUser } from '../../shared/database/users.ts';

/** By both of them a test's person is known: a name alone anybody may take. */
const NAME = 'Test person of Alex';
const KEY_NAME = 'made by a test of Alex';

export interface TestPerson {
  id: string;
  apiKey: string;
}

/**
 * Does `work` for somebody made for it, and removes them with all that is theirs, whatever happens. Those that an interrupted test
 * left behind more than an hour ago are removed too.
 */
export async function withTestPerson<T>(db: Database, work: (person: TestPerson) => Promise<T>): Promise<T> {
  await removeLeftovers(db);
  const person = await db.transaction(async (tx): Promise<TestPerson> => {
    const { id } = await createUser(tx, NAME);
    return { id, apiKey: await createApiKey(tx, id, KEY_NAME) };
  });
  try {
    return await work(person);
  } finally {
    await db.delete(users).where(eq(users.id, person.id));
  }
}

async function removeLeftovers(db: Database): Promise<void> {
  const keys = db
    .select({ one: sql`1` })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, users.id), eq(apiKeys.name, KEY_NAME)));
  const old = db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.displayName, NAME), lt(users.createdAt, sql`now() - interval '1 hour'`), exists(keys)));
  await db.delete(users).where(inArray(users.id, old));
}
