// Settings of a command that finds Alex running: those that the running fleet does not have are told, and no value is written down.
import { describe, expect, test } from '@jest/globals';
import { marksOf, startSettings, tellUnheeded, unheededHere } from '../../../scripts/laptop/started-with.ts';

const after = (started: Record<string, string>, here: Record<string, string>): string | null =>
  tellUnheeded(startSettings(here), marksOf(startSettings(started)));

describe('what is set for a command while Alex runs', () => {
  test.each([
    [{ MARKET_SOURCES: 'massive,ecb', ALEX_MASSIVE_KEY: 'secret-key' }, 'MARKET_SOURCES and ALEX_MASSIVE_KEY'],
    [{ ALEX_RESEARCH_SOURCES: 'folder:pages' }, 'ALEX_RESEARCH_SOURCES'],
    [{ ALEX_RESEARCH_RATE: 'rate(1 hour)', BROWSING_NETWORK: 'off' }, 'ALEX_RESEARCH_RATE and BROWSING_NETWORK'],
    [{ ALEX_MODEL: 'openai:qwen3@http://127.0.0.1:11434/v1' }, 'ALEX_MODEL'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ ALEX_DATABASE_URL: 'postgres://a@127.0.0.1/b' }, 'ALEX_DATABASE_URL'],
    [
      { MARKET_SOURCES: 'massive', ALEX_MASSIVE_KEY: 'secret-key', ALEX_RESEARCH_RATE: 'off' },
      'MARKET_SOURCES, ALEX_MASSIVE_KEY, and ALEX_RESEARCH_RATE',
    ],
  ] as [Record<string, string>, string][])('and not for npm start is told: %j', (here, named) => {
    expect(after({}, here)).toContain(`was started without the ${named} set here`);
    expect(after(here, here)).toBeNull();
  });

  test('with another value than for npm start is told by its name alone', () => {
    const told = after({ MARKET_SOURCES: 'ecb', MARKET_WAIT_SECONDS: '9' }, { MARKET_SOURCES: 'stooq', MARKET_WAIT_SECONDS: '9' }); // prettier-ignore
    expect(told).toContain('the MARKET_SOURCES set here, which does not count: stop it with Ctrl-C');
    expect(told).not.toMatch(/stooq|ecb|WAIT/u);
  });

  test('is nothing to tell where nothing is set, or the fleet does not say what it has', () => {
    expect(after({ MARKET_SOURCES: 'ecb' }, { PATH: '/bin' })).toBeNull();
    expect(tellUnheeded({ MARKET_SOURCES: 'ecb' }, undefined)).toBeNull();
  });
});

describe('a command that a running fleet serves', () => {
  const started = { startedWith: marksOf({}) };

  test.each([
    [{ ALEX_MODEL: 'gpt' }, 'ALEX_MODEL'],
    [{ MARKET_SOURCES: 'tea-leaves' }, 'MARKET_SOURCES names "tea-leaves"'],
    [{ ALEX_MODEL: 'bedrock:openai.gpt-oss-120b-1:0' }, 'A model on Bedrock is chosen'],
  ] as [Record<string, string>, string][])('is not refused for what only a start would take: %j', (here, told) => {
    const said = unheededHere(started, [], here);
    expect(said).toContain(told);
    expect(said).toContain('Alex is running already, and goes on with what it was started with.');
  });

  test('is not told that what it just takes there does not count, and is told so of the rest', () => {
    const here = { ALEX_MASSIVE_KEY: 'secret-key', MARKET_SOURCES: 'massive' };
    expect(unheededHere(started, ['ALEX_MASSIVE_KEY'], { ALEX_MASSIVE_KEY: 'secret-key' })).toBeNull();
    expect(unheededHere(started, ['ALEX_MASSIVE_KEY'], here)).toContain('without the MARKET_SOURCES set here');
  });
});

test('the lock file has no value of a setting, and no hash that is one value’s everywhere', () => {
  const settings = { ALEX_MASSIVE_KEY: 'secret-key' };
  const [one, other] = [marksOf(settings), marksOf(settings)];
  expect(JSON.stringify(one)).not.toContain('secret');
  expect(one).not.toEqual(other);
});
