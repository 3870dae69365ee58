import type { ColumnSources } from './column-sources.ts';
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

const jdbcArray = 2003;

/** Describes the columns; where they come from is read from the catalog, in the same session, unless it is known. */
export async function describeColumns(
  session: Session,
  columns: readonly ResultColumn[],
  types: readonly ColumnType[],
  known: ColumnSources,
): Promise<ColumnMetadata[]> {
  const sources = await known.find(session, columns);
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
