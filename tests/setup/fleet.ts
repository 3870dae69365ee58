// The real functions on one machine: what `npm start` brings up, with a data folder, ports and a person of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { startFleet, type Fleet, type FleetOptions } from '../../local/fleet.ts';
import { apiClient, type ApiClient } from '../../scripts/analysis/api-client.ts';
import { DIST, ROOT } from '../../scripts/laptop/paths.ts';
import { packageAll } from '../../scripts/packaging/package-all.ts';
import { createRdsDataClient } from '../../shared/aws/rds-data.ts';
import { createApiKey } from '../../shared/database/api-keys.ts';
import { connect, type Database } from '../../shared/database/client.ts';
import { seedInstruments } from '../../shared/database/instruments.ts';
import { migrateDatabase } from '../../shared/database/migrate.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { createUser } from '../../shared/database/users.ts';

export interface TestPerson {
  id: string;
  apiKey: string;
  api: ApiClient;
}

export interface TestFleet {
  fleet: Fleet;
  /** The same person's client, key and id. */
  api: ApiClient;
  apiKey: string;
  userId: string;
  db: Database;
  sqs: SQSClient;
  /** What the fleet had to say so far: failed deliveries, failed schedules. */
  problems: string[];
  /** Another person. */
  newPerson: () => Promise<TestPerson>;
  stop: () => Promise<void>;
}

export interface TestFleetOptions {
  overrides?: NonNullable<FleetOptions['overrides']>;
  traceSettings?: NonNullable<FleetOptions['traceSettings']>;
  /** Containers to run; default none. */
  services?: NonNullable<FleetOptions['services']>;
  marketSettings?: NonNullable<FleetOptions['marketSettings']>;
  secrets?: NonNullable<FleetOptions['secrets']>;
  /** Of the usage plan of the knowledge base's routes. */
  apiKeys?: NonNullable<FleetOptions['apiKeys']>;
  /** Default: one of its own, removed at the end. */
  dataFolder?: string;
  /** Runs when the database is up to date and before any function runs. */
  prepare?: (db: Database) => Promise<void>;
}

/** Brings a whole fleet up from the zips, packaging first what has changed. */
export async function startTestFleet(options: TestFleetOptions = {}): Promise<TestFleet> {
  await packageAll({ root: ROOT, dist: DIST });
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'alex-test-fleet-'));
  const problems: string[] = [];
  const fleet = await startFleet({
    dist: DIST,
    dataFolder,
    graceMilliseconds: 1_000,
    onProblem: ({ message }) => problems.push(message),
    ...(options.overrides !== undefined && { overrides: options.overrides }),
    ...(options.traceSettings !== undefined && { traceSettings: options.traceSettings }),
    ...(options.services !== undefined && { services: options.services }),
    ...(options.marketSettings !== undefined && { marketSettings: options.marketSettings }),
    ...(options.secrets !== undefined && { secrets: options.secrets }),
    ...(options.apiKeys !== undefined && { apiKeys: options.apiKeys }),
    prepare: async (environment) => {
      Object.assign(process.env, environment);
      const db = connect(createRdsDataClient());
      await migrateDatabase(db);
      await seedInstruments(db, referenceInstruments);
      await options.prepare?.(db);
    },
  });
  const rdsData = createRdsDataClient();
  const sqs = new SQSClient({});
  const db = connect(rdsData);
  const newPerson = async (): Promise<TestPerson> => {
    const { id } = await createUser(db, 'A person');
    const apiKey = await createApiKey(db, id, 'test');
    return { id, apiKey, api: apiClient(fleet.apiUrl, apiKey) };
  };
  const { id: userId, apiKey, api } = await newPerson();
  return {
    fleet,
    api,
    apiKey,
    userId,
    db,
    sqs,
    problems,
    newPerson,
    stop: async () => {
      rdsData.destroy();
      sqs.destroy();
      await fleet.stop();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
