import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** A schema: `export var Invoke$ = [`, its lines, `];`. Those of errors are registered, which keeps them. */
const SCHEMA = /^export var ([\w$]+) = (\[.*\]|\[[^]*?^\]);$/gmu;

/**
 * Clients with many errors, each a class of its own that nobody here tells from another but by its name: some 120 of Bedrock, Lambda, SQS, the Data API and Secrets Manager. Without
 * their registration the client throws the service's common error, with the same name and message. 7 KiB zipped.
 */
const BY_NAME = /[\\/]client-(?:bedrock-runtime|lambda|rds-data|secrets-manager|sqs)[\\/]/u;
const REGISTERED = /^n0_registry\.registerError\(.*\);$/gmu;

/** What Converse can hold beside texts and calls of tools: pictures, papers, what a guardrail found. Alex sends none of it and reads none. 3 KiB zipped. */
const CONVERSE = /[\\/]client-bedrock-runtime[\\/]/u;
const BESIDE_TEXT =
  /\(\) => (?:AudioBlock|CitationsContentBlock|ConverseTrace|DocumentBlock|GuardrailConverseContentBlock|ImageBlock|OutputConfig|PromptVariableMap|SearchResultBlock|ToolAdditionBlock|ToolRemovalBlock|VideoBlock)\$/gu;
/** A document of JSON, in Smithy's numbers: what is in it goes through as it is. */
const DOCUMENT = '15';

/**
 * Lets the bundler leave out the schemas of an AWS client's operations that a function never calls. They stand as arrays with computed
 * keys, which a bundler has to keep for what a key's conversion to text could do; made by a function that is declared pure they go
 * where nothing refers to them. The planner has 56 KiB less by it, 15 KiB zipped.
 */
export const awsSchemas: Plugin = {
  name: 'aws-schemas',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ },
      ({ path }) => {
        const whole = readFileSync(path, 'utf8').replaceAll(SCHEMA, 'export var $1 = /* @__PURE__ */ (() => $2)();');
        const unregistered = BY_NAME.test(path) ? whole.replaceAll(REGISTERED, '') : whole;
        return {
          contents: CONVERSE.test(path) ? unregistered.replaceAll(BESIDE_TEXT, DOCUMENT) : unregistered,
          loader: 'js',
        };
      },
    );
  },
};
