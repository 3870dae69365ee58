import { eq, sql } from 'drizzle-orm';
import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import type { Queryable } from './client.ts';
import { users } from './schema.ts';

export interface User {
  id: string;
  displayName: string;
  goals: RetirementGoals | null;
  /** The day the goals' age was true. */
  goalsAsOf: string | null;
  targets: Targets | null;
}

const columns = {
  id: users.id,
  displayName: users.displayName,
  goals: users.goals,
  goalsAsOf: users.goalsAsOf,
  targets: users.targets,
};

export async function createUser(db: Queryable, displayName: string): Promise<User> {
  const [user] = await db.insert(users).values({ displayName }).returning(columns);
  if (user === undefined) throw new Error('insert into users returned no row');
  return user;
}

export async function findUser(db: Queryable, id: string): Promise<User | undefined> {
  const [user] = await db.select(columns).from(users).where(eq(users.id, id));
  return user;
}

export interface UserChange {
  displayName?: string;
  /** null forgets them. */
  goals?: { goals: RetirementGoals; asOf: string } | null;
  targets?: Targets | null;
}

/** Changes what is given and leaves the rest. */
export async function updateUser(db: Queryable, id: string, change: UserChange): Promise<User | undefined> {
  const [user] = await db
    .update(users)
    .set({
      id: sql`${users.id}`,
      ...(change.displayName !== undefined && { displayName: change.displayName }),
      ...(change.goals !== undefined && { goals: change.goals?.goals ?? null, goalsAsOf: change.goals?.asOf ?? null }),
      ...(change.targets !== undefined && { targets: change.targets }),
    })
    .where(eq(users.id, id))
    .returning(columns);
  return user;
}

/** The goals as they stand on `day`: the age has grown by the whole years since they were said. */
export function goalsOn(user: User, day: string): RetirementGoals | null {
  if (user.goals === null || user.goalsAsOf === null) return null;
  const years = wholeYearsBetween(user.goalsAsOf, day);
  return { ...user.goals, age: user.goals.age + years };
}

/** Whole years from one ISO date to a later one; 0 when `to` is not later. */
export function wholeYearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const before = to.slice(5) < from.slice(5) ? 1 : 0;
  return Math.max(0, years - before);
}
