// A key that is set in the open ends up in Terraform's state and in the console; a setting that only resembles one must not be refused.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { settingFaults } from '../../../scripts/terraform/setting-faults.ts';
import { declaredSettings } from '../../../scripts/terraform/settings.ts';
import { credentialIn, credentialPatterns } from '../../../shared/schemas/credential.ts';
import { readModelSettings } from '../../../scripts/laptop/model-settings.ts';
import { readTraceSettings } from '../../../scripts/laptop/trace-settings.ts';
import { settingsFrom } from '../../../services/researcher/settings.ts';
import { marketSettings } from '../../../shared/market/settings.ts';
import { plainSettings } from '../../../shared/schemas/lambda-config.ts';

const terraform = new URL('../../../terraform/', import.meta.url);
const declared = declaredSettings(fileURLToPath(terraform));
const read = (name: string): string => readFileSync(new URL(name, terraform), 'utf8');

const CREDENTIALS = [
  'https://ada:lovelace@example.com/feed',
  'https://token@example.com',
  'openai:qwen3@https://ada:lovelace@example.com/v1',
  'https://a.example/feed,https://ada:lovelace@example.com',
  'https://example.com/v1/traces?api-key=abc',
  'https://example.com/?page=1&ACCESS_TOKEN=abc',
  'https://example.com/?subscriptionKey=abc',
  'https://example.com/#token=abc',
  'https://example.com/?sv=2024&sig=abc',
  'service.namespace=alex,api.key=abc',
  'openai:sk-proj-abc123def@https://api.openai.com/v1',
  `sk-${'a1'.repeat(12)}`,
  'sk-ant-REDACTED',
  'AKIAABCDEFGHIJKLMNOP',
  'ghp_abcdefghijklmnopqrst0123456789',
  'github_pat_11ABCDEFG0123456789_abcdef',
  'glpat-abcdefghij0123456789',
  'hf_abcdefghijklmnopqrst',
  'gsk_abcdefghijklmnopqrst',
  `AIza${'b'.repeat(35)}`,
  'xoxb-1234567890-abcdef',
  'sk_live_abcdefgh1234',
  `openai:csk-${'a1'.repeat(20)}@https://api.cerebras.ai/v1`,
  `openai:fw_${'a1'.repeat(10)}@https://api.fireworks.ai/inference/v1`,
  `tgp_v1_${'a1'.repeat(20)}`,
  `openai:${'0123456789abcdef'.repeat(2)}@https://api.mistral.ai/v1`,
  'https://example.com/?apikey=abc',
  'https://example.com/?key=abc',
  'Authorization: Bearer abcdefghijklmnop',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x',
  '-----BEGIN RSA PRIVATE KEY-----',
  // Put together here, as who looks for leaked keys would take them for some.
  `https://hooks.slack.com/services/T00000000/B00000000/${'X'.repeat(24)}`,
  `https://discord.com/api/webhooks/123456789012345678/${'aB3-'.repeat(17)}`,
  `https://canary.discordapp.com/api/v10/webhooks/123456789012345678/${'aB3-'.repeat(17)}`,
  `https://alex.webhook.office.com/webhookb2/${'a1'.repeat(16)}@${'b2'.repeat(16)}/IncomingWebhook/${'c3'.repeat(16)}`,
  `https://api.telegram.org/bot123456789:AA${'b'.repeat(33)}/sendMessage`,
  `123456789:AA${'b'.repeat(33)}`,
  'https://hooks.zapier.com/hooks/catch/1234567/abc123/',
  'https://hook.eu2.make.com/abcdefghij0123456789',
  'https://maker.ifttt.com/trigger/report/with/key/abcdefghij0123456789',
  'https://hc-ping.com/0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60',
  'https://mainnet.infura.io/v3/abcdefghij0123456789',
];
const WORDS = [
  'narrator',
  'bedrock:openai.gpt-oss-120b-1:0@us-west-2',
  'bedrock:arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0',
  'openai:pplx-70b-online@https://api.example.com/v1',
  'openai:meta-llama/Llama-3.1-8B-Instruct@https://router.example.com/v1',
  'https://example.com/feed?category=bonds&keywords=rates#news',
  'https://news.example.com/feed?monkey=1&turkey=2',
  'arn:aws:kms:us-east-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab',
  'https://gateway.example/v1/1234abcd12ab34cd56ef1234567890ab/alex',
  'https://medium.example/@ada/risk-adjusted-returns-of-2026',
  'risk-adjusted-returns-of-the-year-2026',
  'keys to monetary policy',
  'https://api.slack.com/messaging/webhooks',
  'https://discord.com/channels/123456789012345678/123456789012345678',
  'https://hooks.example.com/services/reports/of/the/week',
  'https://core.telegram.org/bots/api',
  'https://zapier.com/apps/webhook/integrations',
  'https://www.make.com/en/help/tools/webhooks',
  'https://docs.infura.io/api/networks/ethereum',
  'ada@example.com',
  '2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04',
  'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
  'service.namespace=alex,deployment.environment=test',
];

test.each(CREDENTIALS)('%s is a credential', (text) => {
  expect(credentialIn(text)).toBeDefined();
});

test.each(WORDS)('%s is none', (text) => {
  expect(credentialIn(text)).toBeUndefined();
});

test('Terraform and what looks before it have the same patterns', () => {
  const inHcl = credentialPatterns.map(
    ({ source, flags }) =>
      `"${flags === 'i' ? '(?i)' : ''}${source.replaceAll('\\/', '/').replaceAll('\\', '\\\\')}",\n`,
  );
  const [, list = ''] = /credentials = \[\n([\s\S]*?)\n {2}\]/.exec(read('credentials.tf')) ?? [];
  expect(`${list}\n`.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))).toEqual(
    inHcl.map((line) => `    ${line.trimEnd()}`),
  );
});

describe.each(CREDENTIALS)('%s', (secret) => {
  const inTfvars = JSON.stringify(secret);
  const texts: readonly [variable: string, text: string][] = [...declared].flatMap(
    ([name, type]): [string, string][] => {
      if (type.kind === 'map' && name === 'service_settings')
        return [[name, `{ researcher = { ALEX_RESEARCH_SOURCES = ${inTfvars} } }`]];
      if (type.kind === 'map') return [[name, `{ A = ${inTfvars} }`]];
      if (type.kind === 'object')
        return [...type.parts.keys()].slice(0, 1).map((part) => [name, `{ ${part} = ${inTfvars} }`]);
      return [
        [name, inTfvars],
        [name, `[${inTfvars}]`],
      ];
    },
  );

  test('is told wherever it stands in terraform.tfvars, and shown nowhere', () => {
    for (const [name, text] of texts) {
      const faults = settingFaults(`${name} = ${text}\n`, declared).map(({ says, remedy }) => `${says}. ${remedy}`);
      expect({ name, told: faults.some((line) => line.includes('ends up in the state')) }).toEqual({
        name,
        told: true,
      });
      expect(faults.join('\n')).not.toContain(secret);
    }
  });
});

test.each([
  ['model_settings = { ALEX_MODEL = "openai:sk-proj-abc123def@https://api.openai.com/v1" }', 'the secret model-key'],
  ['market_settings = { MARKET_STOOQ_URL = "https://a:b@stooq.com" }', 'the secret market-keys'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://a:b@example.com" }', 'trace_headers_in_secret = true'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "https://example.com/?api-key=x" }', 'trace_headers_in_secret'],
  ['service_settings = { researcher = { ALEX_RESEARCH_SOURCES = "https://a:b@example.com" } }', 'to be had without'],
  ['tags = { "ghp_abcdefghijklmnopqrst0123456789" = "x" }', 'No setting of Terraform takes a secret'],
])('%s is told with where a secret belongs', (text, belongs) => {
  expect(settingFaults(text, declared).map(({ remedy }) => remedy)).toContainEqual(expect.stringContaining(belongs));
});

test('every variable that takes a text is tried in Terraform, too', () => {
  const tried = read('tests/variables.tftest.hcl');
  const [, failures = ''] =
    /run "keys_that_were_pasted_where_a_word_belongs"[\s\S]*?expect_failures = \[([\s\S]*?)\]/.exec(tried) ?? [];
  const numbers = (name: string): boolean =>
    /^\s*type\s+= (?:number|bool|object\(\{ (?:\w+ = (?:optional\()?number[^}]*?)+ ?\}\))$/m.test(
      new RegExp(`^variable "${name}" \\{\\n[\\s\\S]*?^\\}`, 'm').exec(
        ['variables.tf', 'variables-functions.tf', 'variables-services.tf'].map(read).join('\n'),
      )?.[0] ?? '',
    );
  expect([...declared.keys()].filter((name) => !numbers(name) && !failures.includes(`var.${name},`))).toEqual([]);
});

describe('a key in the open', () => {
  const openly = 'https://ada:lovelace@example.com';
  const saidBy = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      return error instanceof Error ? `${error.message} ${'lines' in error ? String(error.lines) : ''}` : String(error);
    }
    return '';
  };

  test('in an environment of lambda.json or service.json is refused with the need that it is', () => {
    const said = saidBy(() => plainSettings.parse({ ENDPOINT: openly }));
    expect(said).toContain('has a user name or password in an address');
    expect(said).toContain('secret:NAME');
    expect(said).not.toContain('lovelace');
    expect(plainSettings.parse({ ENDPOINT: 'https://example.com/feed?page=1' })).toBeDefined();
  });

  test('as a model’s name on a laptop is refused before it signs a report with it', () => {
    const said = saidBy(() => readModelSettings({ ALEX_MODEL: 'openai:sk-proj-abc123def@https://api.openai.com/v1' }));
    expect(said).toContain('ALEX_MODEL has what looks like a key.');
    expect(said).toContain('belongs in ALEX_MODEL_API_KEY');
    expect(said).not.toContain('abc123');
    expect(
      readModelSettings({ ALEX_MODEL_API_KEY: 'sk-proj-abc123def', ALEX_MODEL: 'openai:q@https://e.example' }),
    ).toEqual(expect.objectContaining({ ALEX_MODEL_API_KEY: 'sk-proj-abc123def' }));
  });

  test.each([openly, 'https://example.com/v1/traces?api-key=abc'])(
    'in the collector’s address %s on a laptop sends no traces, and says where it belongs',
    (endpoint) => {
      const said: string[] = [];
      expect(readTraceSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, (line) => said.push(line))).toEqual({});
      expect(said).toEqual([expect.stringContaining("A collector's key belongs in OTEL_EXPORTER_OTLP_HEADERS.")]);
      expect(said.join()).not.toContain(endpoint);
    },
  );

  test('in the headers of traces is where it belongs on a laptop', () => {
    const settings = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://example.com',
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer abcdefghijklmnop',
    };
    expect(readTraceSettings(settings, () => undefined)).toEqual(settings);
  });

  test('in a source of research is refused, and a feed’s own query is not', () => {
    const said = saidBy(() => settingsFrom({ ALEX_RESEARCH_SOURCES: `https://example.com ${openly}/feed` }));
    expect(said).toContain('ALEX_RESEARCH_SOURCES has a user name or password in an address');
    expect(said).not.toContain('lovelace');
    const feed = 'https://example.com/feed?category=bonds';
    expect(settingsFrom({ ALEX_RESEARCH_SOURCES: feed }).startPages).toEqual([feed]);
  });

  test('in a price source’s address is refused, a password without a user, too', () => {
    expect(saidBy(() => marketSettings({ MARKET_ECB_URL: 'https://:lovelace@example.com' }))).toContain(
      'without a user, query or fragment',
    );
  });
});
