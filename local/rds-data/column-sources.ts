import type { ResultColumn, Session } from './session.ts';

/** The column of a table that a column of a result is. */
export interface Source {
  readonly name: string;
  readonly table: string;
  readonly schema: string;
  readonly notNull: boolean;
  readonly autoIncrement: boolean;
}

/** Commands that change no table's columns. */
const HARMLESS: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE']);

/**
 * Where the columns of results come from. Read from the catalog once, as drivers do that remember a table's columns, and
 * forgotten with the first statement that is none of the four that everybody runs; nothing read in a transaction is kept,
 * since its changes may not stay. `remembers` is false where others may change tables unseen.
 */
export class ColumnSources {
  readonly #known = new Map<string, Source>();
  readonly #remembers: boolean;

  constructor(remembers: boolean) {
    this.#remembers = remembers;
  }

  /** Told of every statement that has run, by its command, or of one that failed or ran out of time, by null. */
  ran(command: string | null): void {
    if (command === null || !HARMLESS.has(command)) this.#known.clear();
  }

  /** By "table.column", both as PostgreSQL numbers them; nothing for a column that is an expression. */
  async find(session: Session, columns: readonly ResultColumn[]): Promise<ReadonlyMap<string, Source>> {
    const tables = columns.filter((column) => column.tableId !== 0);
    if (tables.every((column) => this.#known.has(keyOf(column)))) return this.#known;
    const read = await lookUp(session, tables);
    if (this.#remembers && session.status === 'I') for (const [key, source] of read) this.#known.set(key, source);
    return read;
  }
}

const keyOf = ({ tableId, columnId }: ResultColumn): string => `${tableId}.${columnId}`;

async function lookUp(session: Session, columns: readonly ResultColumn[]): Promise<Map<string, Source>> {
  const wanted = columns.map((column) => `(${column.tableId}, ${column.columnId})`).join(', ');
  const { rows } = await session.run({
    text: `SELECT a.attrelid, a.attnum, a.attname, c.relname, n.nspname, a.attnotnull,
             a.attidentity <> '' OR coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval(%', false)
           FROM pg_catalog.pg_attribute a
           JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
           LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
           WHERE (a.attrelid, a.attnum) IN (${wanted})`,
    types: [],
    values: [],
  });
  return new Map(
    rows.map(([table, number, name, tableName, schema, notNull, autoIncrement]) => [
      `${String(table)}.${String(number)}`,
      {
        name: String(name),
        table: String(tableName),
        schema: String(schema),
        notNull: notNull === 't',
        autoIncrement: autoIncrement === 't',
      },
    ]),
  );
}
