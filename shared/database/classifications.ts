import { eq, sql } from 'drizzle-orm';
import type { Classification, InstrumentType } from '../schemas/classification.ts';
import type { Queryable } from './client.ts';
import { classifications, jobs } from './schema.ts';

export interface ClassifiedSymbol {
  symbol: string;
  type: InstrumentType;
  classification: Classification;
}

/** Stores what a model judged for the person whose job it is. What the person said themselves is never overwritten. */
export async function saveModelClassifications(
  db: Queryable,
  jobId: string,
  classified: readonly ClassifiedSymbol[],
): Promise<void> {
  if (classified.length === 0) return;
  const userId = sql`(select ${jobs.userId} from ${jobs} where ${eq(jobs.id, jobId)})`;
  await db
    .insert(classifications)
    .values(
      classified.map(({ symbol, type, classification }) => ({
        userId,
        symbol,
        type,
        source: 'model' as const,
        assetClasses: classification.assetClasses,
        regions: classification.regions,
        sectors: classification.sectors,
        citation: classification.citation,
        asOf: classification.asOf,
        confidence: classification.confidence.toFixed(3),
        rationale: classification.rationale ?? null,
      })),
    )
    .onConflictDoUpdate({
      target: [classifications.userId, classifications.symbol],
      set: {
        type: sql`excluded.type`,
        assetClasses: sql`excluded.asset_classes`,
        regions: sql`excluded.regions`,
        sectors: sql`excluded.sectors`,
        citation: sql`excluded.citation`,
        asOf: sql`excluded.as_of`,
        confidence: sql`excluded.confidence`,
        rationale: sql`excluded.rationale`,
      },
      setWhere: sql`${classifications.source} <> 'user'`,
    });
}
