import { chmodSync, existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { variablesOf, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { ENV_FILE, readEnvFile } from '../target/env-file.ts';
import { readText } from '../terminal/read-text.ts';
import { mergeEnv } from './merge.ts';
import { plainSecrets } from './plain-secrets.ts';

/** Writes what is deployed into .env. @returns what there is to say about it */
export function writeEnv(outputs: DeploymentOutputs): string[] {
  const before = existsSync(ENV_FILE) ? readText(ENV_FILE) : '';
  const variables = variablesOf(outputs);
  const { text, own } = mergeEnv(before, variables);
  if (text !== before) replace(text);
  const now = readEnvFile() ?? {};
  const plain = plainSecrets(now, Object.keys(outputs.secrets));
  return [
    `${text === before ? 'Nothing has changed in' : 'Wrote'} ${ENV_FILE}: ${Object.keys(variables).length - own.length} variables of what is deployed.`,
    ...own.map((name) =>
      now[name] === variables[name]
        ? `${name} stands in a line of your own, which is kept.`
        : `${name} stands in a line of your own, which counts and says something else than what is deployed. Remove it if you do not mean that.`,
    ),
    ...plain.map(
      ({ variable, secret }) =>
        `${variable} stands there in plain text. The secret ${secret} is for it: npm run secrets -- --target aws, then remove the line.`,
    ),
  ];
}

/** In one go, and as readable as it was; a new one by this user alone. */
function replace(text: string): void {
  const mode = existsSync(ENV_FILE) ? statSync(ENV_FILE).mode : 0o600;
  const draft = `${ENV_FILE}.${process.pid}.tmp`;
  writeFileSync(draft, text, { mode });
  chmodSync(draft, mode);
  renameSync(draft, ENV_FILE);
}
