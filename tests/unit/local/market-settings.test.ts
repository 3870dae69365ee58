// The settings of price sources from a person's environment to the functions that price, and to no others.
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readMarketSettings } from '../../../scripts/laptop/market-settings.ts';

describe('the price sources of a laptop', () => {
  test('are none where nothing is set, whatever else is in the environment', () => {
    expect(readMarketSettings({ PATH: '/bin', MARKET_OF_ANOTHER: 'x', ALEX_MASSIVE_KEY: 'secret' })).toEqual({});
  });

  test('are passed on without a key, and a file by its whole path: functions stand elsewhere', () => {
    const set = { MARKET_SOURCES: 'file,ecb', MARKET_FILE: 'my-prices.csv', ALEX_MASSIVE_KEY: 'secret' };
    expect(readMarketSettings(set)).toEqual({ MARKET_SOURCES: 'file,ecb', MARKET_FILE: resolve('my-prices.csv') });
  });

  test('that cannot be used are a sentence that names the variable', () => {
    expect(() => readMarketSettings({ MARKET_SOURCES: 'yahoo' })).toThrow(CommandError);
    expect(() => readMarketSettings({ MARKET_SOURCES: 'yahoo' })).toThrow(/^MARKET_SOURCES names "yahoo"/u);
    expect(() => readMarketSettings({ MARKET_SOURCE: 'ecb' })).toThrow(/^MARKET_SOURCE is no setting/u);
  });
});
