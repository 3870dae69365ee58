import type { ColumnType } from './column-types.ts';
import type { ResultColumn, Session } from './session.ts';

/** A column as `includeResultMetadata` describes it. */
export interface ColumnMetadata {
  readonly arrayBaseColumnType: number;
  readonly isAutoIncrement: boolean;
  readonly isCaseSensitive: boolean;
  readonly isCurrency: boolean;
  readonly isSigned: boolean;
  readonly label: string;
  readonly name: string;
  /** java.sql.ResultSetMetaData: 0 not null, 1 nullable, 2 unknown. */
  readonly nullable: number;
  readonly precision: number;
  readonly scale: number;
  readonly schemaName: string;
  readonly tableName: string;
  readonly type: number;
  readonly typeName: string;
}

interface Source {
  readonly name: string;
  readonly table: string;
  readonly schema: string;
  readonly notNull: boolean;
  readonly autoIncrement: boolean;
}

const jdbcArray = 2003;

/** Describes the columns; where they come from is read from the catalog, in the same session. */
export async function describeColumns(
  session: Session,
  columns: readonly ResultColumn[],
  types: readonly ColumnType[],
): Promise<ColumnMetadata[]> {
  const sources = await lookUpSources(session, columns);
  return columns.flatMap((column, index) => {
    const resolved = types[index];
    if (resolved === undefined) return [];
    const { type, isArray, typeName, precision, scale } = resolved;
    const source = sources.get(`${column.tableId}.${column.columnId}`);
    const isNumber = type.shape === 'long' || type.shape === 'double' || type.shape === 'decimal';
    return {
      arrayBaseColumnType: isArray ? type.jdbc : 0,
      isAutoIncrement: source?.autoIncrement ?? false,
      isCaseSensitive: !isNumber && type.shape !== 'boolean' && ![91, 92, 93].includes(type.jdbc),
      isCurrency: false,
      isSigned: isNumber,
      label: column.name,
      name: source?.name ?? column.name,
      nullable: source === undefined ? 2 : source.notNull ? 0 : 1,
      precision,
      scale,
      schemaName: source?.schema ?? '',
      tableName: source?.table ?? '',
      type: isArray ? jdbcArray : type.jdbc,
      typeName,
    };
  });
}

async function lookUpSources(session: Session, columns: readonly ResultColumn[]): Promise<Map<string, Source>> {
  const pairs = columns.filter((column) => column.tableId !== 0);
  if (pairs.length === 0) return new Map();
  const wanted = pairs.map((column) => `(${column.tableId}, ${column.columnId})`).join(', ');
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
