import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ROOT } from '../laptop/paths.ts';
import { readText } from '../terminal/read-text.ts';
import type { Variables } from './target.ts';

/** Where `npm run env` writes what is deployed; ALEX_ENV_FILE names another file, for a second deployment. */
export const ENV_FILE = resolve(ROOT, process.env.ALEX_ENV_FILE ?? '.env');

/** The variables of .env; undefined where there is no such file. */
export function readEnvFile(file: string = ENV_FILE): Variables | undefined {
  if (!existsSync(file)) return undefined;
  const read = parseEnv(readText(file));
  return Object.fromEntries(
    Object.entries(read).flatMap(([name, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );
}

/** Whether .env names anything that `npm run deploy` makes, and not only a person's own settings. */
export function namesDeployment(variables: Variables | undefined): variables is Variables {
  return (
    variables !== undefined &&
    Object.keys(variables).some((name) =>
      /^(?:FUNCTION_NAME_|DATABASE_CLUSTER_ARN|EMBEDDINGS_ENDPOINT_NAME|VECTOR_BUCKET_NAME|LOG_GROUP_|ALEX_STAGES)/.test(
        name,
      ),
    )
  );
}
