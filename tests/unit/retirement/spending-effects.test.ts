import { describe, expect, test } from '@jest/globals';
import { runSlice } from '../../../shared/finance/retirement/answers/question.ts';
import { whatIfs } from '../../../shared/finance/retirement/answers/what-ifs.ts';
import {
  answerPlan,
  mergeTallies,
  planResult,
  projectPlan,
  tallyState,
} from '../../../shared/finance/retirement/engine.ts';
import type { Plan } from '../../../shared/finance/retirement/engine.ts';
import { quantileChanges } from '../../../shared/finance/retirement/quantile-change.ts';
import { fillNormals } from '../../../shared/finance/random/normal.ts';
import { startStream } from '../../../shared/finance/random/stream.ts';
import { aPlan } from './a-plan.ts';
import { deviation, mean } from './sample-statistics.ts';

const market: Plan['market'] = aPlan({
  market: {
    assets: [
      { name: 'equity', weight: 0.6 },
      { name: 'fixed_income', weight: 0.4 },
    ],
  },
}).market;
const worker = (more: Parameters<typeof aPlan>[0] = {}) =>
  aPlan({
    people: [{ age: 55, retireAt: 65 }],
    savings: [{ amount: 10_000 }],
    market,
    spending: { amount: 40_000, rule: { rule: 'percentage', rate: 0.05 } },
    simulation: { paths: 800, seed: 4 },
    ...more,
  });

describe('what-ifs of a plan that spends a share of what there is', () => {
  const given = worker();
  const result = planResult.parse(projectPlan(given));

  test('are ranked by what they do to spending, not eight times nothing', () => {
    expect(result.success).toBe(1);
    expect(result.whatIfMeasure).toBe('spending');
    expect(result.whatIfs.map(({ change }) => change)).toEqual(result.whatIfs.map(() => 0));
    const sizes = result.whatIfs.map(({ spending }) => Math.abs(spending?.median.change ?? 0));
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    expect(sizes[0]).toBeGreaterThan(0);
    const changeOf = (key: string) => result.whatIfs.find((one) => one.key === key)?.spending?.median.change ?? 0;
    expect(changeOf('save_20_percent_more')).toBeGreaterThan(0);
    expect(changeOf('retire_2_years_later')).toBeGreaterThan(0);
    expect(changeOf('returns_1_point_lower')).toBeLessThan(0);
  });

  test('are compared at the age said, as a run of each change by itself has it', () => {
    const { comparedSpending, spending } = result;
    expect(comparedSpending?.age).toBe(75);
    const at = spending.ages.indexOf(75);
    expect([comparedSpending?.low, comparedSpending?.median]).toEqual([spending.p5[at], spending.p50[at]]);
    for (const { key, plan } of whatIfs(given, { mean: result.market.mean, inflation: result.market.inflation })) {
      const { records } = runSlice({ plans: [plan], paths: 800, record: true }, 0, 800);
      const [low, median] = records?.spending.read(20, [0.05, 0.5]) ?? [];
      const told = result.whatIfs.find((one) => one.key === key)?.spending;
      expect([told?.low.value, told?.median.value]).toEqual([low, median]);
      expect(told?.median.change).toBeCloseTo((median ?? 0) - (comparedSpending?.median ?? 0), 6);
    }
  });

  test('show beside the one year what a change takes in the others', () => {
    const certain = worker({
      people: [{ age: 55, retireAt: 60 }],
      incomes: [{ kind: 'social_security', amount: 30_000, claimAt: 62 }],
      spending: { amount: 60_000, rule: { rule: 'variable_percentage', realReturn: 0.03 }, planTo: 95 },
      longevity: { model: 'fixed_age', age: 95 },
      simulation: { paths: 400, seed: 4 },
    });
    const { comparedSpending, whatIfs: changes } = projectPlan(certain);
    const of = (key: string) => changes.find((one) => one.key === key)?.spending;
    for (const { key, plan } of whatIfs(certain, { mean: 0.05, inflation: 0.025 })) {
      if (key !== 'claim_at_70' && key !== 'live_5_years_longer') continue;
      const oneByOne = Array.from({ length: 400 }, (_, path) => {
        const { records } = runSlice({ plans: [plan], paths: 400, record: true }, path, 1);
        const spent = Array.from({ length: key === 'claim_at_70' ? 35 : 40 }, (_each, year) => records?.spending.read(5 + year, [0.5])[0] ?? NaN); // prettier-ignore
        return [Math.min(...spent), mean(spent)];
      });
      const [lowest, average] = [0, 1].map((at) => oneByOne.map((both) => both[at] ?? NaN).toSorted((a, b) => a - b));
      const middle = (sorted: number[] = []) => ((sorted[199] ?? NaN) + (sorted[200] ?? NaN)) / 2;
      expect(of(key)?.lowestYear.value).toBeCloseTo(middle(lowest), 6);
      expect(of(key)?.meanYear.value).toBeCloseTo(middle(average), 6);
    }
    // Five years on other income alone, which the year compared knows nothing of.
    expect(of('live_5_years_longer')?.median.change).toBe(0);
    expect(of('live_5_years_longer')?.lowestYear.value).toBeCloseTo(21_000, 6);
    expect(of('claim_at_70')?.median.change).toBeGreaterThan(10_000);
    expect(of('claim_at_70')?.lowestYear.change).toBeLessThan(0);
    expect(comparedSpending?.lowestYear).toBeLessThan(comparedSpending?.meanYear ?? 0);
  });

  test('are the same however the paths are divided among workers', () => {
    const asking = answerPlan(given);
    let next = asking.next();
    while (next.done !== true) {
      const question = next.value;
      const slice = (from: number, to: number) => structuredClone(tallyState(runSlice(question, from, to - from)));
      next = asking.next(mergeTallies([slice(0, 271), slice(271, 272), slice(272, question.paths)]));
    }
    expect(next.value).toEqual(result);
  });

  test('of random lives count those who live then, with the change and without it', () => {
    const { whatIfs: changes, comparedSpending } = projectPlan(
      worker({ longevity: { model: 'us_period_life_table_2025' }, people: [{ age: 55, retireAt: 65, sex: 'female' }] }),
    );
    expect(comparedSpending?.median).toBeGreaterThan(0);
    for (const { spending } of changes) expect(spending?.low.standardError).toBeGreaterThan(0);
  });

  test('are ranked by success where it moves, and where spending is what it is', () => {
    const measureOf = (plan: Plan) => {
      const { whatIfMeasure, comparedSpending, whatIfs: changes } = projectPlan(plan);
      return [whatIfMeasure, comparedSpending, changes.some(({ spending }) => spending !== undefined)];
    };
    const goals = [{ age: 70, amount: 600_000, name: 'house' }];
    const goal = worker({ spending: { ...given.spending, goals } });
    expect(measureOf(goal)).toEqual(['success', null, false]);
    expect(measureOf(worker({ spending: { amount: 1000 } }))).toEqual(['success', null, false]);
  });

  test('are compared in no year where only a few are spent in', () => {
    const { comparedSpending } = projectPlan(worker({ longevity: { model: 'fixed_age', age: 68 } }));
    expect(comparedSpending).toBeNull();
    expect(projectPlan(worker({ longevity: { model: 'fixed_age', age: 75 } })).comparedSpending?.age).toBe(69);
  });
});

describe('the standard error of a change of a quantile', () => {
  test('is what the change varies by from sample to sample of the same law', () => {
    // A correlation of 0.95 leaves a seventh of the variance that samples of their own would have.
    const state = new Int32Array(4);
    const [low, median] = [0, 1].map(() => ({ changes: [] as number[], errors: [] as number[] }));
    for (let sample = 0; sample < 600; sample++) {
      const draws = new Float64Array(2000);
      startStream(state, 20260331, sample);
      fillNormals(state, draws, 0, 2000);
      const [first, second] = quantileChanges(
        draws.slice(0, 1000).map((one) => Math.exp(0.4 * one)),
        draws
          .slice(0, 1000)
          .map((one, at) => Math.exp(0.4 * (0.95 * one + Math.sqrt(1 - 0.95 ** 2) * (draws[1000 + at] ?? 0)) + 0.1)),
        [0.05, 0.5],
      );
      for (const [kept, found] of [
        [low, first],
        [median, second],
      ] as const) {
        kept?.changes.push(found?.change ?? 0);
        kept?.errors.push(found?.standardError ?? 0);
      }
    }
    for (const { changes, errors } of [low, median].filter((one) => one !== undefined)) {
      // 600 samples leave 3% of the spread open; the densities are estimates too.
      expect(mean(errors) / deviation(changes)).toBeGreaterThan(0.88);
      expect(mean(errors) / deviation(changes)).toBeLessThan(1.15);
    }
  });

  test('is nothing where nothing changes, and where every path spends the same', () => {
    const some = Float64Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantileChanges(some, some.slice(), [0.05, 0.5]).map(({ change, standardError }) => [change, standardError])).toEqual([[0, 0], [0, 0]]); // prettier-ignore
    const [one] = quantileChanges(new Float64Array(50).fill(7), new Float64Array(50).fill(9), [0.5]);
    expect(one).toEqual({ value: 9, change: 2, standardError: 0 });
  });
});
