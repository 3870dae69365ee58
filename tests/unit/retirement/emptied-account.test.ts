// An account that is emptied and paid into again owes nothing for the gains it once had: they were taxed when it was emptied.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { simulate } from '../../../shared/finance/retirement/simulate.ts';
import { aPlan } from './a-plan.ts';

const still: PlanInput['market'] = {
  assets: [{ name: 'safe', weight: 1, mean: 0, volatility: 0, basis: 'real' }],
  inflation: { mean: 0 },
};

/** A house bought at 40 out of a brokerage account of 100,000, of which 80,000 is gain: 84,000 after tax. */
const house = (amount: number) =>
  projectPlan(
    aPlan({
      people: [{ age: 40, retireAt: 65 }],
      accounts: [{ name: 'Brokerage', type: 'taxable', balance: 100_000, costBasis: 20_000, taxRate: 0.2 }],
      savings: [{ account: 'Brokerage', amount: 30_000 }],
      spending: { amount: 50_000, goals: [{ name: 'House', age: 40, amount }] },
      market: still,
      longevity: { model: 'fixed_age', age: 80 },
      simulation: { paths: 1 },
    }),
  );

interface Case {
  balance: number;
  /** Share of the balance that is gain, and the rate it is taxed at. */
  gain: number;
  rate: number;
  deferred: number;
  saved: number;
  spent: number;
  /** Years from now to a goal, and what it costs. */
  years: number;
  goal: number;
  growth: number;
  inflation: number;
}

const WORK = 12;
const LIFE = 20;

const planOf = (one: Case) =>
  aPlan({
    people: [{ age: 40, retireAt: 40 + WORK }],
    accounts: [
      {
        name: 'Brokerage',
        type: 'taxable',
        balance: one.balance,
        costBasis: one.balance * (1 - one.gain),
        taxRate: one.rate,
      },
      { name: '401(k)', type: 'tax_deferred', balance: one.deferred, taxRate: 0.25 },
    ],
    savings: [{ account: 'Brokerage', amount: one.saved }],
    spending: { amount: one.spent, goals: [{ name: 'House', age: 40 + one.years, amount: one.goal }] },
    market: {
      assets: [{ name: 'a', weight: 1, mean: one.growth, volatility: 0 }],
      inflation: { mean: one.inflation },
    },
    longevity: { model: 'fixed_years', years: LIFE },
    simulation: { paths: 1, seed: 1 },
  });

/** The same in the dollars of the day, lot by lot as a broker keeps it: what is paid in raises the cost, a sale takes its share. */
function byTheCost(one: Case): { left: number; short: number } {
  let [value, cost, deferred] = [one.balance, one.balance * (1 - one.gain), one.deferred];
  let short = 0;
  const pay = (wanted: number) => {
    const keeps = value > 0 ? 1 - one.rate * Math.min(1, Math.max(0, value - cost) / value) : 1;
    const sold = Math.min(value, wanted / keeps);
    cost *= value > 0 ? 1 - sold / value : 0;
    value -= sold;
    const drawn = Math.min(deferred, (wanted - sold * keeps) / 0.75);
    deferred -= drawn;
    return wanted - sold * keeps - drawn * 0.75;
  };
  for (let year = 0; year < LIFE; year++) {
    const prices = (1 + one.inflation) ** year;
    const due = (year >= WORK ? one.spent : 0) + (year === one.years ? one.goal : 0);
    if (due > 0) short += pay(due * prices) / prices;
    const earned = value * one.growth * (1 - one.rate);
    value += earned;
    cost += earned;
    deferred *= 1 + one.growth;
    if (year < WORK) {
      value += one.saved * prices * (1 + one.inflation);
      cost += one.saved * prices * (1 + one.inflation);
    }
  }
  return { left: (value + deferred) / (1 + one.inflation) ** LIFE, short };
}

const cases = fc.record({
  balance: fc.integer({ min: 1, max: 200_000 }),
  gain: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  rate: fc.integer({ min: 1, max: 40 }).map((percent) => percent / 100),
  deferred: fc.integer({ min: 0, max: 200_000 }),
  saved: fc.integer({ min: 0, max: 40_000 }),
  spent: fc.integer({ min: 0, max: 60_000 }),
  years: fc.integer({ min: 0, max: LIFE - 1 }),
  goal: fc.integer({ min: 0, max: 500_000 }),
  growth: fc.integer({ min: 0, max: 12 }).map((percent) => percent / 100),
  inflation: fc.integer({ min: 0, max: 8 }).map((percent) => percent / 100),
});

describe('a taxable account that was emptied', () => {
  test('one dollar more for a house does not tax a life of saving', () => {
    for (const amount of [83_999, 84_000]) {
      const { success, balance, shortfall } = house(amount);
      expect(success).toBe(1);
      expect(shortfall).toBeNull();
      const drop = (balance.p50[30] ?? 0) - (balance.p50[31] ?? 0);
      expect(drop).toBeCloseTo(50_000, 0);
    }
  });

  test('new money in it is taxed nothing where nothing is earned on it', () => {
    fc.assert(
      fc.property(cases, ({ deferred: _, ...drawn }) => {
        // Emptied by a goal that takes all of it and more.
        const one = {
          ...drawn,
          deferred: 0,
          goal: 600_000 + drawn.goal,
          growth: 0,
          inflation: 0,
          years: drawn.years % WORK,
        };
        const saved = one.saved * (WORK - one.years);
        const wanted = one.spent * (LIFE - WORK);
        const { estate } = projectPlan(planOf(one));
        expect(Math.abs(estate.p50 - Math.max(0, saved - wanted))).toBeLessThan(0.01);
      }),
      { numRuns: 100 },
    );
  });

  test('is what an account kept with its cost is, whatever is saved, earned and spent', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { left } = byTheCost(one);
        const { estate } = projectPlan(planOf(one));
        expect(Math.abs(estate.p50 - left)).toBeLessThan(0.01);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a path', () => {
  const rules = [
    { rule: 'constant_real' },
    { rule: 'constant_nominal' },
    { rule: 'guyton_klinger' },
    { rule: 'guyton_klinger', withdrawalRule: true },
    { rule: 'percentage', rate: 0.05 },
    { rule: 'variable_percentage', realReturn: 0.03 },
    { rule: 'floor_and_ceiling', rate: 0.05, floor: 0.8, ceiling: 1.2 },
  ] as const;

  test.each(rules)('leaves nothing behind for the next: %o', (rule) => {
    fc.assert(
      fc.property(cases, fc.constantFrom('start' as const, 'end' as const), (one, timing) => {
        const plan = planOf(one);
        const compiled = compile({
          ...aPlan({
            ...plan,
            people: [
              { age: 40, retireAt: 40 + WORK, sex: 'female' },
              { age: 44, retireAt: 60, sex: 'male' },
            ],
            spending: { ...plan.spending, rule, timing, survivorShare: 0.7 },
            market: {
              rebalanceYears: 3,
              assets: [
                { name: 'a', weight: 0.6, mean: 0.07, volatility: 0.2 },
                { name: 'b', weight: 0.4, mean: 0.03, volatility: 0.05 },
              ],
              inflation: { mean: 0.03, volatility: 0.02, persistence: 0.5 },
            },
            longevity: { model: 'us_period_life_table_2025' },
          }),
        });
        const all = 12;
        const run = (first: number, paths: number) => simulate({ plans: [compiled], first, paths, all, record: true });
        const whole = run(0, all);
        for (let path = 0; path < all; path++) {
          const alone = run(path, 1);
          expect([alone.ruin[0], alone.records?.estate[0], alone.records?.shortfall[0]]).toEqual([
            whole.ruin[path],
            whole.records?.estate[path],
            whole.records?.shortfall[path],
          ]);
        }
      }),
      { numRuns: 10 },
    );
  });
});
