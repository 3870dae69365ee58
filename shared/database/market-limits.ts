import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** So many calls in any window of so many seconds. */
export interface CallLimit {
  calls: number;
  seconds: number;
}

/** A token of one call is back this much later than its window ends, seconds: calls do not arrive as they were sent. */
const SLACK = 0.5;
/** Milliseconds after which it is worth looking again where nothing says when a token will be back. */
const SOON = 250;

/**
 * Takes one of the source's tokens, each of which comes back when its window is over, in one statement: functions that ask at
 * once stand in line at the row, so that in no window there are more calls than the limit. Null when it was taken, else how
 * long until one is back or the source may be asked again, milliseconds.
 */
export async function takeToken(db: Queryable, source: string, { calls, seconds }: CallLimit): Promise<number | null> {
  const window = seconds + SLACK;
  const now = sql`extract(epoch from clock_timestamp())`;
  const recent = sql`(select coalesce(jsonb_agg(at order by at), cast('[]' as jsonb))
    from (select cast(value as double precision) as at from jsonb_array_elements_text(l.taken)) each
    where at > ${now} - cast(${window} as double precision))`;
  const { rows } = await db.execute<{ taken: boolean; wait: string | null }>(sql`
    with token as (
      insert into market_limits as l (source, taken) values (${source}, jsonb_build_array(${now}))
      on conflict (source) do update set taken = ${recent} || jsonb_build_array(${now}), blocked_until = null
      where jsonb_array_length(${recent}) < ${calls} and (l.blocked_until is null or l.blocked_until <= clock_timestamp())
      returning 1
    )
    select exists (select 1 from token) as taken, cast((
      select greatest(
        extract(epoch from l.blocked_until - clock_timestamp()),
        (select at from (
          select cast(value as double precision) + cast(${window} as double precision) - ${now} as at
          from jsonb_array_elements_text(l.taken)
        ) back where at > 0 order by at desc offset ${calls - 1} limit 1))
      from market_limits l where l.source = ${source}) as text) as wait`);
  const [row] = rows;
  if (row?.taken === true) return null;
  const wait = Math.ceil(Number(row?.wait ?? 0) * 1000);
  return Math.max(SOON, wait);
}

/** Keeps everybody from the source for so many milliseconds from now; a longer wish that is there already stands. */
export async function blockSource(db: Queryable, source: string, milliseconds: number): Promise<void> {
  const until = sql`clock_timestamp() + make_interval(secs => cast(${milliseconds / 1000} as double precision))`;
  await db.execute(sql`
    insert into market_limits as l (source, taken, blocked_until) values (${source}, cast('[]' as jsonb), ${until})
    on conflict (source) do update set blocked_until = greatest(l.blocked_until, excluded.blocked_until)`);
}
