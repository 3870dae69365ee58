import type { IncomingMessage } from 'node:http';

import { accountId } from './account.ts';
import { ownersSecret } from './fleet-knowledge.ts';
import { credentialScope, type Authorize } from './permissions.ts';
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
    secretArn: `arn:aws:secretsmanager:${region}:${accountId}:secret:${ownersSecret}`,
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

/** The Data API reads a secret in the caller's name: whoever may not read one does not come in with it. */
export function secretRefusal(
  authorize: Authorize,
  nameOf: (arn: string) => string,
): (request: Pick<IncomingMessage, 'headers'>, secretArn: string) => string | undefined {
  return (request, secretArn) =>
    authorize(credentialScope(request)?.accessKeyId, {
      action: 'secretsmanager:GetSecretValue',
      resource: nameOf(secretArn),
    });
}
