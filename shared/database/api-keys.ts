import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { apiKeys, users } from './schema.ts';
import type { User } from './users.ts';

const FORM = /^alex_[A-Za-z0-9_-]{43}$/;

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Makes a personal API key. The key itself is returned once and stored nowhere: only its SHA-256 is. */
export async function createApiKey(db: Queryable, userId: string, name: string): Promise<string> {
  const key = `alex_${randomBytes(32).toString('base64url')}`;
  await db.insert(apiKeys).values({ userId, name, prefix: key.slice(0, 12), hash: hashOf(key) });
  return key;
}

const usable = (key: string) =>
  and(
    eq(apiKeys.hash, hashOf(key)),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
  );

/** The id of whose key it is, as part of a statement: no row where it is nobody's, or revoked or expired. */
export const idByApiKey = (db: Queryable, key: string) =>
  db.select({ id: apiKeys.userId }).from(apiKeys).where(usable(key));

/** Whose key it is, if it is anybody's and neither revoked nor expired. */
export async function findUserByApiKey(db: Queryable, key: string): Promise<User | undefined> {
  if (!FORM.test(key)) return undefined;
  const [user] = await db
    .select({
      id: users.id,
      displayName: users.displayName,
      goals: users.goals,
      goalsAsOf: users.goalsAsOf,
      targets: users.targets,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.userId))
    .where(usable(key));
  return user;
}
