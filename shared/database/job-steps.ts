import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { JobStep, StepName, StepStatus } from '../schemas/job.ts';
import type { Queryable } from './client.ts';
import { joinPieces, piecesOf } from './large-values.ts';
import { toIso } from './moment.ts';
import { jobSteps } from './schema.ts';

export type JobStepRow = JobStep;
/** As rows come out of json_agg: timestamps with a zone, to be brought to ISO 8601 in UTC. */
export const toJobStep = (row: JobStepRow): JobStep => ({
  ...row,
  startedAt: row.startedAt === null ? null : toIso(row.startedAt),
  finishedAt: row.finishedAt === null ? null : toIso(row.finishedAt),
});

const at = (jobId: string, step: StepName) => and(eq(jobSteps.jobId, jobId), eq(jobSteps.step, step));

export interface StepClaim {
  owner: string;
  leaseSeconds: number;
  /**
   * Takes it from whoever has it, too. For who holds the job itself: the steps that only its holder does are then its own, and
   * their last owner has lost the job.
   */
  takeOver?: boolean;
}

/** The statement of `claimStep`; to be awaited, or to be part of a larger one. */
export function stepClaim(
  db: Queryable,
  jobId: string,
  step: StepName,
  { owner, leaseSeconds, takeOver = false }: StepClaim,
) {
  const free = takeOver ? sql`true` : or(lt(jobSteps.leaseUntil, sql`now()`), eq(jobSteps.leaseOwner, owner));
  return db
    .update(jobSteps)
    .set({
      status: 'running',
      attempt: sql`${jobSteps.attempt} + 1`,
      leaseOwner: owner,
      leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})`,
      startedAt: sql`now()`,
      finishedAt: null,
      error: null,
    })
    .where(
      and(
        at(jobId, step),
        or(inArray(jobSteps.status, ['pending', 'failed']), and(eq(jobSteps.status, 'running'), free)),
      ),
    )
    .returning({ attempt: jobSteps.attempt });
}

/**
 * Takes a step for `owner`: one that waits, failed, or whose owner let the lease run out. Undefined when there is nothing to
 * take: it is done, or being done by another.
 */
export async function claimStep(
  db: Queryable,
  jobId: string,
  step: StepName,
  claim: StepClaim,
): Promise<{ attempt: number } | undefined> {
  const [row] = await stepClaim(db, jobId, step, claim);
  return row;
}

export interface StepOutcome {
  result: unknown;
  detail: string | null;
  degraded: boolean;
}

const ended = { leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` };
const heldBy = (jobId: string, step: StepName, owner: string) =>
  and(at(jobId, step), eq(jobSteps.status, 'running'), eq(jobSteps.leaseOwner, owner));

/** How a step ends: with its result, or with the reason why there is none. */
export type StepEnd = ({ status: 'completed' } & StepOutcome) | { status: 'failed'; error: string };

/** The statement that ends this owner's step; to be awaited, or to be part of a larger one. Empty where it is another's. */
export const stepEnd = (db: Queryable, jobId: string, step: StepName, owner: string, end: StepEnd) =>
  db
    .update(jobSteps)
    .set({ ...ended, error: null, ...end })
    .where(heldBy(jobId, step, owner))
    .returning({ step: jobSteps.step });

/** Stores a step's result and marks it done, in one statement. False when the step is no longer this owner's. */
export async function completeStep(
  db: Queryable,
  jobId: string,
  step: StepName,
  owner: string,
  outcome: StepOutcome,
): Promise<boolean> {
  const rows = await stepEnd(db, jobId, step, owner, { status: 'completed', ...outcome });
  return rows.length > 0;
}

/** False when the step is no longer this owner's: stop working on it. */
export async function renewStep(
  db: Queryable,
  jobId: string,
  step: StepName,
  { owner, leaseSeconds }: { owner: string; leaseSeconds: number },
): Promise<boolean> {
  const rows = await db
    .update(jobSteps)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where(heldBy(jobId, step, owner))
    .returning({ step: jobSteps.step });
  return rows.length > 0;
}

/** Marks this owner's step as failed with its reason. */
export async function failStep(
  db: Queryable,
  jobId: string,
  step: StepName,
  owner: string,
  error: string,
): Promise<void> {
  await stepEnd(db, jobId, step, owner, { status: 'failed', error });
}

/** Gives up on a step whose function could not even say what was wrong with it; one that is done stays done. */
export async function abandonStep(db: Queryable, jobId: string, step: StepName, error: string): Promise<void> {
  await db
    .update(jobSteps)
    .set({
      ...ended,
      status: 'failed',
      error: sql`coalesce(${jobSteps.error}, ${error})`,
      startedAt: sql`coalesce(${jobSteps.startedAt}, now())`,
    })
    .where(and(at(jobId, step), inArray(jobSteps.status, ['pending', 'running', 'failed'])));
}

/** Says that there was nothing to do, and why. */
export async function skipStep(db: Queryable, jobId: string, step: StepName, why: string): Promise<void> {
  await db
    .update(jobSteps)
    .set({ ...ended, status: 'skipped', detail: why })
    .where(and(at(jobId, step), inArray(jobSteps.status, ['pending', 'running', 'failed'])));
}

/** How a step stands, without what it wrote; undefined where the job has no such step. */
export async function readStepStatus(
  db: Queryable,
  jobId: string,
  step: StepName,
): Promise<Pick<StepState, 'status' | 'degraded'> | undefined> {
  const [row] = await db
    .select({ status: jobSteps.status, degraded: jobSteps.degraded })
    .from(jobSteps)
    .where(at(jobId, step));
  return row;
}

export interface StepState {
  step: StepName;
  status: StepStatus;
  degraded: boolean;
  detail: string | null;
  error: string | null;
  result: unknown;
}

interface StepPiece extends Record<string, unknown>, Omit<StepState, 'result'> {
  piece: string | null;
}

/** All steps of a job with their results. */
export async function readSteps(db: Queryable, jobId: string): Promise<Map<StepName, StepState>> {
  const { rows } = await db.execute<StepPiece>(sql`
    select step, status, degraded, detail, error, piece
    from job_steps
    cross join ${piecesOf(sql.raw('cast(result as text)'))}
    where job_id = cast(${jobId} as uuid)
    order by step, number`);
  const pieces = new Map<StepName, StepPiece[]>();
  for (const row of rows) pieces.set(row.step, [...(pieces.get(row.step) ?? []), row]);
  return new Map(
    [...pieces].flatMap(([step, [first, ...rest]]) => {
      if (first === undefined) return [];
      const { piece, ...state } = first;
      return [[step, { ...state, result: joinPieces([piece, ...rest.map((more) => more.piece)]) }]];
    }),
  );
}
