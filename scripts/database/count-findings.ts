import { sql } from 'drizzle-orm';
import type { Queryable } from '../../shared/database/client.ts';
import { findings, type Finding } from './findings.ts';
import type { TableState } from './read-tables.ts';

export interface Found {
  finding: Pick<Finding, 'kind' | 'says' | 'remedy'>;
  count: number;
}

/** Counts whatever these tables allow to be asked, in one statement; `unasked` are the findings whose columns are not there. */
export async function countFindings(
  db: Queryable,
  tables: readonly TableState[],
  all: readonly Finding[] = findings,
): Promise<{ found: Found[]; unasked: Finding[] }> {
  const columns = new Map(tables.map(({ name, columns: of }) => [name, of]));
  const isThere = ({ reads }: Finding): boolean =>
    Object.entries(reads).every(([name, wanted]) => wanted.every((column) => columns.get(name)?.has(column) === true));
  const asked = all.filter(isThere);
  if (asked.length === 0) return { found: [], unasked: [...all] };
  const parts = asked.map(({ count }, index) =>
    sql.raw(`select ${index} as number, cast((${count}) as integer) as count`),
  );
  const { rows } = await db.execute<{ number: number; count: number }>(sql.join(parts, sql` union all `));
  const found = rows.flatMap(({ number, count }): Found[] => {
    const finding = asked[number];
    return finding === undefined || count === 0 ? [] : [{ finding, count }];
  });
  return { found, unasked: all.filter((one) => !isThere(one)) };
}
