import { sql } from 'drizzle-orm';
import type { Classification, Instrument, InstrumentType } from '../schemas/classification.ts';
import type { Queryable } from './client.ts';
import { readPacked } from './packed-rows.ts';
import { jobInstruments } from './schema.ts';

interface Packed extends Omit<Classification, 'rationale'> {
  symbol: string;
  name: string;
  type: InstrumentType;
  currency: string;
  expenseRatio: number | null;
  rationale: string | null;
}

/** What is known of the instruments in a job's snapshot, by symbol. A symbol that nobody knows is not in the map. */
export async function readJobInstruments(db: Queryable, jobId: string): Promise<Map<string, Instrument>> {
  const packed = await readPacked<Packed>(
    db,
    (read) => sql`
      select symbol collate "C" as key, cast(json_build_object('symbol', symbol, 'name', name, 'type', type, 'currency', currency,
        'expenseRatio', expense_ratio, 'assetClasses', asset_classes, 'regions', regions, 'sectors', sectors, 'source', source,
        'citation', citation, 'asOf', as_of, 'confidence', confidence, 'rationale', rationale) as text) as packed
      from job_instruments
      where job_id = cast(${jobId} as uuid) and symbol collate "C" > ${read.at(-1)?.symbol ?? ''}`,
  );
  return new Map(packed.map((one) => [one.symbol, unpack(one)]));
}

function unpack(packed: Packed): Instrument {
  const { symbol, name, type, currency, expenseRatio, rationale, ...classification } = packed;
  const stated = rationale === null ? classification : { ...classification, rationale };
  return { symbol, name, type, currency, expenseRatio, classification: stated };
}

export interface JudgedInstrument {
  symbol: string;
  name: string;
  type: InstrumentType;
  classification: Classification;
}

/** A statement of as many has some 2 MiB, of which RDS's Data API takes 4, and fewer parameters than PostgreSQL's 65,535. */
const AT_ONCE = 1000;

/**
 * Stores what a model judged, for this job alone: the next file may call something else by that symbol. What the person or the
 * reference set said is not overwritten.
 */
export async function saveJudgements(db: Queryable, jobId: string, judged: readonly JudgedInstrument[]): Promise<void> {
  for (let from = 0; from < judged.length; from += AT_ONCE) {
    await db
      .insert(jobInstruments)
      .values(
        judged.slice(from, from + AT_ONCE).map(({ symbol, name, type, classification }) => {
          const { confidence, rationale = null, ...said } = classification;
          const known = { jobId, symbol, name, type, currency: 'USD', expenseRatio: null };
          return { ...known, ...said, confidence: confidence.toFixed(3), rationale };
        }),
      )
      .onConflictDoNothing({ target: [jobInstruments.jobId, jobInstruments.symbol] });
  }
}
