import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretStore } from '../../../local/secrets/secret-store.ts';
import { startSecretsServer } from '../../../local/secrets/server.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'alex-secrets-')), 'secrets');
const region = 'us-east-1';
let server: Awaited<ReturnType<typeof startSecretsServer>>;
let client: SecretsManagerClient;

beforeAll(async () => {
  server = await startSecretsServer(new SecretStore({ folder, region }));
  client = new SecretsManagerClient({
    endpoint: server.url,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close(0);
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const get = (SecretId: string, more: object = {}) => client.send(new GetSecretValueCommand({ SecretId, ...more }));

test('a secret has no value until one is put; the one before stays as AWSPREVIOUS, and older ones go', async () => {
  const { ARN = '' } = await client.send(new CreateSecretCommand({ Name: 'keys', Description: 'for prices' }));
  expect(ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:keys-.{6}$/);
  await expect(get('keys')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
  });
  for (const SecretString of ['one', 'two', 'three']) {
    await client.send(new PutSecretValueCommand({ SecretId: ARN, SecretString }));
  }
  for (const id of ['keys', ARN, ARN.slice(0, -7)]) {
    expect(await get(id)).toMatchObject({ ARN, Name: 'keys', SecretString: 'three', VersionStages: ['AWSCURRENT'] });
  }
  expect(await get('keys', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'two' });
  const described = await client.send(new DescribeSecretCommand({ SecretId: 'keys' }));
  expect(described).toMatchObject({ ARN, Name: 'keys', Description: 'for prices' });
  expect(
    Object.values(described.VersionIdsToStages ?? {})
      .flat()
      .sort(),
  ).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
  expect(JSON.stringify(described)).not.toMatch(/two|three/);
});

test('bytes come back as bytes', async () => {
  const SecretBinary = Uint8Array.of(0, 255, 7);
  await client.send(new CreateSecretCommand({ Name: 'bytes', SecretBinary }));
  const { SecretBinary: found, SecretString } = await get('bytes');
  expect([[...(found ?? [])], SecretString]).toEqual([[0, 255, 7], undefined]);
});

test('the same request again changes nothing; another value under its token is refused', async () => {
  const ClientRequestToken = 'a'.repeat(32);
  const put = (SecretString: string) =>
    client.send(new PutSecretValueCommand({ SecretId: 'again', SecretString, ClientRequestToken }));
  await client.send(new CreateSecretCommand({ Name: 'again', SecretString: 'first' }));
  await put('second');
  await put('second');
  expect(await get('again', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'first' });
  await expect(put('third')).rejects.toMatchObject({ name: 'ResourceExistsException' });
  await expect(client.send(new CreateSecretCommand({ Name: 'again' }))).rejects.toMatchObject({
    name: 'ResourceExistsException',
  });
});

test.each<[string, () => Promise<unknown>, string]>([
  ['a secret that is not there', () => get('nobody'), 'ResourceNotFoundException'],
  [
    'a value of more than 64 KB',
    () => client.send(new PutSecretValueCommand({ SecretId: 'bytes', SecretString: 'planted'.repeat(10_000) })),
    'InvalidParameterException',
  ],
  ['no value at all', () => client.send(new PutSecretValueCommand({ SecretId: 'bytes' })), 'InvalidParameterException'],
  ['a name with spaces', () => client.send(new CreateSecretCommand({ Name: 'a b' })), 'InvalidParameterException'],
])('%s is refused, and the value is not repeated', async (_, send, name) => {
  await expect(send()).rejects.toMatchObject({ name, message: expect.not.stringContaining('planted') });
});

test('the files are this user’s alone, and hold over another start; a damaged one is told without what it holds', async () => {
  await client.send(new CreateSecretCommand({ Name: 'Kept/Here', SecretString: 'value' }));
  const files = readdirSync(folder);
  if (process.platform !== 'win32') {
    expect(files.map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual(files.map(() => 0o600));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  }
  const again = new SecretStore({ folder, region });
  expect(again.find('Kept/Here').versions[0]?.string).toBe('value');
  const path = join(folder, files[0] ?? '');
  writeFileSync(path, '{"planted":');
  const opening = () => new SecretStore({ folder, region });
  expect(opening).toThrow(path);
  expect(opening).not.toThrow('planted');
});
