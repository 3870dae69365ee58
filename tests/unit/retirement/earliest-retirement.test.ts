import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earliestRetirement } from '../../../shared/finance/retirement/answers/earliest-retirement.ts';
import { drive, runSlice } from '../../../shared/finance/retirement/answers/question.ts';
import { plan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan } from '../../../shared/finance/retirement/engine.ts';
import { aPlan, certain } from './a-plan.ts';

const PATHS = 200;
const recordsOf = (given: Plan) => runSlice({ plans: [given], paths: PATHS, record: true }, 0, PATHS).records;

describe('the earliest retirement read off the paths', () => {
  // Whole cents: amounts near the smallest double round differently on the two ways to the same answer.
  const usd = (max: number) =>
    fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: max * 100 }).map((cents) => cents / 100),
    );
  const timing = fc.constantFrom('start' as const, 'end' as const);
  const plans = fc
    .record({
      age: fc.integer({ min: 20, max: 80 }),
      work: fc.integer({ min: 1, max: 40 }),
      balance: usd(3e6),
      saved: usd(1e5),
      growth: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      amount: usd(2e5),
      pension: usd(5e4),
      from: fc.integer({ min: 40, max: 80 }),
      fee: fc.double({ min: 0, max: 0.05, noNaN: true }),
      savingTiming: timing,
      spendingTiming: timing,
      longevity: fc.constantFrom({ model: 'fixed_age', age: 95 }, { model: 'us_period_life_table_2025' }),
      confidence: fc.constantFrom(0.5, 0.85, 0.99),
      seed: fc.maxSafeInteger(),
    })
    .map((given) =>
      plan.parse({
        people: [{ age: given.age, retireAt: given.age + given.work, sex: 'female' }],
        accounts: [{ name: 'a', type: 'tax_free', balance: given.balance, fee: given.fee }],
        savings: [{ amount: given.saved, growth: given.growth, timing: given.savingTiming }],
        incomes: [{ kind: 'pension', amount: given.pension, basis: 'real', from: given.from }],
        spending: { amount: given.amount, timing: given.spendingTiming },
        market: { assets: [{ name: 'equity', weight: 1, mean: 0.07, volatility: 0.16 }] },
        longevity: given.longevity,
        simulation: { paths: PATHS, seed: given.seed, confidence: given.confidence },
      }),
    );

  test('is the one found by trying every age on the same futures', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const records = recordsOf(given);
        expect(records?.earliest.reduce((sum, count) => sum + count, 0)).toBe(PATHS);
        expect(drive(earliestRetirement(given, PATHS, records))).toEqual(drive(earliestRetirement(given, PATHS, null)));
      }),
      { numRuns: 60 },
    );
  });

  test('is the arithmetic of an annuity where nothing is uncertain', () => {
    const given = aPlan({
      people: [{ age: 40, retireAt: 65 }],
      accounts: [{ name: 'a', type: 'tax_free', balance: 100_000 }],
      savings: [{ amount: 20_000 }],
      spending: { amount: 40_000 },
      market: certain,
      longevity: { model: 'fixed_age', age: 95 },
    });
    const growth = 1.05 / 1.02;
    const built = (years: number) => 100_000 * growth ** years + (20_000 * (growth ** years - 1)) / (growth - 1);
    const needed = (years: number) => (40_000 * (1 - growth ** (years - 55)) * growth) / (growth - 1);
    let years = 0;
    while (built(years) < needed(years)) years++;
    const found = drive(earliestRetirement(given, PATHS, recordsOf(given)));
    expect(found).toEqual({ ages: [40 + years], success: 1 });
  });

  test('is an age at which a step begins: what is planned between two steps is answered as the next one', () => {
    const at = (retireAt: number) => drive(earliestRetirement(aPlan({ people: [{ age: 50, retireAt }] }), PATHS, null));
    const between = at(60.5);
    expect(between).toEqual(at(61));
    expect(between?.ages.every(Number.isInteger)).toBe(true);
  });

  test('is not read off where the age decides more than when work ends', () => {
    const worker = { age: 50, retireAt: 60 };
    const others: Plan[] = [
      aPlan({ people: [worker, { age: 50, retireAt: 62 }] }),
      aPlan({ people: [worker], spending: { amount: 40_000, from: 55 } }),
      aPlan({ people: [worker], spending: { amount: 40_000, goals: [{ name: 'roof', age: 55, amount: 50_000 }] } }),
      aPlan({ people: [worker], accounts: [{ name: 'a', type: 'tax_deferred', balance: 1e6, taxRate: 0.2 }] }),
      aPlan({ people: [{ age: 50, retireAt: 60.5 }] }),
      aPlan({ people: [{ age: 65, retireAt: 65 }] }),
    ];
    for (const given of others) expect(recordsOf(given)?.earliest).toHaveLength(0);
  });
});
