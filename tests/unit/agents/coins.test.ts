import { describe, expect, test } from '@jest/globals';
import { instrumentList, taggerPlay } from '../../../shared/agents/models/narrator/tags/tagger-play.ts';
import { readLines } from '../portfolio-files/read-lines.ts';

function tag(symbol: string, name: string | null) {
  const list = instrumentList.parse({ asOf: '2026-11-20', items: [{ symbol, name }] });
  const { type, assetClasses } = taggerPlay(list).instruments[0] ?? {};
  return { type, is: assetClasses?.map(({ key }) => key) ?? null };
}

describe('a coin is known by its own symbol', () => {
  test.each(['BTC', 'ETH', 'SOL', 'XRP', 'ADA', 'DOGE', 'AVAX', 'DOT', 'BNB', 'BTC-USD', 'LTC-USD'])('%s', (symbol) => {
    expect(tag(symbol, null)).toEqual({ type: 'crypto', is: ['alternatives'] });
    expect(tag(symbol, symbol)).toEqual({ type: 'crypto', is: ['alternatives'] });
  });

  test.each([
    ['LTC', 'LTC (Crypto)'],
    ['BTC-USD', 'Bitcoin USD'],
    ['PEPE', 'Pepe (Cryptocurrency)'],
    ['X', 'Ethereum'],
  ])('or by what stands beside it: %s, %s', (symbol, name) => {
    expect(tag(symbol, name)).toEqual({ type: 'crypto', is: ['alternatives'] });
  });

  test.each([
    ['USDC', null],
    ['USDT', 'Tether'],
    ['USDC', 'USD Coin'],
    ['USDC', 'USDC (Crypto)'],
  ])('and one that is kept at a dollar is cash: %s, %s', (symbol, name) => {
    expect(tag(symbol, name)).toEqual({ type: 'cash', is: ['cash'] });
  });

  test.each([
    ['SOL', 'EMEREN GROUP LTD SPONS ADR', ['equity']],
    ['LTC', null, null],
    ['LTC', 'LTC PROPERTIES INC', null],
    ['NEAR', 'iShares Short Maturity Bond ETF', ['fixed_income']],
    ['BTC', 'Grayscale Bitcoin Mini Trust ETF', ['alternatives']],
    ['AVX', 'Avalanche Mining Group', null],
  ])('but not where the name says another thing: %s, %s', (symbol, name, is) => {
    const tagged = tag(symbol, name);
    expect(tagged.is).toEqual(is);
    expect(tagged.type).not.toBe('crypto');
  });
});

test('a column or a header that says coins is lost on the way to the tagger', () => {
  expect(readLines('Symbol,Type,Quantity,Price', 'LTC,Crypto,3,90').held[0]?.name).toBe('LTC (Crypto)');
  expect(readLines('Cryptocurrency,Quantity,Price', 'LINK,3,20').held[0]?.name).toBe('LINK (Crypto)');
  expect(readLines('Symbol,Name,Type,Quantity,Price', 'IBIT,iShares Bitcoin ETF,Crypto,3,90').held[0]?.name).toBe(
    'iShares Bitcoin ETF',
  );
});
