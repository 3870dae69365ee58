import type { SQL } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** The Data API takes 4 MiB a request; this much of it is for the rows. */
const BYTES_A_STATEMENT = 3_500_000;

/** Inserts any number of rows, which travel as one JSON parameter, so that the number of statements hardly grows with them. */
export async function insertRows(
  db: Queryable,
  rows: readonly object[],
  statement: (rows: string) => SQL,
): Promise<void> {
  for (const array of jsonArrays(rows)) await db.execute(statement(array));
}

/** The rows as JSON arrays, each of which fits one request; there, as a string within JSON, they are quoted once more. */
function* jsonArrays(rows: readonly object[]): Generator<string> {
  let some: string[] = [];
  let bytes = 0;
  for (const row of rows.map((one) => JSON.stringify(one))) {
    const more = Buffer.byteLength(JSON.stringify(row));
    if (some.length > 0 && bytes + more > BYTES_A_STATEMENT) {
      yield `[${some.join(',')}]`;
      some = [];
      bytes = 0;
    }
    some.push(row);
    bytes += more;
  }
  if (some.length > 0) yield `[${some.join(',')}]`;
}
