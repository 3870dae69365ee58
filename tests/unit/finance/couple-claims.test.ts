// Of a couple with a Social Security each "both claim at 67" is tried of both, and a name is that one's: it was said not to be clear whose is meant.
import { describe, expect, test } from '@jest/globals';
import { planChanged } from '../../../shared/finance/question/plan-changed.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { wholePlan } from '../agents/portfolios.ts';
import { asked } from '../agents/asked.ts';
import { instruments, line } from './portfolios.ts';

type Incomes = PlanInput['incomes'];
const ana = { kind: 'social_security' as const, owner: 0, amount: 24_000, claimAt: 67 };
const ben = { kind: 'social_security' as const, owner: 1, amount: 30_000, claimAt: 68 };
const couple = (incomes: Incomes = [ana, ben], ages: readonly [number, number] = [58, 60]) =>
  wholePlan({
    people: [
      { name: 'Ana', age: ages[0], retireAt: 65 },
      { name: 'Ben', age: ages[1], retireAt: 66 },
    ],
    incomes,
    spending: { amount: 62_000 },
    longevity: { model: 'fixed_age', age: 92 },
    simulation: { paths: 200, seed: 3 },
  });
const claimAt = (value: number, who?: string): PlanChange => ({ what: 'claimAt', how: 'to', value, per: null, fromAge: null, ...(who !== undefined && { who }) }); // prettier-ignore
const agesAfter = (...given: Parameters<typeof planChanged>) =>
  planChanged(...given).plan?.incomes.flatMap((one) => (one.kind === 'social_security' ? [one.claimAt] : []));

describe('Social Security of a couple that is claimed at another age', () => {
  test('is that of both where nobody is named', () => {
    expect(agesAfter(claimAt(70), couple())).toEqual([70, 70]);
    expect(planChanged(claimAt(70), couple()).label).toBe(
      'both claim Social Security at 70 instead of at 67 and 68, which then pays $29,760 and $37,200 a year',
    );
  });

  test('is that of the one who is named, or whose turn it is', () => {
    expect(agesAfter(claimAt(70, 'Ben'), couple())).toEqual([67, 70]);
    expect(agesAfter(claimAt(70), couple(), 0)).toEqual([70, 68]);
    const { label, breakEven } = { breakEven: 0, ...planChanged(claimAt(70, 'Ana'), couple()) };
    expect(label).toBe('Ana claims Social Security at 70 instead of 67, which then pays $29,760 a year');
    expect(breakEven).toBeGreaterThan(80);
  });

  test('is not another’s where the one named has none, nor anybody’s where nobody is called so', () => {
    expect(planChanged(claimAt(70, 'Ana'), couple([ben])).impossible).toBe('the plan has no Social Security of theirs');
    expect(planChanged(claimAt(70, 'Carla'), couple())).toEqual({
      ...{ label: 'Carla claims Social Security at another age', impossible: 'nobody of the plan is called Carla' },
    });
  });

  test('stays as it is of who is paid already', () => {
    const paid = couple([ana, { ...ben, claimAt: 62 }], [58, 64]);
    expect(agesAfter(claimAt(70), paid)).toEqual([70, 62]);
    expect(planChanged(claimAt(70), paid).label).toMatch(/^Ana claims Social Security at 70 instead of 67/);
    const both = couple([{ ...ana, claimAt: 62 }, { ...ben, claimAt: 62 }], [63, 64]); // prettier-ignore
    expect(planChanged(claimAt(70), both).impossible).toBe('it is paid already');
  });

  test('is told as planned where it is', () => {
    expect(planChanged(claimAt(67), couple([ana, { ...ben, claimAt: 67 }]))).toMatchObject({
      ...{ same: true, label: 'both claim Social Security at 67, as planned' },
    });
  });
});

async function answered(question: string) {
  const goals = { age: 58, retireAt: 65, lifeExpectancy: 92, income: 62_000, contribute: 18_000 };
  const lines = [line('STOX', 4000, 100), line('BOND', 3000, 100)];
  const { analysis, answer } = await asked(question, { lines, instruments, paths: 200, plan: couple() }, goals);
  return { labels: analysis.question?.scenarios.map(({ label }) => label.replace(/ instead.*/, '')), answer };
}

test('a question of both is tried of both, and of each alone', async () => {
  const { labels, answer } = await answered('What if we both claim Social Security at 70?');
  expect(labels).toEqual([
    'Both claim Social Security at 70',
    'Ana claims Social Security at 70',
    'Ben claims Social Security at 70',
  ]);
  expect(answer).not.toContain('cannot be tried');
  expect(answer.toLowerCase()).toContain('both claim social security at 70');
});

test('a question of one by name is tried of that one', async () => {
  expect((await answered('What if Ben claims Social Security at 70?')).labels).toEqual([
    'Ben claims Social Security at 70',
  ]);
});
