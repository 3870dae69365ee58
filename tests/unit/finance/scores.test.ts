import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { GLOBAL_MARKET } from '../../../shared/finance/target-mix.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { anyLines, AS_OF, cash, exchangeRates, instrument, instruments, line } from './portfolios.ts';

const worldSectors = {
  information_technology: 0.24,
  financials: 0.16,
  industrials: 0.12,
  consumer_discretionary: 0.11,
  health_care: 0.11,
  communication_services: 0.08,
  consumer_staples: 0.06,
  materials: 0.04,
  energy: 0.04,
  utilities: 0.02,
  real_estate: 0.02,
};
const US = { north_america: 1 };
const stocks = { equity: 1 };
const company = (symbol: string, sector: string) =>
  instrument(symbol, { assetClasses: stocks, regions: US, sectors: { [sector]: 1 } }, { type: 'stock' });
const companies = ['energy', 'financials', 'health_care', 'industrials', 'materials', 'utilities'].flatMap((sector) =>
  [1, 2, 3, 4, 5].map((number) => company(`${sector.slice(0, 3).toUpperCase()}${number}`, sector)),
);
const names = companies.map(([symbol]) => symbol);
const alternative = { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } };
const all = new Map([
  ...instruments,
  ...companies,
  instrument('WORLD', { assetClasses: stocks, regions: GLOBAL_MARKET.weights, sectors: worldSectors }),
  instrument('USA', {
    assetClasses: stocks,
    regions: US,
    sectors: { ...worldSectors, information_technology: 0.33, financials: 0.13, industrials: 0.1, materials: 0.02 },
  }),
  instrument('TECH', { assetClasses: stocks, regions: US, sectors: { information_technology: 1 } }),
  instrument('GOLD', { assetClasses: { commodities: 1 }, regions: { global: 1 }, sectors: { commodities: 1 } }),
  instrument('LAND', { assetClasses: { real_estate: 1 }, regions: US, sectors: { real_estate: 1 } }),
  instrument('COIN', alternative, { type: 'crypto', expenseRatio: null }),
  instrument('COINFUND', alternative),
  instrument('NAMED', { assetClasses: stocks, regions: US, sectors: { unknown: 1 } }),
  instrument('OTHERS', { assetClasses: stocks, regions: US, sectors: { other: 1 } }),
  instrument('NOWHERE', { assetClasses: stocks, regions: { unknown: 1 }, sectors: { unknown: 1 } }),
  instrument('LENT', { assetClasses: { fixed_income: 1 }, regions: { unknown: 1 }, sectors: { unknown: 1 } }),
  instrument('PARTNERS', alternative, { type: 'other', expenseRatio: null }),
  instrument(
    'NOTE',
    { assetClasses: { fixed_income: 1 }, regions: US, sectors: { corporate_bonds: 1 } },
    { type: 'bond', expenseRatio: null },
  ),
  instrument(
    'BILL',
    { assetClasses: { fixed_income: 1 }, regions: US, sectors: { government_bonds: 1 } },
    { type: 'bond', expenseRatio: null },
  ),
]);
const analysisOf = (lines: readonly SnapshotLine[]) =>
  analysisSchema.parse(
    analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments: all, exchangeRates, seed: 1, paths: 50 }),
  );
const scoresOf = (lines: readonly SnapshotLine[]) => analysisOf(lines).scores;
type Mix = Readonly<Record<string, number>>;
const linesOf = (mix: Mix) =>
  Object.entries(mix).map(([symbol, value]) => (symbol === 'CASH' ? cash(value) : line(symbol, value, 1)));
const equal = (count: number): Mix => Object.fromEntries(names.slice(0, count).map((name) => [name, 100]));
const spread = (count: number): Mix =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [names[(at * 5 + Math.floor(at / 6)) % 30] ?? '', 100]));
const graded = (mix: Mix) => scoresOf(linesOf(mix))?.diversification?.score ?? null;
/** The grade before rounding: 1 + 9 x product of the parts. */
const exactly = (mix: Mix): number => {
  const parts = scoresOf(linesOf(mix))?.diversification?.parts ?? [];
  return 1 + 9 * parts.reduce((product, { grade }) => product * grade, 1);
};

describe('diversification', () => {
  test.each<[string, Mix, number | null]>([
    ['the world in a fund, with bonds', { WORLD: 60, BOND: 40 }, 10],
    ['a target-date fund far from its date', { WORLD: 90, BOND: 10 }, 9],
    ["the world's stocks in one fund", { WORLD: 100 }, 7],
    ['US stocks in one fund, with bonds', { USA: 60, BOND: 40 }, 10],
    ['US stocks in one fund', { USA: 100 }, 6],
    ['the same by a name that says no sectors', { NAMED: 60, BOND: 40 }, 10],
    ['that, with bonds by name too', { NAMED: 60, LENT: 40 }, 10],
    ['that, from one who calls it "other"', { OTHERS: 60, BOND: 40 }, 10],
    ['US stocks by name alone', { NAMED: 100 }, 6],
    ['stocks of unknown regions', { NOWHERE: 100 }, 7],
    ['one sector beside a little that is not known', { TECH: 80, NAMED: 20 }, 4],
    ['bonds alone', { BOND: 100 }, 7],
    ['a fund of one sector', { TECH: 100 }, 3],
    ['property alone', { LAND: 100 }, 3],
    ['gold alone', { GOLD: 100 }, 3],
    ['thirty companies', spread(30), 5],
    ['ten companies in six sectors', spread(10), 5],
    ['five companies of one sector', equal(5), 2],
    ['two companies', spread(2), 2],
    ['one company', { ACME: 100 }, 1],
    ['one company in two share classes', { GOOG: 50, GOOGL: 50 }, 1],
    ['all bitcoin', { COIN: 100 }, 1],
    ['all bitcoin, through a fund', { COINFUND: 100 }, 1],
    ['one private partnership', { PARTNERS: 100 }, 1],
    ["one company's bond", { NOTE: 100 }, 1],
    ["a government's bills", { BILL: 100 }, 7],
    ['a good fund and a tenth in one company', { WORLD: 54, BOND: 36, ACME: 10 }, 9],
    ['a good fund and as much in one company', { WORLD: 30, BOND: 20, ACME: 50 }, 4],
    ['all cash', { CASH: 100 }, null],
    ['nothing', {}, null],
    ['mostly unknown', { WHAT: 60, WORLD: 40 }, null],
    ['cash beside what is unknown', { WHAT: 40, CASH: 60 }, null],
    ['cash with a trifle of one company', { CASH: 99, ACME: 1 }, null],
  ])('%s', (_, mix, score) => {
    expect(graded(mix)).toBe(score);
  });

  test('a single stock costs grade by grade', () => {
    const scores = [0, 10, 20, 40, 80, 100].map((share) =>
      exactly({ WORLD: 60 * (1 - share / 100), BOND: 40 * (1 - share / 100), ACME: share }),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  const share = fc.integer({ min: 1, max: 100 });
  const anyStocks = fc.dictionary(
    fc.constantFrom('WORLD', 'USA', 'TECH', 'STOX', 'LAND', 'GOLD', 'COIN', 'PARTNERS', ...names.slice(0, 12)),
    share,
    { minKeys: 1, maxKeys: 12 },
  );

  test('cash changes nothing, for it bears no risk that could be spread', () => {
    fc.assert(
      fc.property(anyStocks, fc.integer({ min: 1, max: 90 }), (mix, percent) => {
        const whole = Object.values(mix).reduce((sum, value) => sum + value, 0);
        expect(exactly({ ...mix, CASH: (whole * percent) / (100 - percent) })).toBeCloseTo(exactly(mix), 9);
      }),
      { numRuns: 60 },
    );
  });

  test('bonds beside anything but bonds never lower it, up to as much again', () => {
    fc.assert(
      fc.property(anyStocks, fc.double({ min: 0.001, max: 1, noNaN: true }), (mix, part) => {
        const whole = Object.values(mix).reduce((sum, value) => sum + value, 0);
        expect(exactly({ ...mix, BOND: whole * part })).toBeGreaterThanOrEqual(exactly(mix) - 0.005);
      }),
      { numRuns: 150 },
    );
  });

  test('one more company in equal parts never lowers it, nor does putting companies into a fund of their sector', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 29 }), fc.boolean(), (count, mixed) => {
        const of = mixed ? spread : equal;
        expect(exactly(of(count + 1))).toBeGreaterThanOrEqual(exactly(of(count)) - 1e-9);
      }),
    );
    fc.assert(
      fc.property(share, share, (tech, world) => {
        const one = company('CHIP', 'information_technology');
        all.set(...one);
        expect(exactly({ TECH: tech, WORLD: world })).toBeGreaterThan(exactly({ CHIP: tech, WORLD: world }));
      }),
    );
  });

  test('does not depend on the size of the portfolio, nor on the accounts it lies in', () => {
    fc.assert(
      fc.property(anyStocks, (mix) => {
        const large = Object.fromEntries(Object.entries(mix).map(([symbol, value]) => [symbol, value * 1000]));
        expect(exactly(large)).toBeCloseTo(exactly(mix), 9);
        const halves = linesOf(mix).flatMap((one) => [one, { ...one, accountName: 'IRA' }]);
        expect(scoresOf(halves)?.diversification?.score).toBe(graded(mix));
      }),
      { numRuns: 60 },
    );
  });

  test('says what each part leaves, and which is to blame', () => {
    const parts = scoresOf(linesOf({ USA: 100 }))?.diversification?.parts ?? [];
    expect(parts.map(({ key, grade }) => [key, Number(grade.toFixed(3))])).toEqual([
      ['companies', 1],
      ['sectors', 1],
      ['regions', 0.875],
      ['assetClasses', 0.65],
    ]);
    expect(parts.find(({ key }) => key === 'assetClasses')?.weight).toBeGreaterThan(0.7);
    const bonds = scoresOf(linesOf({ BOND: 1 }))?.diversification?.parts ?? [];
    expect(bonds.map(({ key }) => key)).toEqual(['companies', 'assetClasses']);
  });
});

describe('risk', () => {
  test.each<[string, Mix, number | null]>([
    ['cash', { CASH: 100 }, 1],
    ['a fifth in stocks beside cash', { CASH: 80, WORLD: 20 }, 2],
    ['bonds', { BOND: 100 }, 4],
    ['stocks and bonds, half and half', { WORLD: 50, BOND: 50 }, 5],
    ['stocks and bonds, 80 to 20', { WORLD: 80, BOND: 20 }, 7],
    ["the world's stocks", { WORLD: 100 }, 8],
    ['five companies', spread(5), 9],
    ['one company', { ACME: 100 }, 10],
    ['stocks, and bitcoin for almost half', { WORLD: 55, COIN: 45 }, 10],
    ['mostly bitcoin, which has no figures', { COIN: 100 }, null],
    ['nothing', {}, null],
  ])('of %s', (_, mix, score) => {
    expect(scoresOf(linesOf(mix))?.risk?.score ?? null).toBe(score);
  });

  test('every grade is 1 to 10 and its parts weigh 1, for any portfolio', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const scores = scoresOf(lines);
        for (const one of [scores?.diversification, scores?.risk]) {
          if (one === null || one === undefined) continue;
          expect(one.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 150 },
    );
  });
});
