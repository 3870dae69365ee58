// What people call their savings, coins and let houses in their own lists is classified: left unknown, most of a careful saver's portfolio is.
import { describe, expect, test } from '@jest/globals';
import { taggerPlay } from '../../../shared/agents/models/narrator/tags/tagger-play.ts';

const tagged = (name: string) => taggerPlay({ asOf: '2026-11-20', items: [{ symbol: 'HY2', name }] }).instruments[0];

describe.each([
  [
    'cash',
    [
      ...[
        'High-yield savings account',
        'Marcus high yield savings',
        'Online savings',
        'Joint savings',
        'Savings account',
      ],
      ...['12-month CD', 'Ally Bank 12-month CD', '5 year CD', 'Bank CD', 'CD 18 months', 'Emergency fund'],
      ...['26-Week Bill', '4-Week Bill', '13 week bill', 'CREF Money Market R3'],
    ],
  ],
  [
    'fixed_income',
    [
      ...['US Savings I Bond', 'I bonds', 'Series I Savings Bond', 'Savings bonds'],
      // As TreasuryDirect calls them.
      ...['10-Year Note', '30-Year Bond', '2-Year FRN', '20 year bond', '5-Year TIPS'],
      ...['Diversified Bond Index', 'Diversified Fixed Income Fund', 'Core Diversified Bond Fund', 'CREF Core Bond R3'],
    ],
  ],
  [
    'equity',
    ['CREF Stock R3', 'CREF Total Global Stock', 'CREF Growth R3', 'CREF Global Equities', 'CREF Equity Index'],
  ],
  ['commodities', ['Gold coins', 'Silver bars', 'American Gold Eagle', 'Krugerrands', 'Gold, 10 oz', 'Gold', 'silver']],
  ['real_estate', ['Rental property', 'Rental house in Ohio', 'Investment property', 'Our duplex']],
] as const)('%s is', (assetClass, names) => {
  test.each(names)('%s', (name) => {
    expect(tagged(name)?.assetClasses).toEqual([{ key: assetClass, weight: 1 }]);
  });
});

test.each([
  ...['Health savings account', 'Education savings account', 'College savings plan', 'Home Savings Financial Corp'],
  ...['Gold Bar Resources Inc', 'Rental Property Trust Inc', 'Silver Eagle Mining Ltd', 'My partnership'],
])('%s is not classed by such a word', (name) => {
  const keys = (tagged(name)?.assetClasses ?? []).map(({ key }) => key);
  expect(keys.filter((key) => ['cash', 'commodities', 'real_estate'].includes(key))).toEqual([]);
});

test.each(['Diversified Fund', 'Diversified Growth Fund', '10-Year Partnership Note A'])(
  '%s is taken for bonds',
  (name) => {
    expect(tagged(name)?.assetClasses ?? null).toBeNull();
  },
);

test('what CREF’s names mean is not known: the world, America, stocks and bonds', () => {
  const regions = (name: string) => tagged(name)?.regions?.map(({ key }) => key);
  expect(regions('CREF Stock R3')).toContain('europe');
  expect(regions('CREF Growth R3')).toEqual(['north_america']);
  for (const name of ['CREF Social Choice R3', 'CREF Responsible Balanced R3'])
    expect(tagged(name)?.assetClasses).toEqual([
      { key: 'equity', weight: 0.6 },
      { key: 'fixed_income', weight: 0.4 },
    ]);
  expect(tagged('TIAA-CREF Social Choice Bond')?.citation).not.toContain('cref-');
});

test('a coin or a metal that is called by its name alone is taken for a ticker, or a ticker for a metal', () => {
  const classesOf = (symbol: string, name: string) => {
    const { assetClasses } = taggerPlay({ asOf: '2026-11-20', items: [{ symbol, name }] }).instruments[0] ?? {};
    return assetClasses?.map(({ key }) => key) ?? null;
  };
  expect(classesOf('BITCOIN', 'Bitcoin')).toEqual(['alternatives']);
  expect(classesOf('PLATINUM', 'Platinum')).toEqual(['commodities']);
  expect(classesOf('GOLD-BY-NAME', 'Gold')).toEqual(['commodities']);
  expect(classesOf('GOLD', 'GOLD')).toBeNull();
  expect(classesOf('MICROSOFT', 'Microsoft')).toBeNull();
});
