import { describe, expect, test } from '@jest/globals';
import { modelSettingOf, modelSettingsIn, jobBudget } from '../../../../shared/agents/models/settings.ts';
import { parseModelSetting } from '../../../../shared/agents/models/model-setting.ts';
import { selectModel } from '../../../../shared/agents/models/select-model.ts';
import { modelNamesIn, readModelSettings } from '../../../../scripts/laptop/model-settings.ts';
import { ConfigurationError } from '../../../../shared/errors.ts';
import { CommandError } from '../../../../scripts/analysis/command-error.ts';

describe('a model’s setting', () => {
  test.each([
    [undefined, { provider: 'narrator', name: 'narrator' }],
    [' ', { provider: 'narrator', name: 'narrator' }],
    ['narrator', { provider: 'narrator', name: 'narrator' }],
    [
      'bedrock:openai.gpt-oss-120b-1:0',
      {
        provider: 'bedrock',
        modelId: 'openai.gpt-oss-120b-1:0',
        region: undefined,
        name: 'bedrock:openai.gpt-oss-120b-1:0',
      },
    ],
    [
      'bedrock:us.amazon.nova-pro-v1:0@us-gov-west-1',
      {
        provider: 'bedrock',
        modelId: 'us.amazon.nova-pro-v1:0',
        region: 'us-gov-west-1',
        name: 'bedrock:us.amazon.nova-pro-v1:0',
      },
    ],
    [
      'bedrock:arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123',
      {
        provider: 'bedrock',
        modelId: 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123',
        region: 'eu-west-1',
        name: 'bedrock:arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc123',
      },
    ],
    [
      'openai:org/qwen3:8b@http://127.0.0.1:11434/v1',
      {
        provider: 'openai',
        model: 'org/qwen3:8b',
        baseUrl: 'http://127.0.0.1:11434/v1',
        name: 'openai:org/qwen3:8b@127.0.0.1:11434',
      },
    ],
  ])('%p is read', (value, setting) => {
    expect(parseModelSetting('ALEX_MODEL', value)).toEqual(setting);
  });

  test.each([
    'gpt-17',
    'sk-very-secret-key-in-the-wrong-place',
    'bedrock:',
    'bedrock:model@nowhere',
    'openai:gpt-5',
    'openai:gpt-5@api.openai.com',
    'openai:@https://api.openai.com/v1',
    'openai:gpt-5@https://user:sk-very-secret@api.openai.com/v1',
    'openai:gpt-5@https://api.openai.com/v1?key=sk-very-secret',
    'Narrator!',
  ])('%p is refused, naming the variable and no secret', (value) => {
    const read = () => parseModelSetting('ALEX_MODEL_JUDGE', value);
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/ALEX_MODEL_JUDGE/);
    expect(read).not.toThrow(/very-secret/);
  });

  test('one agent’s own goes before the one for all', () => {
    const variables = { ALEX_MODEL: 'bedrock:a.b', ALEX_MODEL_JUDGE: 'narrator', ALEX_MODEL_TAGGER: '' };
    expect(modelSettingOf('judge', variables).provider).toBe('narrator');
    expect(modelSettingOf('tagger', variables).provider).toBe('bedrock');
  });

  test('selects a model once for each setting, and another for another key', () => {
    const variables = { ALEX_MODEL: 'openai:m@http://127.0.0.1:1/v1', ALEX_MODEL_API_KEY: 'a' };
    const { name, model } = selectModel('reporter', variables);
    expect(name).toBe('openai:m@127.0.0.1:1');
    expect(selectModel('planner', variables).model).toBe(model);
    expect(selectModel('planner', { ...variables, ALEX_MODEL_API_KEY: 'b' }).model).not.toBe(model);
  });
});

describe('settings in an environment', () => {
  test('are those that are set, and nothing else', () => {
    const variables = {
      PATH: '/bin',
      ALEX_HOME: '/x',
      ALEX_MODEL: ' narrator ',
      ALEX_JOB_USD: '1.5',
      ALEX_MODEL_JUDGE: '',
    };
    expect(modelSettingsIn(variables)).toEqual({ ALEX_MODEL: 'narrator', ALEX_JOB_USD: '1.5' });
    expect(jobBudget(variables)).toEqual({ tokens: 300_000, usd: 1.5 });
  });

  test('an agent of one’s own has a setting by its folder’s name, and no folder takes that of a key', () => {
    const own = { ALEX_MODEL_MY_COLUMNIST: 'bedrock:a.b@us-west-2' };
    expect(modelSettingsIn(own, ['my-columnist'])).toEqual(own);
    expect(selectModel('my-columnist', own).name).toBe('bedrock:a.b');
    expect(selectModel('other', own).name).toBe('narrator');
    expect(() => modelSettingsIn(own, ['columnist'])).toThrow('There are: ALEX_MODEL, ');
    expect(() => modelSettingsIn({ ALEX_MODEL_MY_COLUMNIST: 'gpt-17' }, ['my-columnist'])).toThrow('MY_COLUMNIST');
    expect(modelSettingsIn({ ALEX_MODEL_API_KEY: 'sk-1' }, ['api-key'])).toEqual({ ALEX_MODEL_API_KEY: 'sk-1' });
  });

  test.each([
    ['ALEX_MODEL_REPORTR', 'narrator'],
    ['ALEX_JOB_TOKEN', '5'],
    ['ALEX_JOB_TOKENS', '1.5'],
    ['ALEX_JOB_USD', '-1'],
    ['ALEX_JUDGE_THRESHOLD', '101'],
    ['ALEX_JOB_USD', '$1'],
    ['ALEX_TAGGER_CONCURRENCY', '0'],
    ['ALEX_TAGGER_CONCURRENCY', '11'],
    ['ALEX_TAGGER_CONCURENCY', '3'],
    ['ALEX_MODEL_REPORTER', 'gpt-17'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(() => modelSettingsIn({ [name]: value })).toThrow(new RegExp(name));
  });
});

describe('on a laptop', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKIA1', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' };

  test('no credentials leave a person’s environment unless a model is on Bedrock', () => {
    expect(readModelSettings({ ...keys, ALEX_MODEL: 'openai:m@http://127.0.0.1:1/v1' })).toEqual({
      ALEX_MODEL: 'openai:m@http://127.0.0.1:1/v1',
    });
    expect(readModelSettings(keys)).toEqual({});
  });

  test('a person’s region is that of the models that name none', () => {
    const variables = {
      ...keys,
      AWS_REGION: 'eu-west-1',
      ALEX_MODEL: 'bedrock:a.b',
      ALEX_MODEL_JUDGE: 'bedrock:c.d@us-west-2',
    };
    expect(readModelSettings(variables)).toEqual({
      ...keys,
      ALEX_MODEL: 'bedrock:a.b@eu-west-1',
      ALEX_MODEL_JUDGE: 'bedrock:c.d@us-west-2',
    });
  });

  test('a Bedrock API key is enough; a key pair without a session leaves no session of Lambda’s', () => {
    const variables = { ALEX_MODEL: 'bedrock:a.b@us-west-2' };
    expect(readModelSettings({ ...keys, ...variables, AWS_BEARER_TOKEN_BEDROCK: 'b' })).toEqual({
      ...variables,
      AWS_BEARER_TOKEN_BEDROCK: 'b',
    });
    const { AWS_SESSION_TOKEN: _, ...pair } = keys;
    expect(readModelSettings({ ...pair, ...variables })).toEqual({ ...pair, ...variables, AWS_SESSION_TOKEN: '' });
  });

  test('who writes is told by name, the narrator where nobody else does', () => {
    expect(modelNamesIn({ ALEX_JOB_USD: '1' })).toEqual(['narrator']);
    expect(modelNamesIn({ ALEX_MODEL_JUDGE: 'bedrock:a.b@us-west-2' })).toEqual(['narrator', 'bedrock:a.b']);
    expect(modelNamesIn({ ALEX_MODEL: 'bedrock:a.b', ALEX_MODEL_JUDGE: 'bedrock:a.b' })).toEqual(['bedrock:a.b']);
  });

  test('Bedrock without credentials, and a setting that names no model, are said at once', () => {
    expect(() => readModelSettings({ ALEX_MODEL: 'bedrock:a.b' })).toThrow(CommandError);
    expect(() => readModelSettings({ ALEX_MODEL: 'gpt-17' })).toThrow(CommandError);
  });
});
