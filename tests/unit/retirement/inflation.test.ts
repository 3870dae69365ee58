import { describe, expect, test } from '@jest/globals';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import { projectPlan, runSlice } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { inflationSteps } from '../../../shared/finance/retirement/returns/inflation.ts';
import { meanStudentScale } from '../../../shared/finance/retirement/returns/student-scale.ts';
import { aPlan } from './a-plan.ts';
import { vectors } from './vectors.ts';
import { correlation, deviation, mean } from './sample-statistics.ts';

const PATHS = 10_000;
const YEARS = 3;
type Steps = 1 | 4 | 12;

/** Yearly factors of many paths: [year][column][path], nominal for the assets, inflation last. */
function yearly(market: PlanInput['market'], stepsPerYear: Steps): number[][][] {
  const { market: drawn } = compile(aPlan({ market, simulation: { stepsPerYear, seed: 3 } }));
  const { columns } = drawn;
  const stride = YEARS * stepsPerYear;
  const block = new Float64Array(PATHS * stride * columns);
  drawn.fill(block, 0, PATHS, stride, new Int32Array(PATHS).fill(stride));
  const product = (path: number, year: number, column: number): number => {
    let factor = 1;
    for (let step = year * stepsPerYear; step < (year + 1) * stepsPerYear; step++) {
      factor *= block[(path * stride + step) * columns + column] ?? NaN;
    }
    return factor;
  };
  const prices = columns - 1;
  return Array.from({ length: YEARS }, (_, year) =>
    Array.from({ length: columns }, (_column, column) =>
      Array.from({ length: PATHS }, (_path, path) =>
        column === prices ? product(path, year, prices) : product(path, year, column) * product(path, year, prices),
      ),
    ),
  );
}
const market = (persistence: number, value: number, returns: PlanInput['market']['returns']): PlanInput['market'] => ({
  assets: [
    { name: 'shares', weight: 1, mean: 0.07, volatility: 0.16 },
    { name: 'notes', weight: 1, mean: 0.04, volatility: 0.06 },
  ],
  correlations: [
    { between: ['shares', 'notes'], value: 0.3 },
    { between: ['notes', 'inflation'], value },
  ],
  inflation: { mean: 0.025, volatility: 0.0177, persistence },
  returns,
});
const lognormal = { model: 'lognormal' } as const;
const student = { model: 'student_t', degreesOfFreedom: 5 } as const;

describe.each([
  ['lognormal', lognormal, 0, -0.4, 1],
  ['lognormal', lognormal, 0.6, -0.4, 1],
  ['lognormal', lognormal, 0.6, -0.4, 4],
  ['lognormal', lognormal, 0.6, -0.4, 12],
  ['lognormal', lognormal, 0.9, -0.4, 12],
  ['Student-t', student, 0.6, -0.4, 1],
  ['Student-t', student, 0.6, -0.4, 12],
] as const)('%s %j: inflation of persistence %p and correlation %p by steps of 1/%p year', (...given) => {
  const [, returns, persistence, rho, stepsPerYear] = given;
  const years = yearly(market(persistence, rho, returns), stepsPerYear);
  // Standard errors of n paths: of a mean s / sqrt(n), of s itself s / sqrt(2 n), of a correlation below 1 / sqrt(n)
  // (fat tails add to the last two). Four of them.
  const error = 4 / Math.sqrt(PATHS);

  test.each([0, YEARS - 1])('year %p has the yearly mean, volatility and correlations asked for', (year) => {
    const [shares = [], notes = [], prices = []] = years[year] ?? [];
    expect(Math.abs(mean(prices) - 1.025)).toBeLessThan(error * 0.0177);
    expect(Math.abs(deviation(prices) / 0.0177 - 1)).toBeLessThan(error);
    expect(Math.abs(deviation(notes) / 0.06 - 1)).toBeLessThan(2 * error);
    expect(Math.abs(correlation(notes, prices) - rho)).toBeLessThan(error);
    expect(Math.abs(correlation(shares, prices))).toBeLessThan(error);
    expect(Math.abs(correlation(shares, notes) - 0.3)).toBeLessThan(1.5 * error);
  });
  test('a deviation is left a year later by as much as the persistence says, and returns do not remember', () => {
    const [first = [], second = [], third = []] = years.map((columns) => columns.map((column) => column));
    expect(Math.abs(correlation(first[2] ?? [], second[2] ?? []) - persistence)).toBeLessThan(error);
    expect(Math.abs(correlation(first[2] ?? [], third[2] ?? []) - persistence ** 2)).toBeLessThan(error);
    expect(Math.abs(correlation(first[1] ?? [], second[1] ?? []))).toBeLessThan(error);
  });
});

test.each([0, 0.3, 0.6, 0.9, 0.99])(
  'the closed form: persistence %p keeps the variance of a year at any steps',
  (p) => {
    for (const stepsPerYear of [1, 4, 12, 52]) {
      const { memory, shock, spread, logMean } = inflationSteps(
        { mean: 0.025, volatility: 0.0177, persistence: p },
        stepsPerYear,
      );
      // Var D = memory^2 Var D + m shock^2.
      expect((stepsPerYear * shock ** 2) / (1 - memory ** 2)).toBeCloseTo(spread ** 2, 15);
      // Mean and standard deviation of e^(m logMean + D), D normal.
      const factor = Math.exp(stepsPerYear * logMean + spread ** 2 / 2);
      expect(factor).toBeCloseTo(1.025, 12);
      expect(factor * Math.sqrt(Math.exp(spread ** 2) - 1)).toBeCloseTo(0.0177, 12);
    }
  },
);

function successOf(plan: Plan): number {
  const { paths } = plan.simulation;
  return runSlice({ plans: [plan], paths, record: false }, 0, paths).ruin.filter((step) => step < 0).length / paths;
}

test.each([lognormal, student])('a path is the same whatever block it is computed in: %j', (returns) => {
  const plan = aPlan({ market: market(0.6, -0.4, returns), simulation: { stepsPerYear: 4, seed: 9 } });
  const { market: drawn } = compile(plan);
  const size = 40 * drawn.columns;
  const [whole, cut] = [new Float64Array(10 * size), new Float64Array(3 * size)];
  drawn.fill(whole, 0, 10, 40, new Int32Array(10).fill(40));
  compile(plan).market.fill(cut, 6, 3, 40, new Int32Array(3).fill(40));
  expect(cut).toEqual(whole.subarray(6 * size, 9 * size));
});

test('the chance of success does not hang on the steps of a year, with persistent inflation as without', () => {
  const success = [1, 4, 12].map((steps) =>
    [0, 0.6].map((persistence) =>
      successOf(
        aPlan({
          accounts: [{ name: 'savings', type: 'tax_free', balance: 900_000 }],
          incomes: [{ kind: 'pension', amount: 20_000, basis: 'nominal', from: 65 }],
          spending: { amount: 60_000 },
          market: market(persistence, 0, lognormal),
          simulation: { paths: 4_000, seed: 1, stepsPerYear: steps === 1 ? 1 : steps === 4 ? 4 : 12 },
        }),
      ),
    ),
  );
  for (const row of success) {
    row.forEach((value, index) => {
      // Withdrawals through the year instead of at its start are worth about a point; standard error 0.8 points.
      expect(Math.abs(value - (success[0]?.[index] ?? NaN))).toBeLessThan(0.04);
    });
  }
});

describe('correlations with inflation', () => {
  test('that cannot be had beside the persistence are refused by name, with what can', () => {
    let said = '';
    try {
      compile(aPlan({ market: market(0.9, -0.7, lognormal) }));
    } catch (error) {
      said = JSON.stringify(error);
    }
    expect(said).toContain('between \\"notes\\" and \\"inflation\\" can be at most about 0.43 in size');
    expect(said).toContain('market.correlations');
    expect(() => compile(aPlan({ market: market(0.9, -0.4, lognormal) }))).not.toThrow();
  });

  const defaults = (persistence: number): PlanInput['market'] => ({
    assets: ['equity', 'fixed_income', 'cash'].map((name) => ({ name, weight: 1 })),
    inflation: { mean: 0.026, volatility: 0.0177, persistence },
  });
  test('are the published ones where a plan gives none', () => {
    const [first] = yearly(defaults(0.6), 4);
    const [shares = [], bonds = [], cash = [], prices = []] = first ?? [];
    const { stock_inflation, bond_inflation, cash_inflation } = vectors.capitalMarketAssumptions.correlations1990to2024;
    expect(Math.abs(correlation(shares, prices) - stock_inflation)).toBeLessThan(0.03);
    expect(Math.abs(correlation(bonds, prices) - bond_inflation)).toBeLessThan(0.03);
    expect(Math.abs(correlation(cash, prices) - cash_inflation)).toBeLessThan(0.03);
  });
  test('give way, and say so, where persistence leaves no room for all of them', () => {
    const answer = (persistence: number) =>
      projectPlan(aPlan({ market: defaults(persistence), simulation: { paths: 100 } }));
    const result = answer(0.97);
    expect(result.notes.join(' ')).toMatch(/default correlations of returns with inflation .* \d\d% of each is kept/);
    expect(answer(0.6).notes.join(' ')).not.toMatch(/% of each is kept/);
  });
  test('of real returns have no default', () => {
    const [first] = yearly(
      {
        assets: [{ name: 'fixed_income', weight: 1, mean: 0.02, volatility: 0.06, basis: 'real' }],
        inflation: { mean: 0.026, volatility: 0.0177 },
      },
      1,
    );
    const [nominal = [], prices = []] = first ?? [];
    const real = nominal.map((growth, path) => growth / (prices[path] ?? NaN));
    expect(Math.abs(correlation(real, prices))).toBeLessThan(0.03);
  });
});

// Gamma(2) / Gamma(5/2) = 4 / (3 sqrt(pi)); Gamma(1) / Gamma(3/2) = 2 / sqrt(pi); it tends to 1 as the law to the normal.
test('the mean of the common scale of Student-t returns is the closed one', () => {
  expect(meanStudentScale(5)).toBeCloseTo((Math.sqrt(1.5) * 4) / (3 * Math.sqrt(Math.PI)), 12);
  expect(meanStudentScale(3)).toBeCloseTo((Math.sqrt(0.5) * 2) / Math.sqrt(Math.PI), 12);
  expect(meanStudentScale(1e9)).toBeCloseTo(1, 8);
});
