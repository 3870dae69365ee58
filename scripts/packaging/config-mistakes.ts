// What is wrong in a lambda.json or a service.json, field by field, in words for the person who wrote it.
import * as z from 'zod';
import { issueMessage, valueAt } from '../../shared/schemas/issue-message.ts';
import { meantBy } from './unknown-name.ts';

/** A mistake in a field, e.g. `triggers[0].routes[2]`. */
export interface ConfigMistake {
  field: string;
  message: string;
}

/** As much of a JSON Schema as is walked here. */
interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
  oneOf?: Shape[];
  anyOf?: Shape[];
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${String(key)}`),
    '',
  );

/** The names that a schema knows where a path ends: of all its kinds there, where there are several. */
function keysAt(schema: Shape, path: readonly PropertyKey[]): string[] {
  const kinds = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (kinds.length > 0) return kinds.flatMap((kind) => keysAt(kind, path));
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(schema.properties ?? {});
  const inner = typeof step === 'number' ? schema.items : schema.properties?.[String(step)];
  return inner === undefined ? [] : keysAt(inner, rest);
}

function mistakesOf(schema: z.ZodType, json: unknown, issue: z.core.$ZodIssue): ConfigMistake[] {
  const { path } = issue;
  const value = valueAt(json, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(z.toJSONSchema(schema, { io: 'input' }) as Shape, path);
    return issue.keys.map((key) => ({
      field: fieldName([...path, key]),
      message: `there is no setting of this name${meantBy(key, known)}`,
    }));
  }
  const field = fieldName(path);
  if (issue.code !== 'invalid_union' || !('options' in issue) || !Array.isArray(issue.options))
    return [{ field, message: issueMessage(issue, value) }];
  const kinds = issue.options.map(String);
  const oneOf = `must be one of ${kinds.join(', ')}`;
  const message =
    value === undefined ? `is missing: ${oneOf}` : `${oneOf}${typeof value === 'string' ? meantBy(value, kinds) : ''}`;
  return [{ field, message }];
}

/**
 * Every mistake of a file against its schema.
 *
 * @param json the file's content
 */
export const configMistakes = (schema: z.ZodType, json: unknown, error: z.ZodError | undefined): ConfigMistake[] =>
  (error?.issues ?? []).flatMap((issue) => mistakesOf(schema, json, issue));
