// Secrets of a person’s own folders: what their variables give, and which of them have no value on this machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { dataPaths } from '../../../local/data-folder.ts';
import { SecretStore } from '../../../local/secrets/secret-store.ts';
import { ownSecretChecks } from '../../../scripts/doctor/own-secrets.ts';
import { readOwnSecrets } from '../../../scripts/laptop/own-secrets.ts';
import { startSettings } from '../../../scripts/laptop/started-with.ts';
import { secretsAmong } from '../../../scripts/secrets/own-secrets.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';

describe('what the environment gives', () => {
  test('is a key in JSON, or a JSON object as it stands; nothing else of the environment is taken', () => {
    expect(
      readOwnSecrets({
        ALEX_SECRET_NEWS_KEY: ' planted "key" ',
        ALEX_SECRET_TAX: '{"user":"a"}',
        ALEX_SECRET_EMPTY: ' ',
        ALEX_MASSIVE_KEY: 'k',
      }),
    ).toEqual({ 'news-key': '{"key":"planted \\"key\\""}', tax: '{"user":"a"}' });
  });

  test('takes the place of no secret that Alex draws or asks for itself', () => {
    const own = { ALEX_SECRET_DATABASE_AGENTS: 'x', ALEX_SECRET_RESEARCHER_KEY: 'x', ALEX_SECRET_: 'x' };
    expect(readOwnSecrets(own)).toEqual({});
  });

  test.each([
    ['{"half', 'begins with { and is no JSON'],
    ['x'.repeat(65_536), 'has to be of 65536 bytes at most'],
  ])('is refused without being quoted where it cannot be one (%#)', (given, says) => {
    expect(() => readOwnSecrets({ ALEX_SECRET_NEWS_KEY: given })).toThrow(
      expect.objectContaining({ lines: [`ALEX_SECRET_NEWS_KEY ${says}.`] }),
    );
  });

  test('is told where a fleet that runs was started without it', () => {
    expect(startSettings({ ALEX_SECRET_NEWS_KEY: 'planted' })).toEqual({ ALEX_SECRET_NEWS_KEY: 'planted' });
  });
});

test('a secret is asked for by its own variable, and a role’s password by nobody', () => {
  const asked = secretsAmong(['news-key', 'database-agents', 'market-keys']).map(({ name, fields }) => [name, fields[0]?.variable]); // prettier-ignore
  expect(asked).toEqual([
    ['market-keys', 'ALEX_MASSIVE_KEY'],
    ['news-key', 'ALEX_SECRET_NEWS_KEY'],
  ]);
});

describe('the doctor on a laptop', () => {
  const data = mkdtempSync(join(tmpdir(), 'alex-own-secrets-'));
  afterAll(() => {
    rmSync(data, { recursive: true, force: true });
  });
  const fleet = (...needs: string[]) => ({
    functions: new Map([
      ['librarian', lambdaConfig.parse({ description: 'x', memory: 128, timeout: 1, zipBudget: 1, needs })],
    ]),
    services: new Map(),
  });
  const examine = async (running: boolean, ...needs: string[]) =>
    ownSecretChecks(fleet(...needs), data, () => running)[0]?.look();

  test('has nothing to look at where folders need none of their own', async () => {
    expect(await examine(true, 'secret:market-keys', 'secret:researcher-key', 'database:agents')).toBeUndefined();
  });

  test('says which have no value, who needs them, and the command; a fleet has to be up for it', async () => {
    const says = 'Your folders need secrets that have no value on this machine: news-key (librarian).';
    const command = 'npm run secrets -- news-key';
    expect(await examine(true, 'secret:news-key')).toEqual({ state: 'problem', says, remedies: [command] });
    expect(await examine(false, 'secret:news-key')).toMatchObject({
      remedies: ['To use them here: npm start, and then in another terminal:', command],
    });
  });

  test('has no problem where no fleet is up: a pipeline that deploys would never be well', async () => {
    expect(await examine(false, 'secret:news-key')).toMatchObject({ state: 'warning' });
  });

  test('sees what is written, and leaves what a running fleet is just writing alone', async () => {
    const folder = dataPaths(data).secrets;
    const store = new SecretStore({ folder, region: 'us-east-1' });
    store.create('news-key');
    expect(await examine(true, 'secret:news-key')).toMatchObject({ state: 'problem' });
    store.put('news-key', { value: { string: '{"key":"planted"}' } });
    const draft = join(folder, 'secret-other.json.new');
    writeFileSync(draft, 'half');
    expect(await examine(true, 'secret:news-key')).toMatchObject({ state: 'ok' });
    // Gone if the store had tidied up.
    rmSync(draft);
  });
});
