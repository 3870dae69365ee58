import { startFleet, type Fleet } from '../../local/fleet.ts';
import { packageAll } from '../packaging/package-all.ts';
import { useTarget } from '../target/use-target.ts';
import './drizzle-modules.ts';
import { readApiKey } from './api-key-file.ts';
import { readMarketKeys } from './market-keys.ts';
import { readMarketSettings } from './market-settings.ts';
import { modelNamesIn, readModelSettings } from './model-settings.ts';
import { readOwnSecrets } from './own-secrets.ts';
import { DATA, DIST, EMBEDDING_MODEL, ROOT } from './paths.ts';
import { problemTeller } from './problem-teller.ts';
import { readResearchSettings } from './research-settings.ts';
import { marksOf, startSettings } from './started-with.ts';
import { readTraceSettings, traceHost } from './trace-settings.ts';

export interface Laptop {
  fleet: Fleet;
  apiUrl: string;
  apiKey: string;
  /** Nobody had used this laptop's Alex before. */
  isNew: boolean;
  /** The models that write, as they sign. */
  models: string[];
}

export interface BringUpOptions {
  /** 0: any free one. */
  ports: { api: number; aws: number; queues: number; services: number };
  /** False for a fleet that one command brings up for itself. */
  staysUp: boolean;
  /** Told what is being done, before it is done. */
  say: (doing: string) => void;
}

/** Packages the functions, starts AWS on this machine, and brings the database up to date before any function runs. */
export async function bringUp({ ports, staysUp, say }: BringUpOptions): Promise<Laptop> {
  // First of all: what is wrong with it is said before anything is done, and `prepare` sets other credentials for this process.
  const modelSettings = readModelSettings();
  const traceSettings = readTraceSettings();
  const marketSettings = readMarketSettings();
  const secrets = { ...readMarketKeys(), ...readOwnSecrets() };
  const collector = traceHost(traceSettings);
  if (collector !== undefined) say(`Sending traces to ${collector}`);
  const research: Partial<ReturnType<typeof readResearchSettings>> = staysUp ? readResearchSettings() : {};
  // A run that is done is not made again, whatever its sources were.
  if (staysUp && (process.env.ALEX_RESEARCH_SOURCES ?? '').trim() !== '')
    say('Reading your own sources of research from the next scheduled run on (at once: npm run research)');
  const startedWith = marksOf(startSettings());
  // Lambda runs in UTC, and worker threads share this process's time zone.
  process.env.TZ = 'UTC';
  // Loaded beside what is waited for, and only after drizzle-modules.ts has run.
  const preparing = import('./prepare-database.ts');
  let person = { apiKey: '', isNew: false };
  say('Packaging the functions');
  const { services } = await packageAll({ root: ROOT, dist: DIST });
  // Those of a person's own as their service.json has them; settings of this shell are the researcher's alone.
  const own = staysUp ? Object.fromEntries(services.map(({ name }) => [name, {}])) : {};
  say('Opening the database and starting the services');
  const url = process.env.ALEX_DATABASE_URL;
  const fleet = await startFleet({
    dist: DIST,
    // The usage plan of /ingest and /search: the person's own key opens them too, the one that reset-db leaves at once.
    apiKeys: () => [readApiKey()].filter((key) => key !== undefined),
    dataFolder: DATA,
    ports,
    staysUp,
    modelSettings,
    traceSettings,
    marketSettings,
    secrets,
    embeddingModelFolder: EMBEDDING_MODEL,
    startedWith,
    ...research,
    services: { ...own, ...research.services },
    onProblem: problemTeller(DATA),
    ...(url !== undefined && { databaseUrl: url }),
    prepare: async (environment) => {
      useTarget({ name: 'laptop', environment });
      say('Bringing the database up to date');
      person = await (await preparing).prepareDatabase();
    },
  });
  return { fleet, apiUrl: fleet.apiUrl, ...person, models: modelNamesIn(modelSettings) };
}
