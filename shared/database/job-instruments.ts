import { sql } from 'drizzle-orm';
import type { Classification, Instrument, InstrumentType } from '../schemas/classification.ts';
import type { Queryable } from './client.ts';
import { readPacked } from './packed-rows.ts';

type Weights = Pick<Classification, 'assetClasses' | 'regions' | 'sectors'>;
interface Packed extends Weights {
  symbol: string;
  name: string;
  type: InstrumentType;
  currency: string;
  expenseRatio: number | null;
  source: Classification['source'];
  citation: string;
  asOf: string;
  confidence: number;
  rationale: string | null;
}

/**
 * What is known of the instruments in a job's snapshot, by symbol: what the person said, else the reference set, else what a
 * model judged for this person. A symbol that nobody knows is not in the map.
 */
export async function readJobInstruments(db: Queryable, jobId: string): Promise<Map<string, Instrument>> {
  const packed = await readPacked<Packed>(
    db,
    (read) => sql`
        select held.symbol collate "C" as key, cast(json_build_object(
          'symbol', held.symbol, 'name', coalesce(i.name, held.name, held.symbol), 'currency', coalesce(i.currency, held.currency),
          'type', case when pick.own then c.type else i.type end,
          'expenseRatio', i.expense_ratio,
          'assetClasses', case when pick.own then c.asset_classes else i.asset_classes end,
          'regions', case when pick.own then c.regions else i.regions end,
          'sectors', case when pick.own then c.sectors else i.sectors end,
          'source', case when pick.own then c.source else 'reference' end,
          'citation', case when pick.own then c.citation else i.citation end,
          'asOf', case when pick.own then c.as_of else i.as_of end,
          'confidence', case when pick.own then c.confidence else 1 end,
          'rationale', case when pick.own then c.rationale end) as text) as packed
        from (
          select l.symbol, min(l.currency) as currency, min(l.name) as name
          from job_lines l
          where l.job_id = cast(${jobId} as uuid) and l.kind = 'holding' and l.symbol collate "C" > ${read.at(-1)?.symbol ?? ''}
          group by l.symbol
        ) held
        left join instruments i on i.symbol = held.symbol
        left join classifications c on c.symbol = held.symbol
          and c.user_id = (select user_id from jobs where id = cast(${jobId} as uuid))
        cross join lateral (select c.source = 'user' or (i.symbol is null and c.symbol is not null) as own) pick
        where i.symbol is not null or c.symbol is not null`,
  );
  return new Map(packed.map((one) => [one.symbol, unpack(one)]));
}

function unpack(packed: Packed): Instrument {
  const { symbol, name, type, currency, expenseRatio, rationale, ...classification } = packed;
  const stated = rationale === null ? classification : { ...classification, rationale };
  return { symbol, name, type, currency, expenseRatio, classification: stated };
}
