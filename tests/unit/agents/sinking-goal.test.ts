// A goal that sinks a plan is what its report begins with: less spending or more saving told instead is no help.
import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { wholePlan } from './portfolios.ts';

type Goals = NonNullable<PlanInput['spending']['goals']>;

async function told(goals: Goals, amount = 35_000) {
  const plan = wholePlan({
    people: [{ age: 60, retireAt: 63 }],
    savings: [{ amount: 30_000 }],
    incomes: [{ kind: 'pension', amount: 15_000, from: 65 }],
    spending: { amount, goals },
    longevity: { model: 'fixed_age', age: 90 },
    simulation: { paths: 400, seed: 3 },
  });
  const lines = [line('STOX', 2500, 100), line('BOND', 5000, 100)];
  const analysis = analyze({
    ...{ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 400, plan },
  });
  const facts = factsOf(analysis);
  const [retirement, report, summary] = [await writeRetirement(facts), await writeReport(facts), await writeSummary(facts)]; // prettier-ignore
  for (const { check } of [retirement, report, summary]) expect(check.strays).toEqual([]);
  const bodyOf = (id: string) => report.output.sections.find((one) => one.id === id)?.body ?? '';
  const chanceOf = (key: string) => analysis.retirement?.whatIfs.find((one) => one.key === key)?.success ?? NaN;
  return {
    ...{ chanceOf, success: analysis.retirement?.success ?? NaN },
    headline: summary.output.headline,
    observations: summary.output.observations.join('\n'),
    advice: bodyOf('recommendations'),
    retirement: retirement.output.sections.map(({ body }) => body).join('\n'),
  };
}
const inPercent = (share: number) => `${Math.round(share * 100)}%`;

describe('a plan that a goal sinks', () => {
  test('is headed by the goal, and by what it comes to without it', async () => {
    const { headline, advice, chanceOf, retirement } = await told([{ name: 'Boat', age: 63, amount: 500_000 }]);
    expect(headline).toMatch(
      /^The plan is more likely to fail than to hold with Boat, \$500,000 at 63: at \$35,000 a year/,
    );
    const without = chanceOf('without_goal') === 1 ? 'every one' : inPercent(chanceOf('without_goal'));
    expect(headline).toContain(`without it, in ${without} of them`);
    expect(advice).toContain('Boat, $500,000 at 63, is what it cannot bear');
    expect(advice).toContain('“Half as much for Boat, $250,000” would make that');
    expect(retirement).toContain('“Without Boat, $500,000 at 63” helps most');
  });

  test('and nothing could be spent beside is not told that no income is low enough, as if it were the income', async () => {
    const { advice, retirement } = await told([{ name: 'Boat', age: 63, amount: 5_000_000 }]);
    expect(advice).toContain('Boat, $5,000,000 at 63, is what it cannot bear');
    expect(advice).toContain('With it there is no income low enough');
    expect(retirement).toContain('No spending at all would last to age 90');
    expect(retirement).toContain('with Boat, $5,000,000 at 63.');
  });

  test('of several goals names all of them where one alone does not decide', async () => {
    const goals = ['Boat', 'House', 'Wedding'].map((name, at) => ({ name, age: 63 + at, amount: 260_000 }));
    const { headline, advice } = await told(goals);
    expect(headline).toContain('The plan does not hold with the one-off goals: at $35,000 a year');
    expect(advice).toContain('The one-off goals are what it cannot bear: without them');
  });

  test('for some years is named without a sum that the plan does not give', async () => {
    const years = [63, 64, 65].map((age) => ({ name: 'College', age, amount: 200_000 }));
    expect((await told(years)).headline).toContain('hold with College: at');
  });

  test('that misses its level is told what half of it and a later one would do', async () => {
    const { success, observations, advice } = await told([{ name: 'Boat', age: 63, amount: 400_000 }]);
    expect(success).toBeGreaterThan(0.5);
    expect(success).toBeLessThan(0.85);
    expect(observations).toContain('“Without Boat, $400,000 at 63” helps retirement most');
    expect(advice).toContain('Going without the largest goal does most for your retirement');
    expect(advice).toContain('“Half as much for Boat, $200,000” would make that');
  });
});

test('a plan that would not hold without its goal either is not laid to the goal', async () => {
  const { headline, advice } = await told([{ name: 'Boat', age: 63, amount: 100_000 }], 90_000);
  expect(headline).not.toContain('Boat');
  expect(advice).not.toContain('cannot bear');
});
