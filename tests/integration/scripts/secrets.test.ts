// npm run secrets: values go to Secrets Manager, from variables, and are shown nowhere.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { acquireLock } from '../../../local/lock.ts';
import { marksOf } from '../../../scripts/laptop/started-with.ts';
import { refusal, type AwsScript } from '../../setup/deployment/aws-server.ts';
import { credentials } from '../../setup/deployment/workplace.ts';
import { aws, inWorkplaces, place } from '../../setup/deployment/workplaces.ts';

const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/${name}-AbCdEf`;
inWorkplaces(() => {
  writeFileSync(
    place.envFile,
    `AWS_REGION=us-east-1\nFUNCTION_NAME_API=alex-api\nSECRET_ARN_MARKET_KEYS=${arn('market-keys')}\nSECRET_ARN_RESEARCHER_KEY=${arn('researcher-key')}\n`,
  );
});

const empty: AwsScript = { DescribeSecret: { body: {} }, PutSecretValue: { body: { VersionId: 'v' } } };
const full: AwsScript = { ...empty, DescribeSecret: { body: { VersionIdsToStages: { v: ['AWSCURRENT'] } } } };
const put = z.object({ SecretId: z.string(), SecretString: z.string() });
const puts = () =>
  aws.calls.filter(({ operation }) => operation === 'PutSecretValue').map(({ body }) => put.parse(JSON.parse(body)));

async function secrets(script: AwsScript, args: readonly string[], environment: Record<string, string> = {}) {
  aws.answer(script);
  return place.run('secrets', ['--target', 'aws', ...args], { ...credentials, ...environment });
}

describe('a value', () => {
  test('from the environment is written where there is none, and shown nowhere', async () => {
    const { code, all } = await secrets(empty, [], {
      ALEX_MASSIVE_KEY: 'planted-massive-key',
      ALEX_RESEARCHER_KEY: 'planted-researcher-key',
    });
    expect(code).toBe(0);
    expect(puts()).toEqual([
      { SecretId: arn('market-keys'), SecretString: '{"massive":"planted-massive-key"}' },
      { SecretId: arn('researcher-key'), SecretString: '{"key":"planted-researcher-key"}' },
    ]);
    expect(all).not.toContain('planted');
  });

  test("that nobody gives is drawn for the researcher's key; price sources' are asked for by their variables", async () => {
    const { code, stdout } = await secrets(empty, []);
    expect(code).toBe(1);
    const [drawn, ...others] = puts();
    expect(others).toEqual([]);
    expect(drawn?.SecretId).toBe(arn('researcher-key'));
    expect(JSON.parse(drawn?.SecretString ?? '')).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/) });
    expect(stdout).toContain(
      'has no value. Run npm run secrets -- market-keys --target aws in a terminal, or set ALEX_M',
    );
  });

  test('that is there stays, unless it is to be replaced', async () => {
    const given = { ALEX_MASSIVE_KEY: 'planted-massive-key' };
    expect((await secrets(full, [], given)).code).toBe(0);
    expect(puts()).toEqual([]);
    await secrets(full, ['market-keys', '--replace'], given);
    expect(puts().map(({ SecretId }) => SecretId)).toEqual([arn('market-keys')]);
  });

  test('that is to be replaced and is not given stays, and that is no success', async () => {
    const { code, stdout } = await secrets(full, ['market-keys', '--replace']);
    expect(code).toBe(1);
    expect(stdout).toContain('market-keys is not replaced and keeps its value: none was given.');
    expect(stdout).toContain(
      'npm run secrets -- market-keys --replace --target aws in a terminal, or set ALEX_MASSIVE',
    );
    expect(puts()).toEqual([]);
  });

  test('is never read', async () => {
    await secrets(full, ['--replace'], { ALEX_MASSIVE_KEY: 'planted-massive-key' });
    expect(aws.calls.map(({ operation }) => operation)).not.toContain('GetSecretValue');
  });

  test.each([
    ['half of a pair', { ALEX_ALPACA_KEY_ID: 'planted-id' }, 'Alpaca asks for both'],
    ['one with a space in it', { ALEX_MASSIVE_KEY: 'planted key' }, 'ALEX_MASSIVE_KEY has a space or line break in it'],
    [
      'a short key of the researcher',
      { ALEX_MASSIVE_KEY: 'planted-massive', ALEX_RESEARCHER_KEY: 'planted-9' },
      'ALEX_RESEARCHER_KEY has to be of 16',
    ],
  ])('that is %s is refused without being quoted', async (_, environment, says) => {
    const { code, all } = await secrets(empty, [], environment);
    expect(code).toBe(1);
    expect(all).toContain(says);
    expect(all).not.toContain('planted');
  });

  test('that AWS refuses to take: what the credentials may not do', async () => {
    const denied = refusal(
      'AccessDeniedException',
      'User: x is not authorized to perform: secretsmanager:PutSecretValue on resource: y',
      400,
    );
    const { code, all } = await secrets({ ...empty, PutSecretValue: denied }, ['market-keys'], {
      ALEX_MASSIVE_KEY: 'planted-massive-key',
    });
    expect(code).toBe(1);
    expect(all).toContain('these credentials may not do secretsmanager:PutSecretValue');
    expect(all).toContain('guides/1-permissions.md');
    expect(all).not.toContain('planted');
  });
});

describe('a secret that somebody’s own folder needs', () => {
  const own = () => {
    writeFileSync(
      place.envFile,
      `AWS_REGION=us-east-1\nALEX_STAGES=1-permissions\nSECRET_ARN_NEWS_KEY=${arn('news-key')}\n`,
    );
  };

  test.each([
    ['a key', 'planted key, with a space', '{"key":"planted key, with a space"}'],
    ['a JSON object', '{"user":"planted","password":"planted"}', '{"user":"planted","password":"planted"}'],
  ])('is written by its name, as what its folder reads: %s', async (_, given, written) => {
    own();
    const { code, all } = await secrets(empty, ['news-key'], { ALEX_SECRET_NEWS_KEY: given });
    expect(code).toBe(0);
    expect(puts()).toEqual([{ SecretId: arn('news-key'), SecretString: written }]);
    expect(all).toContain('news-key is written.');
    expect(all).not.toContain('planted');
  });

  test('is among those without a value, with the command and the variable that give it one', async () => {
    own();
    const { code, stdout } = await secrets(empty, []);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'news-key has no value. Run npm run secrets -- news-key --target aws in a terminal, or set ALEX_SECRET_NEWS_KEY.',
    );
  });

  test('and whose value cannot be one is refused without being quoted', async () => {
    own();
    const { code, all } = await secrets(empty, ['news-key'], { ALEX_SECRET_NEWS_KEY: '{"planted' });
    expect(code).toBe(1);
    expect(all).toContain('ALEX_SECRET_NEWS_KEY begins with { and is no JSON');
    expect(all).not.toContain('planted');
  });

  test('and that is misspelt, or that no folder needs, is said with what to do', async () => {
    own();
    const near = await secrets(empty, ['news-kye']);
    expect(near.code).toBe(1);
    expect(near.stderr).toContain('There is no secret news-kye on AWS (us-east-1).');
    expect(near.stderr).toContain('Did you mean news-key?');
    expect((await secrets(empty, ['tax-office'])).stderr).toContain(
      'write "secret:tax-office" into the needs of its lambda.json',
    );
  });

  test('and that stands in .env in plain text is told with the secret that is for it', async () => {
    const line = 'ALEX_SECRET_NEWS_KEY=planted\n';
    writeFileSync(place.envFile, `${line}SECRET_ARN_NEWS_KEY=${arn('news-key')}\n`);
    const { stdout } = await place.run('doctor', ['--target', 'laptop'], { ALEX_PORT: '24070' });
    expect(stdout).toContain('.env holds ALEX_SECRET_NEWS_KEY in plain text');
    expect(stdout).not.toContain('planted');
  });
});

describe('on a laptop', () => {
  /** As npm start keeps one up, started without any settings. */
  function running(): () => void {
    const lock = acquireLock(join(place.folder, 'home', 'data'));
    const { url } = aws;
    const names = { SECRET_ARN_MARKET_KEYS: arn('market-keys'), SECRET_ARN_NEWS_KEY: arn('news-key') };
    const environment = { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_SECRETS_MANAGER: url, ...names };
    lock.publish({ urls: { api: url, aws: url, queues: url }, environment, startedWith: marksOf({}) });
    return () => {
      lock.release();
    };
  }
  const on = (environment: Record<string, string>, name = 'market-keys') =>
    place.run('secrets', ['--target', 'laptop', name], { ...credentials, ...environment });

  test('one of a folder is written to the fleet that runs, and is not said to be of this start alone', async () => {
    const release = running();
    try {
      aws.answer(empty);
      const { all, code } = await on({ ALEX_SECRET_NEWS_KEY: 'planted' }, 'news-key');
      expect(code).toBe(0);
      expect(puts()).toEqual([{ SecretId: arn('news-key'), SecretString: '{"key":"planted"}' }]);
      expect(all).not.toMatch(/does not count|at the next start/);
      expect((await on({}, 'model-key')).all).toContain(
        'On a laptop that is ALEX_MODEL_API_KEY, set before npm start.',
      );
      // Of a fleet that was started before a folder had the need.
      expect((await on({}, 'researcher-key')).all).toContain('stop it with Ctrl-C in its terminal, then: npm start');
    } finally {
      release();
    }
  });

  test('a key that is just being written is not said not to count; what is not written is', async () => {
    const release = running();
    try {
      aws.answer(empty);
      const { all, code } = await on({ ALEX_MASSIVE_KEY: 'planted-massive-key', MARKET_SOURCES: 'massive' });
      expect(code).toBe(0);
      expect(puts()).toEqual([{ SecretId: arn('market-keys'), SecretString: '{"massive":"planted-massive-key"}' }]);
      expect(all).toContain('was started without the MARKET_SOURCES set here, which does not count');
      expect((await on({ ALEX_MASSIVE_KEY: 'planted-massive-key' })).all).not.toContain('does not count');
    } finally {
      release();
    }
  });

  test('a setting that only a start takes, and that is wrong, keeps no secret from being written', async () => {
    const release = running();
    try {
      aws.answer(empty);
      const { all, code } = await on({ ALEX_MASSIVE_KEY: 'planted-massive-key', ALEX_MODEL: 'nobody' });
      expect(code).toBe(0);
      expect(all).toContain('market-keys is written.');
      expect(all).toContain('Alex is running already, and goes on with what it was started with.');
    } finally {
      release();
    }
  });
});

test('a fleet without secrets says with which stage they come', async () => {
  writeFileSync(place.envFile, 'AWS_REGION=us-east-1\nALEX_STAGES=1-permissions\n');
  const { code, stderr } = await secrets(empty, []);
  expect(code).toBe(1);
  expect(stderr).toContain(
    'model-key (where terraform.tfvars names an openai: model) and researcher-key come with the stage 4-researcher, which cannot be there without 2-embeddings',
  );
  expect(stderr).toContain('npm run deploy -- --stage 2 3 5 6');
});
