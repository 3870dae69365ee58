// What a person says of an asset of their own: unknown to every list, it left most of a portfolio without a class and without risk.
import { describe, expect, test } from '@jest/globals';
import { classification } from '../../../shared/schemas/classification.ts';
import { classStated } from '../../../shared/portfolio-files/transactions/ghostfolio-classes.ts';
import { readLines } from './read-lines.ts';

const profile = (more: object) => ({ dataSource: 'MANUAL', symbol: 'x', assetClass: 'EQUITY', ...more });

test('an asset of the person’s own is of the class and the countries that the export states', () => {
  const { held } = readLines(
    JSON.stringify({
      accounts: [{ id: 'a', name: 'Main', currency: 'USD', balance: 0 }],
      assetProfiles: [
        {
          ...profile({ symbol: '2b0c6f5e-1b1b-4a5e-9a0a-3d9f0c1d2e3f', name: 'Company pension', currency: 'USD' }),
          assetSubClass: 'MUTUALFUND',
          countries: [
            { code: 'US', weight: 0.7 },
            { code: 'JP', weight: 0.3 },
          ],
        },
      ],
      activities: [
        {
          ...{ accountId: 'a', currency: 'USD', dataSource: 'MANUAL', date: '2021-01-05', fee: 0, quantity: 100 },
          ...{ symbol: '2b0c6f5e-1b1b-4a5e-9a0a-3d9f0c1d2e3f', type: 'BUY', unitPrice: 100 },
        },
      ],
    }),
  );
  expect(held[0]?.classification).toEqual({
    type: 'mutual_fund',
    assetClasses: { equity: 1 },
    regions: { north_america: 0.7, pacific: expect.closeTo(0.3, 12) },
    sectors: { unknown: 1 },
  });
});

describe('what a profile says', () => {
  test.each([
    ['countries that leave a part', { countries: [{ code: 'DE', weight: 0.4 }] }, { europe: 0.4, unknown: 0.6 }],
    ['a country of no index', { countries: [{ code: 'VN', weight: 1 }] }, { unknown: 1 }],
    ['more than the whole', { countries: [{ code: 'US', weight: 3 }, { code: 'CN', weight: 1 }] }, { north_america: 0.75, emerging_markets: 0.25 }], // prettier-ignore
    ['no countries', {}, { unknown: 1 }],
    ['gold', { assetClass: 'COMMODITY', assetSubClass: 'PRECIOUS_METAL' }, { global: 1 }],
  ])('%s: regions are a whole', (_, more, regions) => {
    expect(classStated(profile(more))?.regions).toEqual(
      Object.fromEntries(Object.entries(regions).map(([region, weight]) => [region, expect.closeTo(weight, 12)])),
    );
  });

  test.each([
    ['Technology', 'information_technology'],
    ['Consumer Defensive', 'consumer_staples'],
    ['Consumer Cyclical', 'consumer_discretionary'],
    ['Basic Materials', 'materials'],
    ['Industrials', 'industrials'],
    ['Magic', 'unknown'],
  ])('the sector %s is %s', (name, sector) => {
    expect(classStated(profile({ sectors: [{ name, weight: 1 }] }))?.sectors).toEqual({ [sector]: 1 });
  });

  test.each(['EQUITY', 'FIXED_INCOME', 'REAL_ESTATE', 'COMMODITY', 'LIQUIDITY', 'ALTERNATIVE_INVESTMENT'])(
    '%s is a class that the schema has, whole in every breakdown',
    (assetClass) => {
      const { assetClasses, regions, sectors } = classStated(profile({ assetClass })) ?? {};
      const { shape } = classification;
      for (const [part, weights] of [
        [shape.assetClasses, assetClasses],
        [shape.regions, regions],
        [shape.sectors, sectors],
      ] as const)
        expect(part.safeParse(weights).success).toBe(true);
    },
  );

  test('what a market prices is not taken from it, nor is what has no class', () => {
    expect(classStated(profile({ dataSource: 'YAHOO' }))).toBeNull();
    expect(classStated({ dataSource: 'MANUAL', symbol: 'x' })).toBeNull();
  });
});
