import { isObject } from '../wire/json-service.ts';
import { isPrimitive, type MetadataValue, type Primitive } from './metadata.ts';
import { refused } from './validation.ts';

/** A condition on one key, or several joined. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'condition'; readonly key: string; readonly holds: (value: MetadataValue | undefined) => boolean };

/** Filters nested deeper than this are refused: they come from outside, and are read recursively. */
const DEPTH = 32;

/**
 * Reads a filter of the documented language: `$eq` (understood where no operator is given), `$ne`, `$gt`, `$gte`, `$lt`, `$lte`,
 * `$in`, `$nin`, `$exists` on a key; `$and`, `$or` of filters. A list in the metadata matches where one of its values does.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-metadata-filtering.html
 *
 * @throws {ServiceException} ValidationException with the path of what is wrong, a non-filterable key included
 */
export function parseFilter(given: unknown, nonFilterable: ReadonlySet<string>, path = '/filter', depth = 0): Filter {
  if (!isObject(given)) throw refused(path, 'Invalid filter: it must be an object');
  if (depth > DEPTH) throw refused(path, `Invalid filter: it is nested more than ${DEPTH} deep`);
  const [entry, ...more] = Object.entries(given);
  if (entry === undefined) throw refused(path, 'Invalid filter: it must not be empty');
  if (more.length > 0) throw refused(path, 'Invalid filter: join conditions on several keys with $and');
  const [name, value] = entry;
  const at = `${path}/${name}`;
  if (name === '$and' || name === '$or') {
    if (!Array.isArray(value) || value.length === 0) {
      throw refused(at, `Invalid filter: ${name} takes a list of filters that is not empty`);
    }
    const parts = value.map((part, i) => parseFilter(part, nonFilterable, `${at}/${i}`, depth + 1));
    return { kind: name === '$and' ? 'and' : 'or', parts };
  }
  if (name.startsWith('$')) throw refused(at, `Invalid filter: ${name} is no operator here`);
  if (nonFilterable.has(name)) throw refused(at, 'Invalid use of non-filterable metadata in filter');
  return condition(name, value, at);
}

function condition(key: string, given: unknown, path: string): Filter {
  if (isPrimitive(given)) return { kind: 'condition', key, holds: equals(given) };
  if (!isObject(given)) throw refused(path, 'Invalid filter: a condition is a value or an object of operators');
  const operators = Object.entries(given);
  if (operators.length === 0) throw refused(path, 'Invalid filter: a condition must not be empty');
  const parts = operators.map(([operator, operand]): Filter => {
    const make = makers.get(operator);
    const at = `${path}/${operator}`;
    if (make === undefined) throw refused(at, `Invalid filter: ${operator} is no operator`);
    return { kind: 'condition', key, holds: make(operand, at) };
  });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'and', parts };
}

type Holds = (value: MetadataValue | undefined) => boolean;

const makers = new Map<string, (operand: unknown, path: string) => Holds>([
  ['$eq', (operand, path) => equals(primitive(operand, path))],
  ['$ne', (operand, path) => not(equals(primitive(operand, path)))],
  ['$gt', (operand, path) => compares(operand, path, (value, limit) => value > limit)],
  ['$gte', (operand, path) => compares(operand, path, (value, limit) => value >= limit)],
  ['$lt', (operand, path) => compares(operand, path, (value, limit) => value < limit)],
  ['$lte', (operand, path) => compares(operand, path, (value, limit) => value <= limit)],
  ['$in', (operand, path) => isAmong(operand, path)],
  ['$nin', (operand, path) => not(isAmong(operand, path))],
  ['$exists', exists],
]);

function equals(wanted: Primitive): Holds {
  return (value) => (isPrimitive(value) ? value === wanted : value?.includes(wanted) === true);
}

function isAmong(operand: unknown, path: string): Holds {
  if (!Array.isArray(operand) || operand.length === 0 || !operand.every(isPrimitive)) {
    throw refused(path, 'Invalid filter: a list of strings, numbers or booleans that is not empty is wanted');
  }
  const wanted = new Set<Primitive>(operand);
  return (value) => (isPrimitive(value) ? wanted.has(value) : value?.some((one) => wanted.has(one)) === true);
}

function compares(operand: unknown, path: string, test: (value: number, limit: number) => boolean): Holds {
  if (typeof operand !== 'number') throw refused(path, 'Invalid filter: a number is wanted');
  const holds = (value: Primitive): boolean => typeof value === 'number' && test(value, operand);
  return (value) => (isPrimitive(value) ? holds(value) : value?.some(holds) === true);
}

function exists(operand: unknown, path: string): Holds {
  if (typeof operand !== 'boolean') throw refused(path, 'Invalid filter: true or false is wanted');
  return (value) => (value !== undefined) === operand;
}

function not(holds: Holds): Holds {
  return (value) => !holds(value);
}

function primitive(operand: unknown, path: string): Primitive {
  if (isPrimitive(operand)) return operand;
  throw refused(path, 'Invalid filter: a string, a number or a boolean is wanted');
}
