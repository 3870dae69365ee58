import { badRequest } from './errors.ts';
import { oid } from './postgres-types.ts';
import type { TypeHint } from './request.ts';

interface Hint {
  readonly type: number;
  readonly format: string;
  readonly pattern: RegExp;
}

/** The formats that the service's reference gives for each hint; fractions of a second up to PostgreSQL's six digits. */
const hints: Record<TypeHint, Hint> = {
  DATE: { type: oid.date, format: 'YYYY-MM-DD', pattern: /^\d{4}-\d{2}-\d{2}$/ },
  DECIMAL: {
    type: oid.numeric,
    format: 'a decimal number',
    pattern: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  },
  JSON: { type: oid.json, format: 'a JSON document', pattern: /\S/ },
  TIME: { type: oid.time, format: 'HH:MM:SS[.FFF]', pattern: /^\d{2}:\d{2}:\d{2}(\.\d{1,6})?$/ },
  TIMESTAMP: {
    type: oid.timestamp,
    format: 'YYYY-MM-DD HH:MM:SS[.FFF]',
    pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?$/,
  },
  UUID: {
    type: oid.uuid,
    format: 'a UUID',
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  },
};

/** The type that a hint declares. */
export const hintedType = (hint: TypeHint): number => hints[hint].type;

/** @throws {RdsDataError} BadRequestException naming the parameter whose text does not have the hint's format. */
export function checkHintFormat(name: string, hint: TypeHint, value: string): void {
  const { pattern, format } = hints[hint];
  if (!pattern.test(value)) {
    throw badRequest(`Parameter ${name} has type hint ${hint}, so its value must have the format ${format}.`);
  }
}
