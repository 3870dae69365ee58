import { and, desc, eq, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Job, JobStatus } from '../schemas/job.ts';
import { inputNotes, type InputNotes } from '../schemas/input-notes.ts';
import { stepNames } from '../schemas/job.ts';
import { idByApiKey } from './api-keys.ts';
import type { Queryable } from './client.ts';
import { toJobStep, type JobStepRow } from './job-steps.ts';
import { joinPieces, piecesOf } from './large-values.ts';
import { forgettingAnswers } from './model-calls.ts';
import { toIso } from './moment.ts';
import { jobs, jobSteps, type JobRequest } from './schema.ts';

/** now() + that many seconds. */
export const inSeconds = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;

export interface NewJob {
  userId: string;
  request: JobRequest;
  asOf: string;
  seed: number;
  idempotencyKey: string | null;
  /** Of the request under that key; none where there is no key. */
  idempotencyFingerprint?: string | null;
  /** W3C trace context of the request; none where nothing is traced. */
  traceparent?: string | null;
}

/**
 * Makes a pending job with its steps, in one statement; undefined when a job with this idempotency key is there already. The
 * snapshot is taken beside it, in the same transaction.
 */
export async function createJob(db: Queryable, job: NewJob): Promise<string | undefined> {
  const made = db
    .insert(jobs)
    .values(job)
    .onConflictDoNothing({ target: [jobs.userId, jobs.idempotencyKey] })
    .returning({ id: jobs.id });
  const steps = stepNames.filter((step) => step !== 'plan' || job.request.question !== undefined);
  const { rows } = await db.execute<{ id: string }>(sql`
    with made as (${made.getSQL()}), begun as (
      insert into job_steps (job_id, step)
      select made.id, wanted.step
      from made cross join (values ${sql.join(
        steps.map((step) => sql`(${step})`),
        sql`, `,
      )}) as wanted(step))
    select cast(id as text) as id from made`);
  return rows[0]?.id;
}

/** The job that a person's idempotency key has made; a job of before there were fingerprints has none. */
export async function findJobByIdempotencyKey(
  db: Queryable,
  userId: string,
  idempotencyKey: string,
): Promise<{ id: string; fingerprint: string | null } | undefined> {
  const where = and(eq(jobs.userId, userId), eq(jobs.idempotencyKey, idempotencyKey));
  const [row] = await db.select({ id: jobs.id, fingerprint: jobs.idempotencyFingerprint }).from(jobs).where(where);
  return row;
}

export async function markSent(db: Queryable, id: string): Promise<void> {
  await db
    .update(jobs)
    .set({ sentAt: sql`now()` })
    .where(eq(jobs.id, id));
}

export interface ClaimedJob {
  id: string;
  userId: string;
  request: JobRequest;
  asOf: string;
  seed: number;
  attempt: number;
  traceparent: string | null;
}

/**
 * Takes a job for `owner` for `leaseSeconds`: one that waits, or one whose owner let the lease run out. Undefined when
 * there is nothing to take: it has ended, is another's, or does not exist.
 */
export async function claimJob(
  db: Queryable,
  id: string,
  { owner, leaseSeconds }: { owner: string; leaseSeconds: number },
): Promise<ClaimedJob | undefined> {
  const claim = db
    .update(jobs)
    .set({
      status: 'running',
      attempt: sql`${jobs.attempt} + 1`,
      leaseOwner: owner,
      leaseUntil: inSeconds(leaseSeconds),
      startedAt: sql`coalesce(${jobs.startedAt}, now())`,
    })
    .where(
      and(
        eq(jobs.id, id),
        or(eq(jobs.status, 'pending'), and(eq(jobs.status, 'running'), lt(jobs.leaseUntil, sql`now()`))),
      ),
    )
    .returning();
  // A plan with its history is longer than a row that the Data API gives.
  const { rows } = await db.execute<ClaimedRow>(sql`
    with claimed as (${claim.getSQL()})
    select cast(user_id as text) as "userId", cast(as_of as text) as "asOf", seed, attempt, traceparent, piece
    from claimed cross join ${piecesOf(sql.raw('cast(request as text)'))}
    order by number`);
  const [first] = rows;
  if (first === undefined) return undefined;
  const { piece: _, ...row } = first;
  return { id, ...row, request: joinPieces(rows.map(({ piece }) => piece)) as JobRequest };
}

interface ClaimedRow extends Record<string, unknown>, Omit<ClaimedJob, 'id' | 'request'> {
  piece: string;
}

const heldBy = (id: string, owner: string) =>
  and(eq(jobs.id, id), eq(jobs.status, 'running'), eq(jobs.leaseOwner, owner));

/** False when the lease is no longer this owner's: stop working on it. */
export async function renewLease(
  db: Queryable,
  id: string,
  { owner, leaseSeconds }: { owner: string; leaseSeconds: number },
): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ leaseUntil: inSeconds(leaseSeconds) })
    .where(heldBy(id, owner))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

/** Gives a job back, to be tried again by whoever claims it next. */
export async function releaseJob(db: Queryable, id: string, owner: string): Promise<void> {
  await db.update(jobs).set({ status: 'pending', leaseOwner: null, leaseUntil: null }).where(heldBy(id, owner));
}

interface JobEnd {
  status: Extract<JobStatus, 'completed' | 'partial' | 'failed'>;
  error: string | null;
}

/** Ends a job where it may be, in one statement with the steps that nobody will go on with: they would be under way for ever. */
async function endJob(db: Queryable, id: string, end: JobEnd, mayBe: SQL | undefined): Promise<void> {
  const finished = { leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` };
  const job = db
    .update(jobs)
    .set({ ...end, ...finished })
    .where(mayBe)
    .returning({ id: jobs.id });
  const ended = db.$with('ended').as(job);
  await db
    .with(forgettingAnswers(db, id), ended)
    .update(jobSteps)
    .set({ ...finished, status: 'failed', error: 'The analysis ended before this was done.' })
    .where(and(eq(jobSteps.status, 'running'), inArray(jobSteps.jobId, db.select({ id: ended.id }).from(ended))));
}

/** Ends a job once: nothing happens when it has ended already or is another's. */
export async function finishJob(db: Queryable, id: string, owner: string, end: JobEnd): Promise<void> {
  await endJob(db, id, end, heldBy(id, owner));
}

const IN_ORDER = sql.raw(`array[${stepNames.map((step) => `'${step}'`).join(', ')}]`);

/**
 * Closes a job by its steps, in one statement: completed when every one was done or had nothing to do, else partial, saying
 * which were not. Undefined when it has ended already or is another's.
 */
export async function closeJob(
  db: Queryable,
  id: string,
  owner: string,
): Promise<{ status: 'completed' | 'partial'; error: string | null } | undefined> {
  const undone = sql`(select string_agg(step, ', ' order by array_position(${IN_ORDER}, step)) from job_steps
    where job_id = ${jobs.id} and status not in ('completed', 'skipped'))`;
  const [row] = await db
    .with(forgettingAnswers(db, id))
    .update(jobs)
    .set({
      status: sql`case when ${undone} is null then 'completed' else 'partial' end`,
      error: sql`'Not done: ' || ${undone} || '. The report says what is missing.'`,
      leaseOwner: null,
      leaseUntil: null,
      finishedAt: sql`now()`,
    })
    .where(heldBy(id, owner))
    .returning({ error: jobs.error });
  return row && { status: row.error === null ? 'completed' : 'partial', error: row.error };
}

/** The status of any job, for those who work on it rather than own it. */
export async function readJobStatus(db: Queryable, id: string): Promise<JobStatus | undefined> {
  const [row] = await db.select({ status: jobs.status }).from(jobs).where(eq(jobs.id, id));
  return row?.status;
}

const columns = {
  id: jobs.id,
  status: jobs.status,
  asOf: jobs.asOf,
  seed: jobs.seed,
  attempt: jobs.attempt,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  finishedAt: jobs.finishedAt,
  error: jobs.error,
};
const stepsJson = sql<string>`(select json_agg(json_build_object('step', step, 'status', status, 'attempt', attempt,
  'startedAt', started_at, 'finishedAt', finished_at, 'degraded', degraded, 'detail', detail, 'error', error))
  from job_steps where job_id = ${jobs.id})`;

type JobRow = Omit<Job, 'steps'>;
const toJob = (row: JobRow & { steps: string }): Job => ({
  ...row,
  createdAt: toIso(row.createdAt),
  startedAt: toIso(row.startedAt),
  finishedAt: toIso(row.finishedAt),
  steps: (JSON.parse(row.steps) as JobStepRow[])
    .map(toJobStep)
    .sort((a, b) => stepNames.indexOf(a.step) - stepNames.indexOf(b.step)),
});

/** A person's job with its steps, in one statement. */
export async function findJob(db: Queryable, userId: string, id: string): Promise<Job | undefined> {
  const [row] = await db
    .select({ ...columns, steps: stepsJson })
    .from(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.userId, userId)));
  return row && toJob(row);
}

/** The same for whoever has this API key, in one statement as well: a job that runs is looked at over and over. */
export async function findJobByKey(db: Queryable, key: string, id: string): Promise<Job | undefined> {
  const [row] = await db
    .select({ ...columns, steps: stepsJson })
    .from(jobs)
    .where(and(eq(jobs.id, id), inArray(jobs.userId, idByApiKey(db, key))));
  return row && toJob(row);
}

/** How a job's input was read, where anything is said of it, and how many calls of language models there were. */
export async function readNotes(
  db: Queryable,
  id: string,
): Promise<{ notes: InputNotes | undefined; question: string | undefined; modelCalls: number }> {
  const [row] = await db
    .select({
      notes: sql<string | null>`cast(${jobs.request} -> 'notes' as text)`,
      question: sql<string | null>`${jobs.request} ->> 'question'`,
      modelCalls: jobs.modelCalls,
    })
    .from(jobs)
    .where(eq(jobs.id, id));
  const notes = row === undefined || row.notes === null ? undefined : inputNotes.parse(JSON.parse(row.notes));
  return { notes, question: row?.question ?? undefined, modelCalls: row?.modelCalls ?? 0 };
}

/** A person's newest jobs with their steps, newest first. */
export async function listJobs(db: Queryable, userId: string, limit: number): Promise<Job[]> {
  const rows = await db
    .select({ ...columns, steps: stepsJson })
    .from(jobs)
    .where(eq(jobs.userId, userId))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
  return rows.map(toJob);
}

/**
 * Unfinished jobs that nobody is working on: never sent, sent long ago and never begun, or begun by someone whose lease
 * ran out. The oldest first, at most 100 a sweep. `hopeless`: has waited so long that nobody is going to take it up.
 */
export async function findStrandedJobs(
  db: Queryable,
  { unclaimedSeconds, hopelessSeconds }: { unclaimedSeconds: number; hopelessSeconds: number },
): Promise<{ id: string; attempt: number; hopeless: boolean }[]> {
  const longAgo = sql`now() - make_interval(secs => ${unclaimedSeconds})`;
  return db
    .select({
      id: jobs.id,
      attempt: jobs.attempt,
      hopeless: sql<boolean>`${jobs.status} = 'pending' and ${jobs.createdAt} < now() - make_interval(secs => ${hopelessSeconds})`,
    })
    .from(jobs)
    .where(
      or(
        and(eq(jobs.status, 'pending'), or(isNull(jobs.sentAt), lt(jobs.sentAt, longAgo))),
        and(eq(jobs.status, 'running'), lt(jobs.leaseUntil, sql`now()`)),
      ),
    )
    .orderBy(jobs.createdAt)
    .limit(100);
}

/** Ends a job that nobody works on any more; nothing happens when someone has claimed it meanwhile. */
export async function failStrandedJob(db: Queryable, id: string, error: string): Promise<void> {
  const isNobodys = or(eq(jobs.status, 'pending'), and(eq(jobs.status, 'running'), lt(jobs.leaseUntil, sql`now()`)));
  await endJob(db, id, { status: 'failed', error }, and(eq(jobs.id, id), isNobodys));
}

/** So often a job is begun anew without its being counted: one that is itself what ends the fleet has to end as well. */
const MOST_INTERRUPTIONS = 10;

/**
 * Ends every lease, of jobs and of steps, so that what was under way is taken up at once. Only for who knows that nobody is at
 * work: a laptop's fleet as it starts, whose lock says that no other runs on its data. A job is not to blame for the end of the
 * fleet, so its attempt is given back; once for each owner, as a fleet may end again before the job is taken up.
 */
export async function endLeases(db: Queryable): Promise<void> {
  const isGivenBack = sql`${jobs.leaseOwner} is not null and ${jobs.interruptions} < ${sql.raw(String(MOST_INTERRUPTIONS))}`;
  const one = sql`case when ${isGivenBack} then 1 else 0 end`;
  await db
    .update(jobs)
    .set({
      leaseOwner: null,
      leaseUntil: sql`now()`,
      attempt: sql`${jobs.attempt} - ${one}`,
      interruptions: sql`${jobs.interruptions} + ${one}`,
    })
    .where(eq(jobs.status, 'running'));
  await db
    .update(jobSteps)
    .set({ leaseUntil: sql`now()` })
    .where(eq(jobSteps.status, 'running'));
}
