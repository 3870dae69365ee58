import { accountId } from './account.ts';
import { openDatabase, type Database } from './rds-data/server.ts';
import { databaseUrlFailure } from './start-failure.ts';

/** What the fleet's database is called in the Data API. */
export interface DatabaseNames {
  readonly clusterArn: string;
  readonly secretArn: string;
  readonly name: string;
}

export function databaseNames(region: string): DatabaseNames {
  return {
    clusterArn: `arn:aws:rds:${region}:${accountId}:cluster:alex`,
    secretArn: `arn:aws:secretsmanager:${region}:${accountId}:secret:alex-database`,
    name: 'alex',
  };
}

/**
 * The PostgreSQL server of a URL, or the one of the data folder.
 *
 * @throws FleetError where the server does not answer; DataFolderError
 */
export async function openFleetDatabase(url: string | undefined, folder: string): Promise<Database> {
  if (url === undefined) return openDatabase({ folder });
  try {
    return await openDatabase({ url });
  } catch (error) {
    throw databaseUrlFailure(error);
  }
}
