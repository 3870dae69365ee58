/** How the Data API shows a type's values: the member of `Field` (or of `ArrayValue`) that carries them. */
export type Shape = 'boolean' | 'long' | 'double' | 'decimal' | 'string' | 'blob' | 'timestamptz';

/** A type that the Data API returns. */
export interface ResultType {
  readonly name: string;
  readonly shape: Shape;
  /** java.sql.Types, which `ColumnMetadata.type` speaks. */
  readonly jdbc: number;
  readonly precision: number;
  readonly scale: number;
}

/** Object ids of the types that parameters are declared with (`SELECT oid FROM pg_type`; they never change). */
export const oid = {
  inferred: 0,
  bool: 16,
  bytea: 17,
  int8: 20,
  text: 25,
  json: 114,
  float8: 701,
  date: 1082,
  time: 1083,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  uuid: 2950,
} as const;

const unlimited = 2_147_483_647;
const type = (name: string, shape: Shape, jdbc: number, precision: number, scale = 0): ResultType => ({
  name,
  shape,
  jdbc,
  precision,
  scale,
});

/**
 * The scalar types that the Data API supports for Aurora PostgreSQL (Aurora user guide, "Data API operations reference").
 * Anything else, such as "char", regclass, interval or void, is refused as there.
 */
export const resultTypes: ReadonlyMap<number, ResultType> = new Map([
  [16, type('bool', 'boolean', -7, 1)],
  [17, type('bytea', 'blob', -2, unlimited)],
  [19, type('name', 'string', 12, 63)],
  [20, type('int8', 'long', -5, 19)],
  [21, type('int2', 'long', 5, 5)],
  [23, type('int4', 'long', 4, 10)],
  [25, type('text', 'string', 12, unlimited)],
  [114, type('json', 'string', 1111, unlimited)],
  [650, type('cidr', 'string', 1111, unlimited)],
  [700, type('float4', 'double', 7, 8, 8)],
  [701, type('float8', 'double', 8, 17, 17)],
  [869, type('inet', 'string', 1111, unlimited)],
  [1042, type('bpchar', 'string', 1, unlimited)],
  [1043, type('varchar', 'string', 12, unlimited)],
  [1082, type('date', 'string', 91, 13)],
  [1083, type('time', 'string', 92, 15, 6)],
  [1114, type('timestamp', 'string', 93, 29, 6)],
  [1184, type('timestamptz', 'timestamptz', 93, 35, 6)],
  [1700, type('numeric', 'decimal', 2, 0)],
  [2950, type('uuid', 'string', 1111, unlimited)],
  [3802, type('jsonb', 'string', 1111, unlimited)],
]);

/** Array types by the type of their elements. */
export const arrayElements: ReadonlyMap<number, number> = new Map([
  [1000, 16],
  [1003, 19],
  [1016, 20],
  [1005, 21],
  [1007, 23],
  [1009, 25],
  [199, 114],
  [1021, 700],
  [1022, 701],
  [1014, 1042],
  [1015, 1043],
  [1182, 1082],
  [1183, 1083],
  [1115, 1114],
  [1185, 1184],
  [1231, 1700],
  [2951, 2950],
  [3807, 3802],
]);
