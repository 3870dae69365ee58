import { describe, expect, test } from '@jest/globals';
import { runSlice } from '../../../shared/finance/retirement/answers/question.ts';
import { mergeTallies, projectPlan, tallyState } from '../../../shared/finance/retirement/engine.ts';
import { aPlan, certain } from './a-plan.ts';

const guarded = (amount: number, market = certain) =>
  aPlan({ spending: { amount, rule: { rule: 'guyton_klinger' } }, market, simulation: { paths: 300, seed: 2 } });
const wild = aPlan().market;

describe('how often spending that follows the markets gives way', () => {
  test('never where nothing has to be cut, always where the first amount is far too large', () => {
    expect(projectPlan(guarded(20_000)).spendingCut).toBe(0);
    expect(projectPlan(guarded(120_000)).spendingCut).toBe(1);
    const some = projectPlan(guarded(50_000, wild)).spendingCut ?? NaN;
    expect(some).toBeGreaterThan(0.1);
    expect(some).toBeLessThan(1);
  });

  test('is no figure of spending that stays, and the same however the paths are divided', () => {
    expect(projectPlan(aPlan({ simulation: { paths: 50, seed: 1 } })).spendingCut).toBeNull();
    const question = { plans: [guarded(50_000, wild)], paths: 300, record: true };
    const whole = runSlice(question, 0, 300).records?.cuts[0];
    const parts = [tallyState(runSlice(question, 0, 110)), tallyState(runSlice(question, 110, 190))];
    expect(mergeTallies(parts).records?.cuts[0]).toBe(whole);
  });
});
