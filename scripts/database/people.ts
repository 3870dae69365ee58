import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { createApiKey } from '../../shared/database/api-keys.ts';
import type { Database, Queryable } from '../../shared/database/client.ts';
import { apiKeys, users } from '../../shared/database/schema.ts';
import { createUser } from '../../shared/database/users.ts';
import { CommandError } from '../analysis/command-error.ts';
import type { Target } from '../target/target.ts';
import { counted } from '../terminal/counted.ts';
import { LAPTOP_KEY } from '../laptop/person.ts';

const KEY_NAME = 'made by npm run seed';
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** So many of one name, or of all, are listed. */
const LISTED = 10;

interface Known {
  id: string;
  name: string;
  since: string;
}

/**
 * Makes somebody who may ask for analyses.
 *
 * @returns their API key, which is kept nowhere
 * @throws {CommandError} where somebody of that name is there already: who lost a key is no new person
 */
export async function addPerson(db: Database, name: string, target: Target['name']): Promise<string> {
  return db.transaction(async (tx) => {
    const known = await called(tx, name);
    if (known.length > 0) {
      throw new CommandError(`There is somebody called "${name}" already; nobody was made.`, [
        `Another key for them, in the place of a lost one: npm run seed -- --target ${target} --new-key NAME`,
        'Somebody else? Then by another name',
      ]);
    }
    const { id } = await createUser(tx, name);
    return createApiKey(tx, id, KEY_NAME);
  });
}

/**
 * Draws another API key for somebody, by their name or ID; those that they had stop working, but for the one by which a laptop knows its
 * own person.
 *
 * @returns who it is, the key, and how many stopped working
 * @throws {CommandError} where nobody is called so, or more than one is
 */
export async function renewKey(
  db: Database,
  who: string,
  target: Target['name'],
): Promise<{ name: string; apiKey: string; stopped: number }> {
  return db.transaction(async (tx) => {
    const known = UUID.test(who) ? await listed(tx, eq(users.id, who.toLowerCase())) : await called(tx, who);
    const [person] = known;
    if (person === undefined) {
      const some = await listed(tx, undefined);
      throw new CommandError(`Nobody is called "${who}".`, [
        ...(some.length === 0
          ? [`There is nobody yet: npm run seed -- --target ${target} --person NAME`]
          : some.map(inShort)),
      ]);
    }
    if (known.length > 1) {
      throw new CommandError(`There are ${known.length} people called "${who}": give the ID of the one you mean.`, [
        ...known.map(inShort),
      ]);
    }
    const stopped = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.userId, person.id), isNull(apiKeys.revokedAt), ne(apiKeys.name, LAPTOP_KEY)))
      .returning({ id: apiKeys.id });
    const apiKey = await createApiKey(tx, person.id, KEY_NAME);
    return { name: person.name, apiKey, stopped: stopped.length };
  });
}

/** What became of the keys before it. */
export const describeStopped = (stopped: number): string =>
  stopped === 0
    ? 'No other key of theirs was drawn by a script.'
    : `${counted(stopped, 'key')} that they had ${stopped === 1 ? 'works' : 'work'} no more.`;

const called = (db: Queryable, name: string): Promise<Known[]> =>
  listed(db, eq(sql`lower(${users.displayName})`, name.toLowerCase()));

const listed = (db: Queryable, which: ReturnType<typeof eq> | undefined): Promise<Known[]> =>
  db
    .select({ id: users.id, name: users.displayName, since: users.createdAt })
    .from(users)
    .where(which)
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(LISTED);

const inShort = ({ id, name, since }: Known): string => `${name}, since ${since.slice(0, 10)}: ${id}`;
