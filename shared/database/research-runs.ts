import { and, desc, eq, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { ResearchProgress, ResearchRun, StoredNote } from '../schemas/research.ts';
import type { Queryable } from './client.ts';
import { toIso } from './moment.ts';
import { researchRuns } from './schema.ts';

/** A run that failed or whose process died is begun again so many times in all. */
export const MOST_ATTEMPTS = 3;

type Row = typeof researchRuns.$inferSelect;

const toRun = (row: Row): ResearchRun => ({
  id: row.id,
  status: row.status,
  topic: row.topic,
  scheduledFor: toIso(row.scheduledFor),
  attempt: row.attempt,
  createdAt: toIso(row.createdAt),
  startedAt: toIso(row.startedAt),
  finishedAt: toIso(row.finishedAt),
  progress: row.progress,
  note: row.note,
  degraded: row.degraded,
  error: row.error,
  cost: { calls: row.modelCalls, tokens: row.tokensSpent, usd: Number(row.usdSpent) },
});

/**
 * Notes a run that was asked for. For a moment that a run is there for already it is that one, whatever its topic: a schedule
 * may call twice, and two containers may be called at once.
 */
export async function requestRun(
  db: Queryable,
  { topic, scheduledFor }: { topic: string | null; scheduledFor: string | null },
): Promise<{ id: string }> {
  const [row] = await db
    .insert(researchRuns)
    .values({ topic, scheduledFor })
    // Changes nothing, and so gives back the row that is there.
    .onConflictDoUpdate({ target: researchRuns.scheduledFor, set: { scheduledFor: sql`excluded.scheduled_for` } })
    .returning({ id: researchRuns.id });
  if (row === undefined) throw new Error('the database gave back no run');
  return row;
}

/** The run of a scheduled moment; undefined where there is none. */
export async function findScheduledRun(db: Queryable, scheduledFor: string): Promise<{ id: string } | undefined> {
  const [row] = await db
    .select({ id: researchRuns.id })
    .from(researchRuns)
    .where(eq(researchRuns.scheduledFor, scheduledFor));
  return row;
}

export interface RunClaim {
  owner: string;
  leaseSeconds: number;
}

const leased = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
const notLeased = { leaseOwner: null, leaseUntil: null };
const heldBy = (id: string, owner: string) =>
  and(eq(researchRuns.id, id), eq(researchRuns.status, 'running'), eq(researchRuns.leaseOwner, owner));
/** It waits, has failed, or its owner let the lease run out; and it has attempts left. */
const free = and(
  lt(researchRuns.attempt, MOST_ATTEMPTS),
  or(
    inArray(researchRuns.status, ['pending', 'failed']),
    and(eq(researchRuns.status, 'running'), lt(researchRuns.leaseUntil, sql`now()`)),
  ),
);

/** Takes a run for `owner`; undefined when there is nothing to take: it is done, being done, or out of attempts. */
export async function claimRun(
  db: Queryable,
  id: string,
  { owner, leaseSeconds }: RunClaim,
): Promise<ResearchRun | undefined> {
  const [row] = await db
    .update(researchRuns)
    .set({
      status: 'running',
      attempt: sql`${researchRuns.attempt} + 1`,
      leaseOwner: owner,
      leaseUntil: leased(leaseSeconds),
      startedAt: sql`now()`,
      finishedAt: null,
      error: null,
      progress: [],
    })
    .where(and(eq(researchRuns.id, id), free))
    .returning();
  return row === undefined ? undefined : toRun(row);
}

/** False when the run is no longer this owner's: stop working on it. */
export async function renewRun(db: Queryable, id: string, { owner, leaseSeconds }: RunClaim): Promise<boolean> {
  const rows = await db
    .update(researchRuns)
    .set({ leaseUntil: leased(leaseSeconds) })
    .where(heldBy(id, owner))
    .returning({ id: researchRuns.id });
  return rows.length > 0;
}

/** What a run has come to; the topic once it is chosen. */
export async function noteProgress(
  db: Queryable,
  id: string,
  owner: string,
  { progress, topic }: { progress: ResearchProgress[]; topic?: string },
): Promise<void> {
  await db
    .update(researchRuns)
    .set({ progress, ...(topic !== undefined && { topic }) })
    .where(heldBy(id, owner));
}

/** Stores what a run wrote and marks it done, in one statement. False when the run is no longer this owner's. */
export async function completeRun(
  db: Queryable,
  id: string,
  owner: string,
  { note, degraded }: { note: StoredNote; degraded: string | null },
): Promise<boolean> {
  const rows = await db
    .update(researchRuns)
    .set({ ...notLeased, status: 'completed', note, degraded, error: null, finishedAt: sql`now()` })
    .where(heldBy(id, owner))
    .returning({ id: researchRuns.id });
  return rows.length > 0;
}

/** Ends a run with its reason. One that need not stay so (`final` false) may be claimed again. */
export async function failRun(
  db: Queryable,
  id: string,
  owner: string,
  { error, final }: { error: string; final: boolean },
): Promise<void> {
  await db
    .update(researchRuns)
    .set({
      ...notLeased,
      status: 'failed',
      error,
      finishedAt: sql`now()`,
      ...(final && { attempt: MOST_ATTEMPTS }),
    })
    .where(heldBy(id, owner));
}

/** Gives a run back undone, without it having had an attempt: its process is told to end. */
export async function releaseRun(db: Queryable, id: string, owner: string): Promise<void> {
  await db
    .update(researchRuns)
    .set({ ...notLeased, status: 'pending', attempt: sql`greatest(${researchRuns.attempt} - 1, 0)` })
    .where(heldBy(id, owner));
}

/** Runs that wait for somebody, the oldest first: given back, or left behind by a process that died. */
export async function findStrandedRuns(db: Queryable, limit: number): Promise<{ id: string }[]> {
  const gone = and(eq(researchRuns.status, 'running'), lt(researchRuns.leaseUntil, sql`now()`));
  return db
    .select({ id: researchRuns.id })
    .from(researchRuns)
    .where(and(lt(researchRuns.attempt, MOST_ATTEMPTS), or(eq(researchRuns.status, 'pending'), gone)))
    .orderBy(researchRuns.createdAt)
    .limit(limit);
}

/**
 * Seconds until the leases of all runs under way have run out, the runs `except` aside; undefined where there is none. By then whoever
 * held one has renewed it or is dead.
 */
export async function secondsToLapse(db: Queryable, except: readonly string[]): Promise<number | undefined> {
  const last = sql<
    number | null
  >`cast(extract(epoch from max(${researchRuns.leaseUntil}) - now()) as double precision)`;
  const [row] = await db
    .select({ seconds: last })
    .from(researchRuns)
    .where(and(eq(researchRuns.status, 'running'), notInArray(researchRuns.id, [...except])));
  const seconds = row?.seconds ?? null;
  return seconds === null ? undefined : Math.max(0, seconds);
}

/** Undefined when there is no such run. */
export async function readRun(db: Queryable, id: string): Promise<ResearchRun | undefined> {
  const [row] = await db.select().from(researchRuns).where(eq(researchRuns.id, id));
  return row === undefined ? undefined : toRun(row);
}

/** What has been written of late, the newest first: a topic is not taken up again at once. */
export async function recentTopics(db: Queryable, days: number): Promise<{ topic: string | null }[]> {
  return db
    .select({ topic: researchRuns.topic })
    .from(researchRuns)
    .where(
      and(
        eq(researchRuns.status, 'completed'),
        sql`${researchRuns.createdAt} > now() - make_interval(days => cast(${days} as integer))`,
      ),
    )
    .orderBy(desc(researchRuns.createdAt))
    .limit(50);
}

/** The last note on a topic, with the run that has it; undefined where there is none. */
export async function lastNoteOn(db: Queryable, topic: string): Promise<{ id: string; note: StoredNote } | undefined> {
  const [row] = await db
    .select({ id: researchRuns.id, note: researchRuns.note })
    .from(researchRuns)
    .where(and(eq(researchRuns.status, 'completed'), eq(researchRuns.topic, topic), isNotNull(researchRuns.note)))
    .orderBy(desc(researchRuns.finishedAt))
    .limit(1);
  return row?.note ? { id: row.id, note: row.note } : undefined;
}

/**
 * Topics that nothing could be read about of late, each with the moment it was last so, ISO 8601: a run that chose one of them may
 * have gone on with another.
 */
export async function unreadTopics(db: Queryable, days: number): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ topic: string; at: string }>(sql`
    select told.unread as topic, max(told.at collate "C") as at
    from research_runs cross join lateral jsonb_to_recordset(progress) as told(unread text, at text)
    where progress @> cast('[{"stage": "skip"}]' as jsonb) and told.unread is not null
      and created_at > now() - make_interval(days => cast(${days} as integer))
    group by told.unread
    order by at desc
    limit 200`);
  return new Map(rows.map(({ topic, at }) => [topic, at]));
}

/** Forgets runs that ended so long ago; their notes stay in the knowledge for as long as its own policy says. */
export async function forgetOldRuns(db: Queryable, days: number): Promise<void> {
  await db
    .delete(researchRuns)
    .where(sql`${researchRuns.finishedAt} < now() - make_interval(days => cast(${days} as integer))`);
}
