import type { RDSDataClient } from '@aws-sdk/client-rds-data';
import { drizzle, type AwsDataApiPgDatabase } from 'drizzle-orm/aws-data-api/pg';
import { requireEnvironment } from '../aws/environment.ts';
import { createRdsDataClient } from '../aws/rds-data.ts';

export type Database = AwsDataApiPgDatabase;
/** A database or a transaction of it: what every query takes. */
export type Queryable = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute' | 'with' | '$with'>;

let shared: Database | undefined;

/** The database of this deployment, from DATABASE_CLUSTER_ARN, DATABASE_SECRET_ARN and DATABASE_NAME. */
export function database(): Database {
  shared ??= connect(createRdsDataClient());
  return shared;
}

export function connect(client: RDSDataClient): Database {
  return drizzle(client, {
    resourceArn: requireEnvironment('DATABASE_CLUSTER_ARN'),
    secretArn: requireEnvironment('DATABASE_SECRET_ARN'),
    database: requireEnvironment('DATABASE_NAME'),
  });
}
