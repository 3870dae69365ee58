import {
  ExecuteStatementCommand,
  RDSDataClient,
  type ExecuteStatementCommandInput,
  type ExecuteStatementCommandOutput,
  type SqlParameter,
} from '@aws-sdk/client-rds-data';
import { drizzle, type AwsDataApiPgDatabase } from 'drizzle-orm/aws-data-api/pg';
import { startRdsDataServer, type Database, type RdsDataOptions } from '../../../local/rds-data/server.ts';

/** What a test changes about the service. */
export type TestServiceOptions = Partial<Pick<RdsDataOptions, 'limits' | 'resuming' | 'readSecret' | 'refuseSecret'>>;

export const names = {
  resourceArn: 'arn:aws:rds:us-east-1:000000000000:cluster:alex',
  secretArn: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:alex',
};
export const place = { ...names, database: 'alex' };

/** The service on a socket, the real AWS SDK client pointed at it, and Drizzle over that client. */
export interface TestService {
  readonly url: string;
  readonly client: RDSDataClient;
  readonly db: AwsDataApiPgDatabase;
  execute(
    sql: string,
    parameters?: SqlParameter[],
    more?: Partial<ExecuteStatementCommandInput>,
  ): Promise<ExecuteStatementCommandOutput>;
  close(): Promise<void>;
}

/** A client that never retries, so that a test sees the first answer. */
export const newClient = (url: string): RDSDataClient =>
  new RDSDataClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });

export async function startService(database: Database, options: TestServiceOptions = {}): Promise<TestService> {
  const { url, close } = await startRdsDataServer({
    database,
    clusterArn: names.resourceArn,
    secretArn: names.secretArn,
    databaseName: place.database,
    ...options,
  });
  const client = newClient(url);
  return {
    url,
    client,
    db: drizzle(client, place),
    execute: (sql, parameters, more) =>
      client.send(
        new ExecuteStatementCommand({ ...place, sql, ...(parameters === undefined ? {} : { parameters }), ...more }),
      ),
    async close() {
      client.destroy();
      await close();
    },
  };
}
