// The password of a role of the database: made by code, known to its secret alone, mended when something came in between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { SecretStore } from '../../../local/secrets/secret-store.ts';
import { startSecretsServer } from '../../../local/secrets/server.ts';
import type { LoopbackServer } from '../../../local/loopback-server.ts';
import { ensureLogins, loginProblem, setPassword } from '../../../scripts/database/role-logins.ts';
import { roleProblems } from '../../../scripts/database/role-problems.ts';
import type { Target } from '../../../scripts/target/target.ts';
import { targetFrom } from '../../../scripts/target/target-from.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

const name = 'database-researcher';
const folder = mkdtempSync(join(tmpdir(), 'alex-roles-'));
const store = new SecretStore({ folder, region: 'us-east-1' });
store.create(name);
const current = (): string | undefined =>
  store.find(name).versions.find(({ stages }) => stages.includes('AWSCURRENT'))?.string;

let opened: TestDatabase;
let secrets: LoopbackServer;
let target: Target;
beforeAll(async () => {
  opened = await openTestDatabase({ readSecret: (arn) => (arn === store.arn(name) ? current() : undefined) });
  secrets = await startSecretsServer(store);
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = secrets.url;
  const { DATABASE_CLUSTER_ARN = '', DATABASE_SECRET_ARN = '', DATABASE_NAME = '' } = process.env;
  const variables = { DATABASE_CLUSTER_ARN, DATABASE_SECRET_ARN, DATABASE_NAME };
  target = targetFrom('aws', { ...variables, SECRET_ARN_DATABASE_RESEARCHER: store.arn(name) });
});
afterAll(async () => {
  await opened.close();
  await secrets.close(0);
  rmSync(folder, { recursive: true });
});

const verifier = async (): Promise<string> => {
  const { rows } = await opened.db.execute<{ rolpassword: string }>(
    sql`select rolpassword from pg_authid where rolname = 'alex_researcher'`,
  );
  return rows[0]?.rolpassword ?? '';
};
const ensure = (all = false): Promise<string[]> => ensureLogins(opened.db, target, { all });

test('an empty secret gets a password that the database knows and has never seen; once is enough', async () => {
  expect(await loginProblem(target, 'researcher')).toBe('its secret is empty');
  expect(await roleProblems(opened.db, target)).toEqual([
    'The role alex_researcher cannot log in: its secret is empty.',
  ]);
  expect(await ensure()).toEqual(['alex_researcher']);
  const value = current();
  const { username, password } = JSON.parse(value ?? '{}') as Record<string, string>;
  expect([username, password?.length]).toEqual(['alex_researcher', 43]);
  // PostgreSQL keeps it as it is: it knows it for what it keeps itself.
  expect(await verifier()).toMatch(/^SCRAM-SHA-256\$4096:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$/);
  expect(await ensure()).toEqual([]);
  expect(current()).toBe(value);
  expect(await roleProblems(opened.db, target)).toEqual([]);
});

test('new ones are drawn when asked for', async () => {
  const before = [current(), await verifier()];
  expect(await ensure(true)).toEqual(['alex_researcher']);
  const after = [current(), await verifier()];
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});

test('a run that was interrupted between the secret and the database is mended by the next', async () => {
  const killed = { execute: () => Promise.reject(new Error('killed')) };
  const whole = current();
  await expect(setPassword(killed, target, 'researcher')).rejects.toThrow('killed');
  expect(current()).not.toBe(whole);
  // This endpoint asks for no password: that it is wrong looks like any user that cannot log in.
  store.put(name, { value: { string: JSON.stringify({ username: 'nobody', password: 'x' }) } });
  expect(await roleProblems(opened.db, target)).toEqual([
    expect.stringContaining('cannot log in: FATAL: password authentication failed'),
  ]);
  expect(await ensure()).toEqual(['alex_researcher']);
  expect(await loginProblem(target, 'researcher')).toBeUndefined();
});

test('a role that nobody deployed has no password, and is no problem', async () => {
  const before = await verifier();
  const without = { ...target, secrets: {} };
  expect(await ensureLogins(opened.db, without, { all: true })).toEqual([]);
  expect(await roleProblems(opened.db, without)).toEqual([]);
  await expect(setPassword(opened.db, without, 'researcher')).rejects.toThrow(
    'The secret database-researcher is not deployed',
  );
  expect(await verifier()).toBe(before);
});
