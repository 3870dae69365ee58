import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExecuteStatementCommand } from '@aws-sdk/client-rds-data';
import { sql, type SQL } from 'drizzle-orm';
import { createRdsDataClient } from '../../shared/aws/rds-data.ts';
import { databaseRoles, secretOfRole, userOfRole, type DatabaseRole } from '../../shared/schemas/database-role.ts';
import { CommandError } from '../analysis/command-error.ts';
import { secretKeeper } from '../secrets/store.ts';
import { needDatabase, needSecret } from '../target/needed.ts';
import type { Target } from '../target/target.ts';
import { scramVerifier } from './scram-verifier.ts';

/** A database to run statements in. */
interface Executing {
  execute: (statement: SQL) => PromiseLike<unknown>;
}

/** Milliseconds that the Data API may go on with an old password. */
const PATIENCE = 30_000;

/** The roles whose secret is deployed: the others have nobody who would be one. */
export const deployedRoles = (target: Target): DatabaseRole[] =>
  databaseRoles.filter((role) => target.secrets[secretOfRole(role)] !== undefined);

/**
 * Why a role cannot log in with what is in its secret; undefined: it can. It is tried, so that whatever an interrupted run left is seen.
 *
 * @throws {CommandError} where its secret is not deployed; what has nothing to do with the secret: no credentials, no connection
 */
export async function loginProblem(target: Target, role: DatabaseRole): Promise<string | undefined> {
  const { clusterArn, name } = needDatabase(target);
  const arn = await secretArn(target, role);
  if (!(await secretKeeper(target.region).hasValue(arn))) return 'its secret is empty';
  const client = createRdsDataClient();
  const statement = { resourceArn: clusterArn, secretArn: arn, database: name, sql: 'select 1' };
  try {
    await client.send(new ExecuteStatementCommand(statement));
    return undefined;
  } catch (error) {
    if (error instanceof Error && REFUSALS.includes(error.name)) return error.message;
    throw error;
  } finally {
    client.destroy();
  }
}

/** The Data API's words for a secret or a password that is no good. */
const REFUSALS: readonly string[] = [
  'BadRequestException',
  'DatabaseErrorException',
  'InvalidSecretException',
  'SecretsErrorException',
];

/**
 * Gives a role a new password, drawn by chance: into its secret, and what proves it into the database. Interrupted in between, the role
 * cannot log in until this is done again.
 *
 * @throws {CommandError} where its secret is not deployed, or the role cannot log in with it
 */
export async function setPassword(db: Executing, target: Target, role: DatabaseRole): Promise<void> {
  const username = userOfRole(role);
  const password = randomBytes(32).toString('base64url');
  await secretKeeper(target.region).write(await secretArn(target, role), JSON.stringify({ username, password }));
  // The Data API takes a colon and a word for a parameter.
  const verifier = scramVerifier(password, randomBytes(16)).replaceAll(':', String.raw`\x3a`);
  await db.execute(sql`alter role ${sql.identifier(username)} password ${sql.raw(`E'${verifier}'`)}`);
  const giveUpAt = Date.now() + PATIENCE;
  for (;;) {
    const problem = await loginProblem(target, role);
    if (problem === undefined) return;
    if (Date.now() > giveUpAt) {
      throw new CommandError(`${username} has a new password, and cannot log in with it: ${problem}`, [
        `Try again: npm run migrate -- --target ${target.name}`,
      ]);
    }
    await sleep(2_000);
  }
}

/** Sets the passwords of the roles that cannot log in, or of all that are deployed. @returns the users that have a new one */
export async function ensureLogins(db: Executing, target: Target, { all }: { all: boolean }): Promise<string[]> {
  const changed: string[] = [];
  for (const role of deployedRoles(target)) {
    if (!all && (await loginProblem(target, role)) === undefined) continue;
    await setPassword(db, target, role);
    changed.push(userOfRole(role));
  }
  return changed;
}

const secretArn = (target: Target, role: DatabaseRole): Promise<string> => needSecret(target, secretOfRole(role));
