import { dataPaths } from '../../local/data-folder.ts';
import { folderFault } from '../../local/rds-data/data-folder.ts';
import { explainStartFailure } from '../../local/start-failure.ts';
import { CommandError } from '../analysis/command-error.ts';
import { readApiKey } from '../laptop/api-key-file.ts';
import { readMarketSettings } from '../laptop/market-settings.ts';
import { readModelSettings } from '../laptop/model-settings.ts';
import { readOwnSecrets } from '../laptop/own-secrets.ts';
import { readTraceSettings } from '../laptop/trace-settings.ts';
import { findFunctions } from '../packaging/find-functions.ts';
import { findServices } from '../packaging/find-services.ts';
import { PackagingError } from '../packaging/packaging-error.ts';
import { ok, problem, skipped, warning, type Check } from './finding.ts';

type Found = ReturnType<typeof ok>;

export interface StartPlace {
  /** Where lambdas/ and services/ are. */
  root: string;
  /** The laptop's data folder. */
  data: string;
  /** Whether its fleet is up: a setting that cannot be used then counts only for the next start. */
  running: () => boolean;
}

/** What npm start would refuse at once, by what it reads it with; what takes seconds, such as bundling, is left to it. */
export const startChecks = ({ root, data, running }: StartPlace): Check[] => [
  { name: 'environment', look: () => settings(running()) },
  { name: 'folders', look: () => folders(root) },
  { name: 'API key', look: apiKey },
  { name: 'local database', look: () => database(data) },
];

async function settings(isUp: boolean): Promise<Found> {
  // Only now: the researcher's are much to load.
  const { readResearchSettings } = await import('../laptop/research-settings.ts');
  const traces: string[] = [];
  const readers = [
    readModelSettings,
    readMarketSettings,
    readOwnSecrets,
    readResearchSettings,
    () => readTraceSettings(process.env, (sentence) => traces.push(sentence)),
  ];
  const refused = readers.flatMap((read) => refusalOf(read));
  const says = refused.map(({ message }) => message).join(' ');
  const remedies = refused.flatMap(({ lines }) => lines);
  if (refused.length > 0 && isUp) {
    return warning(`${says} The fleet that runs goes on with what it was started with.`, ...remedies);
  }
  if (refused.length > 0)
    return problem(says, ...(remedies.length > 0 ? remedies : ['Correct it in your environment, or unset it']));
  return traces.length > 0 ? warning(traces.join(' ')) : ok('Those of this environment can be used');
}

function refusalOf(read: () => unknown): CommandError[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof CommandError) return [error];
    throw error;
  }
}

function folders(root: string): Found {
  try {
    const functions = findFunctions(root);
    const services = findServices(root, new Set(functions.map(({ name }) => name)));
    return ok(`${functions.length} of lambdas/ and ${services.length} of services/ can be read`);
  } catch (error) {
    if (!(error instanceof PackagingError)) throw error;
    const [says = '', ...mistakes] = error.message.split('\n');
    return problem(
      [says, ...mistakes.map((line) => line.trim())].join(' '),
      'Correct what is named; lambdas/README.md and services/README.md say what a folder needs',
    );
  }
}

function apiKey(): Found {
  return ok(readApiKey() === undefined ? 'One is made by the first start' : 'It can be read');
}

function database(data: string): Found {
  if (process.env.ALEX_DATABASE_URL !== undefined) {
    return skipped('ALEX_DATABASE_URL names another server, which npm start asks');
  }
  const fault = folderFault(dataPaths(data).database);
  if (fault !== undefined) throw explainStartFailure(fault, data);
  return ok('Nothing is wrong with its folder, as far as can be told without starting it');
}
