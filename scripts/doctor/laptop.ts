import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { errorMessage } from '../../local/error-code.ts';
import { FleetError } from '../../local/errors.ts';
import { findRunningFleet, type RunningFleet } from '../../local/lock.ts';
import { loadMiniLm } from '../../local/sagemaker/minilm/minilm-embedder.ts';
import { portOwner } from '../../local/port-owner.ts';
import { CommandError } from '../analysis/command-error.ts';
import { plainSecrets } from '../environment/plain-secrets.ts';
import { basePort } from '../laptop/base-port.ts';
import { changedSince, namedShort } from '../laptop/changed-since-start.ts';
import { ownSecretsIn } from '../laptop/own-secrets.ts';
import { DATA, EMBEDDING_MODEL, HOME, ROOT } from '../laptop/paths.ts';
import { ENV_FILE, namesDeployment, readEnvFile } from '../target/env-file.ts';
import { targetFrom } from '../target/target-from.ts';
import { readFleet } from '../terraform/fleet.ts';
import { ok, problem, warning, type Check } from './finding.ts';
import { ownSecretChecks } from './own-secrets.ts';
import { startChecks } from './start.ts';

const isUp = (): boolean => runningFleet()?.staysUp === true;

/** The fleet of this machine: its data, its ports, and .env. */
export const laptopChecks: Check[] = [
  { name: 'data folder', look: dataFolder },
  { name: 'ports', look: ports },
  { name: '.env', look: envFile },
  ...startChecks({ root: ROOT, data: DATA, running: isUp }),
  ...ownSecretChecks(readFleet(), DATA, isUp),
  // Without the files texts are embedded by spelling, which needs no look.
  ...(existsSync(join(EMBEDDING_MODEL, 'model.onnx')) ? [{ name: 'embedding model', look: embeddingModel }] : []),
];

/** The fleet of this machine, if one is up. */
export function runningFleet(): RunningFleet | undefined {
  try {
    return findRunningFleet(DATA);
  } catch {
    // What is wrong with the folder is a finding of its own.
    return undefined;
  }
}

function dataFolder(): ReturnType<typeof ok> {
  const folder = [DATA, HOME, dirname(HOME)].find((path) => existsSync(path)) ?? HOME;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return problem(
      `${folder} cannot be written to.`,
      'Give yourself permission there, or set ALEX_HOME to another folder; one that Docker or sudo made belongs to root',
    );
  }
  try {
    const running = findRunningFleet(DATA);
    if (running === undefined)
      return ok(existsSync(DATA) ? `${DATA}, and no fleet runs on it` : `${DATA} will be made`);
    const changed = changedSince(running);
    if (running.staysUp && changed.length > 0)
      return warning(
        `A fleet answers (process ${running.pid}), and ${namedShort(changed)} changed after it was started: it runs what was there then.`,
        'Stop it with Ctrl-C in its terminal and start it again: npm start',
      );
    const where = running.urls === null ? 'is starting' : `answers at ${running.urls.api}`;
    return ok(`A fleet ${running.staysUp ? where : 'works for another command'} (process ${running.pid})`);
  } catch (error) {
    if (error instanceof FleetError) return problem(error.message, error.remedy);
    throw error;
  }
}

async function ports(): Promise<ReturnType<typeof ok>> {
  if (isUp()) return ok('The fleet that runs has them');
  let base: number;
  try {
    base = basePort();
  } catch (error) {
    if (error instanceof CommandError) return problem(error.message, ...error.lines);
    throw error;
  }
  const all = [0, 1, 2, 3].map((offset) => base + offset);
  const taken: number[] = [];
  for (const port of all) if (!(await isFree(port))) taken.push(port);
  if (taken.length === 0) return ok(`${base} to ${base + 3} are free`);
  const whose = taken.map((port) => {
    const owner = portOwner(port);
    return `${port}${owner === undefined ? '' : ` by ${owner}`}`;
  });
  return problem(
    `npm start listens on ${base} to ${base + 3}, and these are taken: ${whose.join(', ')}.`,
    'End that program, or set ALEX_PORT, e.g. to 4500',
  );
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

/** Loads it, as the first text to be embedded does. */
async function embeddingModel(): Promise<ReturnType<typeof ok>> {
  try {
    return ok(`${(await loadMiniLm(EMBEDDING_MODEL)).name} can be loaded`);
  } catch (error) {
    const why = errorMessage(error).replaceAll(/\s+/g, ' ');
    return problem(
      `Nothing can be put into the knowledge base, and it is searched by words only: ${why}`,
      `Put the files there as local/sagemaker/README.md says, or remove ${EMBEDDING_MODEL}: texts are then embedded by spelling`,
    );
  }
}

function envFile(): ReturnType<typeof ok> {
  const variables = readEnvFile();
  if (variables === undefined) return ok('There is no .env, which is right where nothing is deployed');
  const deployed = Object.keys(targetFrom('aws', variables).secrets);
  const plain = plainSecrets(variables, deployed);
  if (plain.length > 0) {
    return warning(
      `${ENV_FILE} holds ${plain.map(({ variable }) => variable).join(', ')} in plain text, and Secrets Manager is for that.`,
      'npm run secrets -- --target aws --replace, then remove the lines',
    );
  }
  if (
    process.platform !== 'win32' &&
    (statSync(ENV_FILE).mode & 0o044) !== 0 &&
    plainSecrets(variables, ['market-keys', 'researcher-key']).length + Object.keys(ownSecretsIn(variables)).length > 0
  ) {
    return warning(`Others on this machine can read ${ENV_FILE}, which holds keys.`, `chmod 600 ${ENV_FILE}`);
  }
  return ok(
    namesDeployment(variables)
      ? `${ENV_FILE} names a fleet in ${variables.AWS_REGION ?? 'no region'}`
      : `${ENV_FILE} names nothing that is deployed`,
  );
}
