// One symbol at several prices: what a line is worth is its own, whatever its account is called and wherever it stands.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { mayBeOneListing } from '../../../shared/finance/one-listing.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import { analysis as analysisSchema, type SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { AS_OF, instruments, line } from './portfolios.ts';

const analyzed = (lines: readonly SnapshotLine[]) =>
  analysisSchema.parse(analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, seed: 1 }));
const totalOf = (lines: readonly SnapshotLine[]) => analyzed(lines).totals.value;

describe('lines of one symbol at prices far apart', () => {
  const shares = line('STOX', 100, 500, { accountName: 'Brokerage' });
  const units = line('STOX', 2000, 45.2, { accountName: '401k', name: 'Stock fund (units)' });

  test('units of a stock fund under the ticker are counted at the price of a share, or shares at that of a unit', () => {
    const result = analyzed([shares, units]);
    expect(result.totals.value).toBe(140_400);
    expect(result.holdings.map(({ quantity, price, value }) => [quantity, price, value])).toEqual([
      [2000, 45.2, 90_400],
      [100, 500, 50_000],
    ]);
    expect(result.holdings[0]?.name).toBe('Stock fund (units)');
    expect(result.pricedApart).toEqual([
      {
        symbol: 'STOX',
        currency: 'USD',
        lines: [
          { accountName: 'Brokerage', quantity: 100, price: 500, asOf: AS_OF },
          { accountName: '401k', quantity: 2000, price: 45.2, asOf: AS_OF },
        ],
        count: 2,
      },
    ]);
    const gap = gapsOf(sampleResult(result)).find(({ title }) => title.startsWith('At prices that no one listing has'));
    expect(gap?.items.join()).toContain('100 in Brokerage at $500.00');
    expect(gap?.items.join()).toContain('2,000 in 401k at $45.20');
    expect(gap?.inShort).toContain('each line counted at its own: STOX at $500.00 in Brokerage and $45.20 in 401k');
    expect(factsOf(result).find(({ name }) => name === 'inDoubt.count')?.value).toBe(1);
  });

  test('a day between the two prices brings one to the other without a word', () => {
    const result = analyzed([{ ...shares, priceAsOf: '2026-03-30' }, units]);
    expect(result.totals.value).toBe(140_400);
    expect(result.pricedApart).toHaveLength(1);
    expect(result.priceConflicts).toEqual([]);
  });

  test('a line without a price is counted at one of two prices that are not one thing’s', () => {
    const result = analyzed([shares, units, line('STOX', 7, null, { accountName: 'Other' })]);
    expect(result.totals.value).toBe(140_400);
    expect(result.excluded).toMatchObject([{ accountName: 'Other', reason: 'no_price' }]);
  });

  test('prices of one day that are a little apart each count, and are one holding at their mean', () => {
    const result = analyzed([line('STOX', 1, 100), line('STOX', 1, 101, { accountName: 'IRA' })]);
    expect(result.totals.value).toBe(201);
    expect(result.holdings.map(({ price }) => price)).toEqual([100.5]);
    expect([result.pricedApart, result.priceConflicts]).toEqual([undefined, []]);
  });

  test('of nine older prices five are told as if they were all', () => {
    const days = Array.from({ length: 10 }, (_, day) =>
      line('STOX', 1, 100 + day, { accountName: `A${day}`, priceAsOf: `2026-03-2${day}` }),
    );
    const items = gapsOf(sampleResult(analyzed(days))).find(({ title }) =>
      title.startsWith('More than one price'),
    )?.items;
    expect(items?.[0]).toMatch(/^STOX: \$109\.00 .* was used, not \$108\.00 .* and 4 more; it is the latest$/);
  });
});

describe('the total', () => {
  const price = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100),
  );
  const held = fc.record({
    symbol: fc.constantFrom('STOX', 'BOND'),
    quantity: fc.integer({ min: 1, max: 5000 }),
    price,
    day: fc.integer({ min: 0, max: 28 }),
  });

  test('hangs on what accounts are called, or on the order of lines', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (all, places) => {
        const linesOf = (names: readonly string[]) =>
          all.map(({ symbol, quantity, price: own, day }, index) =>
            line(symbol, quantity, own, {
              accountName: names[index] ?? '',
              priceAsOf: own === null ? null : `2026-03-${String(day + 1).padStart(2, '0')}`,
            }),
          );
        const names = all.map((_, index) => `A${index}`);
        const shuffled = linesOf(names.toReversed())
          .map((one) => ({ one, at: Number(places.next().value) }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [valued, again] = [linesOf(names), shuffled].map((lines) => valuePortfolio(lines, 'USD'));
        expect(again?.totalUnits).toBe(valued?.totalUnits);
        expect(again?.excluded).toHaveLength(valued?.excluded.length ?? -1);
        expect(again?.holdings.map(({ units: worth }) => worth)).toEqual(
          valued?.holdings.map(({ units: worth }) => worth),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is another than what the lines say where all prices are of one day', () => {
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 8 }), (all) => {
        const lines = all.flatMap(({ symbol, quantity, price: own }) =>
          own === null ? [] : [line(symbol, quantity, own)],
        );
        const cents = lines.reduce((sum, { quantity, price: own }) => sum + Math.round(quantity * (own ?? 0) * 100), 0);
        expect(totalOf(lines)).toBe(cents / 100);
      }),
      { numRuns: 50 },
    );
  });
});

describe('whether two prices can be of one listing', () => {
  const on = (price: number, asOf: string) => ({ price, asOf });
  test.each([
    [500, '2026-11-20', 45.2, '2026-11-20', false],
    [235.5, '2026-11-20', 23.55, '2026-11-20', false],
    [11, '2026-11-20', 10, '2026-11-20', true],
    [12, '2026-11-20', 10, '2026-11-19', true],
    [13, '2026-11-20', 10, '2026-11-19', false],
    [16, '2026-11-20', 10, '2026-01-20', true],
    [20, '2026-11-20', 10, '2026-01-20', false],
    [39, '2026-11-20', 10, '2020-01-20', true],
    [41, '2026-11-20', 10, '2020-01-20', false],
  ])('%d of %s and %d of %s: %s', (one, day, other, otherDay, expected) => {
    expect(mayBeOneListing(on(one, day), on(other, otherDay))).toBe(expected);
    expect(mayBeOneListing(on(other, otherDay), on(one, day))).toBe(expected);
  });
});
