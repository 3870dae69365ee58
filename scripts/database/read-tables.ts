import { sql } from 'drizzle-orm';
import type { Queryable } from '../../shared/database/client.ts';

export interface TableState {
  name: string;
  columns: Set<string>;
  rows: number;
  /** With its indexes and what is kept outside of rows. */
  bytes: number;
}

export interface DatabaseState {
  version: string;
  bytes: number;
  tables: TableState[];
}

/** What there is, asked of the catalogue: nothing is taken for granted that may not have been migrated. Three statements. */
export async function readTables(db: Queryable): Promise<DatabaseState> {
  const { rows: found } = await db.execute<{ name: string; bytes: number; columns: string }>(sql`
    select cast(c.relname as text) as name, pg_total_relation_size(c.oid) as bytes,
      (select cast(json_agg(a.attname) as text) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
    order by c.relname`);
  const counts = new Map<string, number>();
  if (found.length > 0) {
    const each = found.map(
      ({ name }) => sql`select cast(${name} as text) as name, count(*) as rows from ${sql.identifier(name)}`,
    );
    const { rows } = await db.execute<{ name: string; rows: number }>(sql.join(each, sql` union all `));
    for (const row of rows) counts.set(row.name, row.rows);
  }
  const { rows: whole } = await db.execute<{ version: string; bytes: number }>(
    sql`select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`,
  );
  return {
    version: whole[0]?.version ?? '?',
    bytes: whole[0]?.bytes ?? 0,
    tables: found.map(({ name, bytes, columns }) => ({
      name,
      columns: new Set((JSON.parse(columns) as unknown[]).map(String)),
      rows: counts.get(name) ?? 0,
      bytes,
    })),
  };
}
