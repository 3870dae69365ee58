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
    ],
  ],
  ['fixed_income', ['US Savings I Bond', 'I bonds', 'Series I Savings Bond', 'Savings bonds']],
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
