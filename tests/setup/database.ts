import { drizzle } from 'drizzle-orm/aws-data-api/pg';
import type { ReadSecret } from '../../local/rds-data/secret-user.ts';
import { openDatabase, startRdsDataServer } from '../../local/rds-data/server.ts';
import { createRdsDataClient } from '../../shared/aws/rds-data.ts';
import { connect, type Database } from '../../shared/database/client.ts';
import { migrateDatabase } from '../../shared/database/migrate.ts';
import { databaseRoles, userOfRole, type DatabaseRole } from '../../shared/schemas/database-role.ts';

export interface TestDatabase {
  db: Database;
  /** The same database with the secret of a role. */
  as: (role: DatabaseRole) => Database;
  /** How many statements have been executed since the last look. */
  statements: () => number;
  close: () => Promise<void>;
}

/** A migrated database of its own, behind the RDS Data API on loopback. */
export async function openTestDatabase({ readSecret }: { readSecret?: ReadSecret } = {}): Promise<TestDatabase> {
  const opened = await openDatabase({});
  const arns = {
    clusterArn: 'arn:aws:rds:us-east-1:123456789012:cluster:test',
    secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:test',
    databaseName: 'alex',
  };
  const secretOf = (role: string): string => `${arns.secretArn}-${role}`;
  const ofRoles: ReadSecret = (arn) => {
    const role = databaseRoles.find((one) => arn === secretOf(one));
    return role && JSON.stringify({ username: userOfRole(role), password: 'secret' });
  };
  const server = await startRdsDataServer({ database: opened, ...arns, readSecret: readSecret ?? ofRoles });
  Object.assign(process.env, {
    DATABASE_CLUSTER_ARN: arns.clusterArn,
    DATABASE_SECRET_ARN: arns.secretArn,
    DATABASE_NAME: arns.databaseName,
    AWS_ENDPOINT_URL_RDS_DATA: server.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const client = createRdsDataClient();
  let count = 0;
  client.middlewareStack.add((next) => (args) => ((count += 1), next(args)), { step: 'initialize', name: 'count' });
  const db = connect(client);
  await migrateDatabase(db);
  return {
    db,
    as: (role) =>
      drizzle(client, { resourceArn: arns.clusterArn, secretArn: secretOf(role), database: arns.databaseName }),
    statements: () => {
      const counted = count;
      count = 0;
      return counted;
    },
    close: async () => {
      client.destroy();
      await server.close();
      await opened.close();
    },
  };
}
