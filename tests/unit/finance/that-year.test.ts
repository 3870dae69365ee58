// "I retire at 62 and stocks fall that year" is tried together and each alone: that year is one year in all of it.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import type { Plan } from '../../../shared/schemas/retirement-plan/plan.ts';
import { wholePlan } from '../agents/portfolios.ts';
import { instruments, line } from './portfolios.ts';

const lines = [line('STOX', 6500, 100), line('BOND', 5000, 100)];
const goals: RetirementGoals = { age: 55, retireAt: 65, lifeExpectancy: 90, income: 40_000, contribute: 10_000 };

/** Ana is 58 and retires at 65, Ben 60 and at 66. */
const couple = wholePlan({ simulation: { paths: 50, seed: 1 } });

function labels(question: string, of: { plan: Plan } | { goals: RetirementGoals }): string[] {
  const common = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 50 };
  const analysis = analyze({ ...common, ...of, question: planPlay(question) });
  return (analysis.question?.scenarios ?? []).map(({ label }) => label);
}

describe('a fall in the year of another retirement', () => {
  test('is alone in the year in which both come together, of one of a couple', () => {
    const all = labels('What if Ana retires at 62 and stocks fall 30% that year?', { plan: couple });
    expect(all).toEqual([
      'Ana retires at 62 instead of 65, with spending once both have retired, when Ana is 64; stocks fall by 30% in the year Ana turns 62',
      'Ana retires at 62 instead of 65, with spending once both have retired, when Ana is 64',
      'Stocks fall by 30% in the year Ana turns 62',
    ]);
  });

  test('and of goals', () => {
    const all = labels('What if I retire at 62 and stocks fall 30% that year?', { goals });
    expect(all).toEqual([
      'Retire at 62 instead of 65; stocks fall by 30% in the year you turn 62',
      'Retire at 62 instead of 65',
      'Stocks fall by 30% in the year you turn 62',
    ]);
  });

  test('stays in the year of the planned one where no other is asked about', () => {
    expect(labels('What if stocks fall 30% the year I retire?', { goals })).toEqual([
      'Stocks fall by 30% in the year you turn 65',
    ]);
  });
});
