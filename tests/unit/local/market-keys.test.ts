import { expect, test } from '@jest/globals';
import { readMarketKeys } from '../../../scripts/laptop/market-keys.ts';

test('keys of price sources come from a person’s environment, those that are set and no others', () => {
  expect(readMarketKeys({})).toEqual({});
  expect(readMarketKeys({ ALEX_MASSIVE_KEY: ' ', HOME: '/home/me' })).toEqual({});
  const all = { ALEX_MASSIVE_KEY: ' planted ', ALEX_ALPACA_KEY_ID: 'id', ALEX_ALPACA_SECRET: '' };
  expect(readMarketKeys(all)).toEqual({ 'market-keys': '{"massive":"planted","alpacaKeyId":"id"}' });
});
