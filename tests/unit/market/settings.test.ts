// Settings of price sources: what is meant by them, and which are refused, by name.
import { describe, expect, test } from '@jest/globals';
import { ConfigurationError } from '../../../shared/errors.ts';
import { secretKeys } from '../../../shared/market/market-keys.ts';
import { marketSettings, marketSettingsIn } from '../../../shared/market/settings.ts';

describe('the settings of price sources', () => {
  test('without any ask nobody', () => {
    expect(marketSettings({}).sources).toEqual([]);
    expect(marketSettings({ MARKET_SOURCES: ' , ' }).sources).toEqual([]);
  });

  test('keep the order of the sources, each once', () => {
    expect(marketSettings({ MARKET_SOURCES: ' ECB, massive,ecb ,alpaca' }).sources).toEqual([
      'ecb',
      'massive',
      'alpaca',
    ]);
  });

  test.each([
    ['MARKET_SOURCES', 'yahoo'],
    ['MARKET_SOURCES', 'file'],
    ['MARKET_MAX_AGE_DAYS', '-1'],
    ['MARKET_MAX_AGE_DAYS', '1.5'],
    ['MARKET_WAIT_SECONDS', '0'],
    ['MARKET_WAIT_SECONDS', '3600'],
    ['MARKET_MASSIVE_CALLS_A_MINUTE', 'many'],
    ['MARKET_ALPACA_FEED', 'otc'],
    ['MARKET_STOOQ_HISTORY', 'yes'],
    ['MARKET_MASSIVE_URL', 'http://api.massive.com'],
    ['MARKET_MASSIVE_URL', 'https://me:secret@api.massive.com'],
    ['MARKET_MASSIVE_URL', 'https://api.massive.com/?apiKey=secret'],
    ['MARKET_MASSIVE_URL', 'http://127.0.0.1.example.com'],
    ['MARKET_ECB_URL', 'file:///etc/passwd'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => marketSettings({ [name]: value })).toThrow(ConfigurationError);
    expect(() => marketSettings({ [name]: value })).toThrow(/^MARKET_(SOURCES|[A-Z_]+) /u);
  });

  test('take http for a server on this machine alone, and drop a slash at the end', () => {
    expect(marketSettings({ MARKET_STOOQ_URL: 'http://127.0.0.1:8080/' }).urls.stooq).toBe('http://127.0.0.1:8080');
  });

  test('are passed on as they are set, and one that nobody knows is said', () => {
    const set = { MARKET_SOURCES: ' massive ', MARKET_FILE: '', PATH: '/bin', MARKET_OF_ANOTHER: 'x' };
    expect(marketSettingsIn(set)).toEqual({ MARKET_SOURCES: 'massive' });
    expect(() => marketSettingsIn({ MARKET_SOURCE: 'massive' })).toThrow(/MARKET_SOURCE is no setting/u);
  });
});

describe('keys', () => {
  test('that cannot be a header, or are not there, are refused without being said', async () => {
    const keys = secretKeys(() => Promise.resolve({ massive: 'two\nlines', alpacaKeyId: 'id' }));
    await expect(keys.massive()).rejects.toMatchObject({ failure: 'unauthorized' });
    await expect(keys.alpaca()).rejects.toThrow(
      'Alpaca was not asked: there is no key for it in the secret market-keys.',
    );
  });

  test('are read once, and a secret of another form holds none', async () => {
    let read = 0;
    const keys = secretKeys(() => Promise.resolve({ massive: 'k', alpacaKeyId: 'a', alpacaSecret: `s${(read += 1)}` }));
    expect([await keys.massive(), await keys.alpaca()]).toEqual(['k', { id: 'a', secret: 's1' }]);
    const wrong = secretKeys(() => Promise.resolve(['k']));
    await expect(wrong.massive()).rejects.toMatchObject({ failure: 'unauthorized' });
  });

  test('whose service does not answer are a passing failure', async () => {
    const keys = secretKeys(() => Promise.reject(new Error('no connection')));
    await expect(keys.massive()).rejects.toMatchObject({ failure: 'unavailable', retryable: true });
  });
});
