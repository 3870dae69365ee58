import type { ColumnType } from './column-types.ts';
import { toField, type Field } from './field.ts';
import type { ResultSetOptions } from './request.ts';
import type { StatementResult } from './session.ts';

/** The rows as one JSON text, an array of objects keyed by column label (Aurora user guide, "Processing query results in JSON format"). */
export function formatRecords(
  result: StatementResult,
  types: readonly ColumnType[],
  options: ResultSetOptions,
): string {
  const records = result.rows.map((row) =>
    Object.fromEntries(
      (result.columns ?? []).map((column, index) => {
        const type = types[index];
        return [column.name, type === undefined ? null : plainValue(toField(row[index] ?? null, type, options))];
      }),
    ),
  );
  return JSON.stringify(records);
}

/** The value itself: what the union's member, or the array's, holds. */
function plainValue(field: Field): unknown {
  if ('isNull' in field) return null;
  if ('arrayValue' in field) return Object.values(field.arrayValue)[0];
  return Object.values(field)[0];
}
