import * as z from 'zod';

/** A JSON schema in the shape that the Agents SDK passes on to a model. */
export interface AnswerForm {
  type: 'json_schema';
  name: string;
  strict: boolean;
  schema: {
    type: 'object';
    properties: Record<string, Record<string, unknown>>;
    required: string[];
    additionalProperties: false;
  };
}

/** Keywords that providers' structured outputs refuse or ignore; zod checks them after the answer. */
const refused = new Set(['$schema', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'format', 'default', 'title']); // prettier-ignore

/**
 * The form of an agent's answer in the part of JSON Schema that every provider's structured outputs take.
 *
 * @param name 1 to 64 letters, digits, `_`
 */
export function answerForm(name: string, answer: z.ZodObject): AnswerForm {
  const schema = z.toJSONSchema(answer, { target: 'draft-7', io: 'input' });
  const properties = Object.entries(schema.properties ?? {});
  return {
    type: 'json_schema',
    name,
    strict: true,
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties.map(([key, value]) => [key, recordOf(portable(value))])),
      required: properties.map(([key]) => key),
      additionalProperties: false,
    },
  };
}

/**
 * A JSON schema without the keywords that some provider refuses. Keywords live where schemas live; `properties` holds names,
 * which are never keywords.
 */
export function portable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(portable);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
      if (refused.has(key)) return [];
      if (key !== 'properties') return [[key, portable(value)]];
      return [[key, Object.fromEntries(Object.entries(recordOf(value)).map(([name, one]) => [name, portable(one)]))]];
    }),
  );
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
