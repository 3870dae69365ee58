import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { ModuleChanges } from './change-agents-core.ts';

const refuse = (what: string): string => `throw new Error('${what}: see scripts/packaging/plain-tool-schemas.ts.');`;
const noOther = refuse('This bundle takes shapes of zod for tools, and JSON schemas or those for answers');

/**
 * A shape of zod as JSON schema: of plain fields what a model is sent is what the SDK makes of them, to the byte, and of others, such as
 * choices and unions, what zod makes of them.
 */
const schemaOf = `
import { toJSONSchema } from 'zod/v4/core';
import { readZodDefinition, readZodDescription } from './zodCompat.mjs';
function schemaOf(shape) {
  const description = readZodDescription(shape);
  return { ...kindOf(readZodDefinition(shape), shape), ...(description && { description }) };
}
function kindOf({ type, shape, element, innerType }, whole) {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type };
    case 'array':
      return { type, items: schemaOf(element) };
    case 'nullable':
      return { anyOf: [schemaOf(innerType), { type: 'null' }] };
    case 'object': {
      const properties = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, schemaOf(field)]));
      return { type, properties, required: Object.keys(properties), additionalProperties: false };
    }
    case 'optional':
    case 'default':
      ${refuse('A field of a tool is always there, and may be null: use nullable()')}
    default: {
      const { $schema, ...schema } = toJSONSchema(whole, { target: 'draft-7', io: 'input' });
      return schema;
    }
  }
}
function wholeOf(shape) {
  if (!isZodObject(shape)) { ${noOther} }
  return { ...schemaOf(shape), $schema: 'http://json-schema.org/draft-07/schema#' };
}
`;

/** By a module of agents-core, what is done with such shapes alone. */
const modules: Readonly<Record<string, ModuleChanges>> = {
  'utils/tools': {
    functions: {
      'getSchemaAndParserFromInputType(shape)':
        'return { schema: wholeOf(shape), parser: (input) => shape.parse(JSON.parse(input)) };',
      'convertAgentOutputTypeToSerializable(type)': `return isZodObject(type) ? { type: 'json_schema', name: 'output', strict: false, schema: wholeOf(type) } : type;`,
    },
    then: (source) => schemaOf + source,
  },
  'utils/standardSchema': {
    functions: {
      'hasStandardSchemaMarker(schema)': `if (typeof schema === 'object' && '~standard' in schema) ${noOther} return false;`,
      'isStandardSchemaWithJSON()': 'return false;',
      'standardSchemaToJsonSchema()': noOther,
      'assertStandardSchemaObjectRoot()': noOther,
      'validateStandardSchema()': noOther,
    },
  },
  'utils/strictToolSchema': { functions: { 'prepareOpenAIStrictToolSchema()': noOther } },
};

/**
 * Leaves out how @openai/agents-core makes JSON schemas of every shape of every version of zod, and of others' schemas, and whether they
 * say all that the shapes do (23 KiB, 7 KiB zipped): what a tool of Alex takes is an object of zod, all of whose fields are required.
 */
export const plainToolSchemas: Plugin = {
  name: 'plain-tool-schemas',
  setup(build) {
    changeAgentsCore(build, 'plain-tool-schemas.ts', modules);
  },
};
