import { sql } from 'drizzle-orm';
import type { SnapshotLine } from '../schemas/analysis.ts';
import type { Queryable } from './client.ts';
import { readPacked } from './packed-rows.ts';

/** [line, accountName, accountType, kind, symbol, name, quantity, currency, price, priceAsOf, priceSource, costBasis, interestRate] */
type Packed = [
  number,
  string,
  SnapshotLine['accountType'],
  SnapshotLine['kind'],
  string,
  string | null,
  string,
  string,
  ...Rest,
];
type Rest = [
  price: string | null,
  priceAsOf: string | null,
  priceSource: string | null,
  costBasis: string | null,
  interestRate: string | null,
];

const numberOrNull = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** The whole snapshot of a job. A line travels packed in one JSON value. */
export async function readSnapshot(db: Queryable, jobId: string): Promise<SnapshotLine[]> {
  const lines = await readPacked<Packed>(
    db,
    (read) => sql`
      select line as key, cast(json_build_array(line, account_name, account_type, kind, symbol, name, cast(quantity as text), currency,
        cast(price as text), price_as_of, price_source, cast(cost_basis as text), cast(interest_rate as text)) as text) as packed
      from job_lines
      where job_id = cast(${jobId} as uuid) and line > ${read.length}`,
  );
  return lines.map(unpack);
}

function unpack(packed: Packed): SnapshotLine {
  const [
    ,
    accountName,
    accountType,
    kind,
    symbol,
    name,
    quantity,
    currency,
    price,
    priceAsOf,
    priceSource,
    cost,
    rate,
  ] = packed;
  const held = { accountName, accountType, kind, symbol, name, quantity: Number(quantity), currency };
  if (kind === 'cash') {
    const balance = { ...held, price: 1, priceAsOf: null, priceSource: null, costBasis: null };
    return rate === null ? balance : { ...balance, interestRate: Number(rate) };
  }
  return { ...held, price: numberOrNull(price), priceAsOf, priceSource, costBasis: numberOrNull(cost) };
}
