import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** A schema: `export var Invoke$ = [`, its lines, `];`. Those of errors are registered, which keeps them. */
const SCHEMA = /^export var ([\w$]+) = (\[.*\]|\[[^]*?^\]);$/gmu;

/**
 * Clients with many errors, each a class of its own that nobody here tells from another but by its name: some 110 of Lambda, SQS, the Data API and Secrets Manager. Without
 * their registration the client throws the service's common error, with the same name and message. 6 KiB zipped.
 */
const BY_NAME = /[\\/]client-(?:lambda|rds-data|secrets-manager|sqs)[\\/]/u;
const REGISTERED = /^n0_registry\.registerError\(.*\);$/gmu;

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
        return { contents: BY_NAME.test(path) ? whole.replaceAll(REGISTERED, '') : whole, loader: 'js' };
      },
    );
  },
};
