import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { costOverYears } from '../../../shared/finance/costs.ts';
import { glidePathEquity, GLOBAL_MARKET } from '../../../shared/finance/target-mix.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import type { Instrument } from '../../../shared/schemas/classification.ts';
import type { RetirementGoals, Targets } from '../../../shared/schemas/goals.ts';
import { anyLines, AS_OF, cash, exchangeRates, instrument, instruments, line } from './portfolios.ts';

const analyzed = (lines: readonly SnapshotLine[], more: { targets?: Targets; goals?: RetirementGoals } = {}) =>
  analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, exchangeRates, seed: 1, paths: 50, ...more });
const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 10, contribute: 0 };

describe('look-through allocation', () => {
  test('a balanced fund is split into what it is made of', () => {
    const { allocation } = analyzed([line('BALA', 1, 100)]);
    expect(allocation.assetClass.map(({ key, value }) => [key, value])).toEqual([
      ['equity', 33.34],
      ['fixed_income', 33.33],
      ['real_estate', 33.33],
    ]);
  });

  test('what is not classified is its own row, last, and stays in the total', () => {
    const { allocation, unclassified } = analyzed([line('STOX', 1, 40), line('WHAT', 1, 60)]);
    expect(allocation.assetClass.map(({ key, weight }) => [key, weight])).toEqual([
      ['equity', 0.4],
      ['unknown', 0.6],
    ]);
    expect(unclassified).toEqual([{ symbol: 'WHAT', name: 'WHAT Fund', value: 60, weight: 0.6 }]);
  });

  test('a spread that is short of 1 leaves the rest unknown; one that misses 1 by its rounding does not', () => {
    const some = new Map([
      instrument('PART', { assetClasses: { equity: 0.7 }, regions: { europe: 0.9999995 }, sectors: { energy: 1 } }),
    ]);
    const { allocation } = analyze({
      asOf: AS_OF,
      baseCurrency: 'USD',
      lines: [line('PART', 1, 100)],
      instruments: some,
      seed: 1,
    });
    expect(allocation.assetClass.map(({ key, value }) => [key, value])).toEqual([
      ['equity', 70],
      ['unknown', 30],
    ]);
    expect(allocation.region.map(({ key, value }) => [key, value])).toEqual([['europe', 100]]);
  });
});

describe('drift', () => {
  test('against own targets: what is above is sold, what is below is bought, to the cent', () => {
    const { drift } = analyzed([line('STOX', 1, 700), line('BOND', 1, 300)], {
      targets: { assetClasses: { equity: 0.6, fixed_income: 0.3, cash: 0.1 } },
    });
    expect(drift.assetClass).toMatchObject({ source: 'person', scope: 'portfolio', value: 1000 });
    expect(drift.assetClass?.rows.map(({ key, toTarget }) => [key, toTarget])).toEqual([
      ['equity', -100],
      ['fixed_income', 0],
      ['cash', 100],
    ]);
    expect(drift.assetClass?.turnover).toBeCloseTo(0.1, 12);
  });

  test('without a target and without an age there is nothing to compare asset classes with', () => {
    expect(analyzed([line('STOX', 1, 700)]).drift.assetClass).toBeNull();
  });

  test('without a target an age gives a target-date mix, which says where it is from', () => {
    const table = analyzed([line('STOX', 1, 700)], { goals }).drift.assetClass;
    expect(table?.source).toBe('default');
    expect(table?.how).toContain('Vanguard');
    expect(table?.rows.find(({ key }) => key === 'equity')?.target).toBe(0.82);
  });

  test('a mix that nobody gave calls no cash or gold a departure from it, and agrees with the trades', () => {
    const lines = [line('STOX', 1, 700), line('BOND', 1, 300)];
    const alone = analyzed(lines, { goals }).drift.assetClass;
    const withCash = analyzed([...lines, cash(500)], { goals });
    expect(withCash.drift.assetClass).toEqual(alone);
    expect(alone?.value).toBe(1000);
    const wanted = alone?.rows.find(({ key }) => key === 'equity')?.toTarget ?? 0;
    expect(wanted).toBeCloseTo(120, 2);
    for (const { symbol, action } of withCash.rebalancing?.trades ?? [])
      expect([symbol, action]).not.toEqual(['STOX', 'sell']);
    expect(analyzed([cash(500)], { goals }).drift.assetClass).toBeNull();
  });

  test('what is not classified is no part of the comparison', () => {
    const table = analyzed([line('STOX', 1, 500), line('BOND', 1, 500), line('WHAT', 1, 900)], {
      targets: { assetClasses: { equity: 0.5, fixed_income: 0.5 } },
    }).drift.assetClass;
    expect(table?.value).toBe(1000);
    expect(table?.rows.every(({ drift }) => drift === 0)).toBe(true);
  });

  test("regions are compared among the stocks: a person's bonds and cash are no bet on a region", () => {
    const alone = analyzed([line('STOX', 1, 500)]).drift.region;
    const withBonds = analyzed([line('STOX', 1, 500), line('BOND', 1, 900), cash(800)]).drift.region;
    expect(withBonds).toEqual(alone);
    expect(alone).toMatchObject({ scope: 'equity', value: 500, source: 'default' });
  });

  test("only a target for the global share compares the whole portfolio's regions", () => {
    const targets = { regions: { north_america: 0.5, global: 0.5 } };
    expect(analyzed([line('BOND', 1, 500), cash(500)], { targets }).drift.region).toMatchObject({
      scope: 'portfolio',
      turnover: 0,
    });
  });

  test('money to move adds up to nothing, for any portfolio and targets', () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(anyLines, weight, weight, weight, (lines, a, b, c) => {
        fc.pre(a + b + c > 0);
        const sum = a + b + c;
        const targets = { assetClasses: { equity: a / sum, fixed_income: b / sum, cash: c / sum } };
        const { assetClass, region } = analyzed(lines, { targets }).drift;
        for (const table of [assetClass, region]) {
          const moved = (table?.rows ?? []).reduce((total, { toTarget }) => total + Math.round(toTarget * 100), 0);
          expect(moved).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('default targets', () => {
  test('the glide path is 90 % early, 50 % at retirement, 30 % from seven years after', () => {
    expect([60, 25, 12.5, 0, -3.5, -7, -40].map(glidePathEquity)).toEqual([0.9, 0.9, 0.7, 0.5, 0.4, 0.3, 0.3]);
  });

  // Vanguard Target Retirement funds' stocks, per cent of assets, 2024-09-30, from their summary prospectuses of
  // 2025-01-31: 2030 61.5, 2035 69.0, 2040 76.5. A fund of year Y retires in the middle of Y; tolerance 4 points.
  test.each([
    [2030, 0.615],
    [2035, 0.69],
    [2040, 0.765],
  ])('it is near what the %i fund really holds', (year, equity) => {
    expect(Math.abs(glidePathEquity(year + 0.5 - 2024.75) - equity)).toBeLessThan(0.04);
  });

  test('the world has no missing part', () => {
    expect(Object.values(GLOBAL_MARKET.weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe('concentration', () => {
  test('four equal holdings count as four, one as one', () => {
    const four = ['STOX', 'BOND', 'BALA', 'ACME'].map((symbol) => line(symbol, 1, 100));
    expect(analyzed([...four, cash(600)]).concentration).toMatchObject({
      herfindahl: 0.25,
      effectiveHoldings: 4,
      largestWeight: 0.1,
      topFiveWeight: 0.4,
      singleStockWeight: 0.1,
    });
    expect(analyzed([line('ACME', 1, 1)]).concentration.effectiveHoldings).toBe(1);
  });

  test('two share classes of a company are one company', () => {
    const { concentration } = analyzed([line('GOOG', 1, 30), line('GOOGL', 1, 30), line('ACME', 1, 40)]);
    expect(concentration.largestIssuer).toEqual({ name: 'Alphabet', symbols: ['GOOG', 'GOOGL'], weight: 0.6 });
    expect(concentration.largestSymbol).toBe('ACME');
  });

  test('a company held in New York and at home is one, and two of the same name that nobody vouches for are two', () => {
    const known = new Map(referenceInstruments.map((one) => [one.symbol, one]));
    const read = (lines: readonly SnapshotLine[], all: ReadonlyMap<string, Instrument>) =>
      analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments: all, seed: 1, paths: 10 });
    const held = [line('SAP', 1, 30), line('SAP.DE', 1, 30), line('T', 1, 20), line('T.TO', 1, 20)];
    const { concentration } = read(held, known);
    expect(concentration.largestIssuer).toEqual({ name: 'SAP SE', symbols: ['SAP', 'SAP.DE'], weight: 0.6 });
    const one = known.get('SAP.DE');
    if (one === undefined || one.classification === null) throw new Error('SAP.DE is not in the reference set');
    const mine = { ...one, classification: { ...one.classification, source: 'user' as const } };
    const own = new Map([...known, ['SAP.DE', mine]]);
    expect(read(held, own).concentration.largestIssuer?.weight).toBe(0.3);
  });

  test('a money market fund is cash, not a concentrated position', () => {
    const funds = new Map([
      instrument('SPAXX', { assetClasses: { cash: 1 }, regions: { global: 1 }, sectors: { cash: 1 } }),
    ]);
    const result = analyze({
      asOf: AS_OF,
      baseCurrency: 'USD',
      lines: [line('SPAXX', 100, 1)],
      instruments: funds,
      seed: 1,
    });
    expect(result.concentration.largestSymbol).toBeNull();
  });

  test('the effective number is between one and the number held, for any portfolio', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { concentration, totals } = analyzed(lines);
        if (concentration.effectiveHoldings === null) return;
        expect(concentration.effectiveHoldings).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(concentration.effectiveHoldings).toBeLessThanOrEqual(totals.holdings + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});

describe('costs', () => {
  // US SEC, "How Fees and Expenses Affect Your Investment Portfolio": 100,000 dollars at 4 % for 20 years; a fee of 1 %
  // costs 27,832 in fees and 12,067 in lost growth, together 39,899.
  test("the SEC's own illustration", () => {
    expect(Math.round(costOverYears(100_000, 0.01))).toBe(39_899);
  });

  test('funds are weighted by value, stocks cost nothing to hold, an unknown fund lowers the coverage', () => {
    const { costs } = analyzed([
      line('STOX', 1, 400),
      line('BALA', 1, 100),
      line('ACME', 1, 500),
      line('WHAT', 1, 1000),
      cash(99),
    ]);
    expect(costs.weightedExpenseRatio).toBeCloseTo(0.0014, 12);
    expect(costs).toMatchObject({ coverage: 0.5, yearlyCost: 1.4 });
    expect(costs.overYears?.cost).toBeCloseTo(costOverYears(1000, 0.0014), 2);
  });

  test('no fund of known cost: no figure, rather than 0', () => {
    expect(analyzed([line('WHAT', 1, 1000), line('ACME', 1, 5)]).costs).toMatchObject({
      weightedExpenseRatio: null,
      yearlyCost: null,
    });
  });
});
