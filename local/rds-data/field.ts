import { parseArrayLiteral } from './array-literal.ts';
import { unsupportedResult } from './errors.ts';
import type { ColumnType } from './column-types.ts';
import type { ResultSetOptions } from './request.ts';
import type { Shape } from './postgres-types.ts';

/** A value of a record on the wire: one member of the service's `Field` union. */
export type Field =
  | { isNull: true }
  | { booleanValue: boolean }
  | { longValue: number }
  | { doubleValue: number | string }
  | { stringValue: string }
  | { blobValue: string }
  | { arrayValue: ArrayValue };

/** An array on the wire. */
export type ArrayValue =
  | { booleanValues: (boolean | null)[] }
  | { longValues: (number | null)[] }
  | { doubleValues: (number | string | null)[] }
  | { stringValues: (string | null)[] };

/** JSON has no NaN and no infinities: Smithy writes them as strings. */
const double = (text: string): number | string => {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
};

/** PostgreSQL shows a timestamptz with the session's offset (+00, since sessions are in UTC); the Data API shows none. */
const withoutOffset = (text: string): string => text.replace(/\+00(?= BC$|$)/, '');

const LONGEST = 2n ** 63n;

/** Whether a decimal can be a long: a numeric without a stated scale is described as of scale 0, whatever it holds. */
function isLong(text: string): boolean {
  if (!/^-?\d+$/.test(text)) return false;
  const value = BigInt(text);
  return value >= -LONGEST && value < LONGEST;
}

/** What a shape means under the caller's options for values of these texts: decimals and longs can be asked for otherwise. */
function shapeFor(
  { type: { shape }, scale }: ColumnType,
  options: ResultSetOptions,
  texts: readonly (string | null)[],
): Shape {
  if (shape === 'decimal' && options.decimalReturnType === 'DOUBLE_OR_LONG') {
    return scale === 0 && texts.every((text) => text === null || isLong(text)) ? 'long' : 'double';
  }
  if (shape === 'long' && options.longReturnType === 'STRING') return 'string';
  return shape;
}

/** The wire form of one value from its text. */
export function toField(text: string | null, column: ColumnType, options: ResultSetOptions): Field {
  if (text === null) return { isNull: true };
  if (column.isArray) return { arrayValue: toArrayValue(text, column, options) };
  switch (shapeFor(column, options, [text])) {
    case 'boolean':
      return { booleanValue: text === 't' };
    case 'long':
      return { longValue: Number(text) };
    case 'double':
      return { doubleValue: double(text) };
    case 'blob':
      return { blobValue: Buffer.from(text.slice(2), 'hex').toString('base64') };
    case 'timestamptz':
      return { stringValue: withoutOffset(text) };
    case 'decimal':
    case 'string':
      return { stringValue: text };
  }
}

function toArrayValue(text: string, column: ColumnType, options: ResultSetOptions): ArrayValue {
  const elements = parseArrayLiteral(text);
  if (elements === null) throw unsupportedResult('The result contains an unsupported multidimensional array.');
  const each = <T>(map: (element: string) => T) => elements.map((element) => (element === null ? null : map(element)));
  switch (shapeFor(column, options, elements)) {
    case 'boolean':
      return { booleanValues: each((element) => element === 't') };
    case 'long':
      return { longValues: each(Number) };
    case 'double':
      return { doubleValues: each(double) };
    case 'timestamptz':
      return { stringValues: each(withoutOffset) };
    default:
      return { stringValues: each(String) };
  }
}
