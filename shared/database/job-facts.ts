import { sql } from 'drizzle-orm';
import type { Analysis } from '../schemas/analysis.ts';
import type { Fact } from '../schemas/fact.ts';
import type { StepName } from '../schemas/job.ts';
import type { Queryable } from './client.ts';
import { stepClaim, stepEnd, type StepClaim, type StepEnd } from './job-steps.ts';
import { joinPieces, piecesOf } from './large-values.ts';
import { jobFacts } from './schema.ts';

export interface JobFacts {
  analysis: Analysis;
  facts: Fact[];
}

/** Stores what was computed; the first one stored stands, so that every agent speaks of the same figures. */
export async function saveFacts(db: Queryable, jobId: string, computed: JobFacts): Promise<void> {
  await storing(db, jobId, computed);
}

/**
 * The same, and ends the owner's step `price` with it, in one statement: a round trip less, and nobody dies between the two.
 */
export async function saveFactsOfStep(
  db: Queryable,
  jobId: string,
  computed: JobFacts,
  { owner, end }: { owner: string; end: StepEnd },
): Promise<void> {
  const ending = stepEnd(db, jobId, 'price', owner, end);
  await db.execute(sql`with stored as ${storing(db, jobId, computed)} ${ending.getSQL()}`);
}

const storing = (db: Queryable, jobId: string, { analysis, facts }: JobFacts) =>
  db.insert(jobFacts).values({ jobId, analysis, facts }).onConflictDoNothing({ target: jobFacts.jobId });

export async function readFacts(db: Queryable, jobId: string): Promise<JobFacts | undefined> {
  const { rows } = await db.execute<FactsPiece>(
    sql`select part, piece from ${piecesOfFacts(jobId)} order by part, number`,
  );
  return joined(rows);
}

/** `claimStep` and `readFacts` for an agent that begins, in one statement; `computed` is undefined where there are no facts yet. */
export async function claimStepWithFacts(
  db: Queryable,
  jobId: string,
  step: StepName,
  claim: StepClaim,
): Promise<{ attempt: number; computed: JobFacts | undefined } | undefined> {
  const { rows } = await db.execute<FactsPiece & { attempt: number }>(sql`
    with claimed as (${stepClaim(db, jobId, step, claim).getSQL()})
    select attempt, part, piece from claimed left join ${piecesOfFacts(jobId)} on true
    order by part, number`);
  const [first] = rows;
  return first && { attempt: first.attempt, computed: joined(rows) };
}

interface FactsPiece extends Record<string, unknown> {
  part: string | null;
  piece: string | null;
}

/** A join `stored(part, piece, number)`. */
const piecesOfFacts = (jobId: string) => sql`(
    select part, piece, number
    from job_facts
    cross join lateral (values ('analysis', cast(analysis as text)), ('facts', cast(facts as text))) parts(part, value)
    cross join ${piecesOf(sql.raw('value'))}
    where job_id = cast(${jobId} as uuid)
  ) stored`;

function joined(rows: readonly FactsPiece[]): JobFacts | undefined {
  const read = (wanted: string) => joinPieces(rows.flatMap(({ part, piece }) => (part === wanted ? [piece] : [])));
  const [analysis, facts] = [read('analysis'), read('facts')];
  return analysis === null || facts === null ? undefined : { analysis: analysis as Analysis, facts: facts as Fact[] };
}
