import { CommandError } from '../analysis/command-error.ts';
import { stageOfSecret } from '../secrets/stages.ts';
import { stageOf } from '../terraform/stage-of.ts';
import { stageRemedy } from '../terraform/stage-remedy.ts';
import type { Stage } from '../terraform/variables-file.ts';
import type { Target } from './target.ts';

/** Name of a function for Lambda, by its folder. @throws {CommandError} where it is not deployed */
export async function needFunction(target: Target, name: string): Promise<string> {
  return target.functions[name] ?? missing(target, `The function ${name}`, await stageOfFunction(name));
}

/** @throws {CommandError} where it is not deployed */
export function needQueue(target: Target, name: string): string {
  return target.queueUrls[name] ?? missing(target, `The queue ${name}`, '6-agents');
}

/** @throws {CommandError} where it is not deployed */
export function needDatabase(target: Target): NonNullable<Target['database']> {
  return target.database ?? missing(target, 'The database', '5-database');
}

/** @throws {CommandError} where it is not deployed */
export function needVectors(target: Target): NonNullable<Target['vectors']> {
  return target.vectors ?? missing(target, 'The vector index', '3-ingest');
}

/** ARN of a secret. @throws {CommandError} where it is not deployed */
export async function needSecret(target: Target, name: string): Promise<string> {
  return target.secrets[name] ?? missing(target, `The secret ${name}`, await stageOfSecret(name));
}

/** Base URL of people's routes. @throws {CommandError} where it is not deployed */
export function needApi(target: Target): string {
  return target.apiUrl ?? missing(target, 'The HTTP API', '6-agents');
}

/** Base URL of the researcher. @throws {CommandError} where it is not deployed */
export function needResearcher(target: Target): string {
  return target.researcherUrl ?? missing(target, 'The researcher', '4-researcher');
}

/** As its lambda.json says; a name that is no folder's would come with the agents. */
async function stageOfFunction(name: string): Promise<Stage> {
  // Only now: the folders are looked at where a function is missing, and their schemas are much to load.
  const { readFleet } = await import('../terraform/fleet.ts');
  const fleet = readFleet();
  const config = fleet.functions.get(name);
  return config === undefined ? '6-agents' : stageOf(config, fleet);
}

function missing({ name, label }: Target, what: string, stage: Stage): never {
  if (name === 'laptop') {
    throw new CommandError(`${what} is not part of the fleet that runs on this laptop.`, [
      'Stop it with Ctrl-C in its terminal and start it again: npm start',
    ]);
  }
  throw new CommandError(`${what} is not deployed on ${label}, as far as .env knows.`, [
    stageRemedy('It comes', stage),
    'If it is deployed already, write .env anew: npm run env',
  ]);
}
