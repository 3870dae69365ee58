import { badRequest } from './errors.ts';
import { numberParameters } from './named-parameters.ts';
import { oid } from './postgres-types.ts';
import type { SqlParameter } from './request.ts';
import type { Statement } from './session.ts';
import { checkHintFormat, hintedType } from './type-hints.ts';

interface Bound {
  readonly type: number;
  readonly value: string | null;
}

/**
 * The statement to run for SQL with named parameters. Each value is declared with the type that its member of `Field`, or its
 * type hint, stands for; PostgreSQL is left to infer the type of a NULL without a hint only. So text does not become a uuid,
 * jsonb or enum by itself, here as on Aurora.
 * @throws {RdsDataError} BadRequestException naming the parameter at fault.
 */
export function bindParameters(sql: string, parameters: readonly SqlParameter[]): Statement {
  if (!isPostgresText(sql)) throw badRequest('The SQL contains a zero byte or half a surrogate pair.');
  const bound = new Map<string, Bound>();
  for (const parameter of parameters) {
    if (parameter.name === undefined || parameter.name === '') throw badRequest('Parameter name is missing.');
    bound.set(parameter.name, bind(parameter.name, parameter));
  }
  const { text, names } = numberParameters(sql, new Set(bound.keys()));
  const inOrder = names.flatMap((name) => bound.get(name) ?? []);
  return { text, types: inOrder.map(({ type }) => type), values: inOrder.map(({ value }) => value) };
}

function bind(name: string, { value = {}, typeHint }: SqlParameter): Bound {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length !== 1) throw badRequest(`Parameter ${name} must have exactly one value.`);
  if (value.arrayValue !== undefined) throw badRequest('Array parameters are not supported.');
  if (value.isNull !== undefined) {
    if (!value.isNull) throw badRequest(`Parameter ${name} has isNull false and no value.`);
    return { type: typeHint === undefined ? oid.inferred : hintedType(typeHint), value: null };
  }
  if (value.stringValue !== undefined) {
    if (!isPostgresText(value.stringValue)) {
      throw badRequest(`Parameter ${name} contains a zero byte or half a surrogate pair.`);
    }
    if (typeHint === undefined) return { type: oid.text, value: value.stringValue };
    checkHintFormat(name, typeHint, value.stringValue);
    return { type: hintedType(typeHint), value: value.stringValue };
  }
  if (typeHint !== undefined) throw badRequest(`Parameter ${name} has a type hint, so its value must be a string.`);
  if (value.booleanValue !== undefined) return { type: oid.bool, value: String(value.booleanValue) };
  if (value.doubleValue !== undefined) return { type: oid.float8, value: String(value.doubleValue) };
  if (value.longValue !== undefined) {
    if (!Number.isInteger(value.longValue)) throw badRequest(`Parameter ${name} is not an integer.`);
    return { type: oid.int8, value: BigInt(value.longValue).toString() };
  }
  return { type: oid.bytea, value: `\\x${Buffer.from(value.blobValue ?? '', 'base64').toString('hex')}` };
}

/** Whether PostgreSQL can hold the text in UTF-8. */
const isPostgresText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();
