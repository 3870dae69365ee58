import { unsupportedResult } from './errors.ts';
import { arrayElements, oid, resultTypes, type ResultType } from './postgres-types.ts';
import type { ResultColumn, Session } from './session.ts';

/** A result column's type, resolved: for an array, `type` is that of its elements. */
export interface ColumnType {
  readonly type: ResultType;
  readonly isArray: boolean;
  /** PostgreSQL's own name for it, e.g. "int4" or "_text". */
  readonly typeName: string;
  readonly precision: number;
  readonly scale: number;
}

/**
 * Resolves the types of all columns. A type that is not built in is looked up: enums are shown as text, anything else is
 * refused.
 * @throws {RdsDataError} UnsupportedResultException naming the type.
 */
export async function resolveColumnTypes(session: Session, columns: readonly ResultColumn[]): Promise<ColumnType[]> {
  const unknown = new Set(columns.map((column) => column.typeId).filter((id) => !isBuiltIn(id)));
  const found = unknown.size === 0 ? new Map<number, NamedType>() : await lookUp(session, [...unknown]);
  return columns.map((column) => {
    const element = arrayElements.get(column.typeId);
    const type = resultTypes.get(element ?? column.typeId) ?? enumType(found.get(column.typeId));
    return {
      type,
      isArray: element !== undefined,
      typeName: element === undefined ? type.name : `_${type.name}`,
      ...digits(column, type),
    };
  });
}

const isBuiltIn = (id: number) => resultTypes.has(id) || arrayElements.has(id);

interface NamedType {
  readonly name: string;
  readonly isEnum: boolean;
}

async function lookUp(session: Session, ids: number[]): Promise<Map<number, NamedType>> {
  const { rows } = await session.run({
    text: `SELECT oid, typname, typtype = 'e' FROM pg_catalog.pg_type WHERE oid IN (${ids.join(', ')})`,
    types: [],
    values: [],
  });
  return new Map(rows.map(([id, name, isEnum]) => [Number(id), { name: String(name), isEnum: isEnum === 't' }]));
}

function enumType(found: NamedType | undefined): ResultType {
  if (found?.isEnum !== true) {
    // Aurora spells the one-byte type "char" in capitals; every other name as in pg_type.
    const name = found?.name === 'char' ? '"CHAR"' : (found?.name ?? 'unknown');
    throw unsupportedResult(`The result contains the unsupported data type ${name}.`);
  }
  return { name: found.name, shape: 'string', jdbc: 12, precision: 2_147_483_647, scale: 0 };
}

/** Precision and scale from the type modifier: numeric(20, 8) carries (20 << 16 | 8) + 4, varchar(n) carries n + 4. */
function digits({ typeId, typeModifier }: ResultColumn, type: ResultType): { precision: number; scale: number } {
  if (typeModifier < 0) return { precision: type.precision, scale: type.scale };
  const modifier = typeModifier - 4;
  if (typeId === oid.numeric || arrayElements.get(typeId) === oid.numeric) {
    return { precision: modifier >>> 16, scale: modifier & 0x7ff };
  }
  if (type.name === 'varchar' || type.name === 'bpchar') return { precision: modifier, scale: 0 };
  return { precision: type.precision, scale: type.scale };
}
