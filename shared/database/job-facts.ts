import { eq } from 'drizzle-orm';
import type { Analysis } from '../schemas/analysis.ts';
import type { Fact } from '../schemas/fact.ts';
import type { Queryable } from './client.ts';
import { jobFacts } from './schema.ts';

export interface JobFacts {
  analysis: Analysis;
  facts: Fact[];
}

/** Stores what was computed; the first one stored stands, so that every agent speaks of the same figures. */
export async function saveFacts(db: Queryable, jobId: string, { analysis, facts }: JobFacts): Promise<void> {
  await db.insert(jobFacts).values({ jobId, analysis, facts }).onConflictDoNothing({ target: jobFacts.jobId });
}

export async function readFacts(db: Queryable, jobId: string): Promise<JobFacts | undefined> {
  const [row] = await db
    .select({ analysis: jobFacts.analysis, facts: jobFacts.facts })
    .from(jobFacts)
    .where(eq(jobFacts.jobId, jobId));
  return row;
}
