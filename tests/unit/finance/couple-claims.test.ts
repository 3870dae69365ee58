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

  test('is no age that both have where a year of the calendar is named', () => {
    expect(planChanged(claimAt(2040), couple()).impossible).toMatch(/each is of another age; give the age/);
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

async function answered(question: string, plan = couple()) {
  const goals = { age: plan.people[0]?.age ?? 0, retireAt: 65, lifeExpectancy: 92, income: 62_000, contribute: 18_000 };
  const lines = [line('STOX', 4000, 100), line('BOND', 3000, 100)];
  const { analysis, answer } = await asked(question, { lines, instruments, paths: 200, plan }, goals);
  const scenarios = analysis.question?.scenarios ?? [];
  return { scenarios, labels: scenarios.map(({ label }) => label.replace(/ instead.*/, '')), answer };
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

test('a year of the calendar is an age of the one whose name it has', async () => {
  // Ana is 58 in 2026, so 69 in 2037; Ben, 60, is 69 in 2035.
  expect((await answered('What if Ana claims Social Security in 2037?')).labels).toEqual([
    'Ana claims Social Security at 69',
  ]);
  expect((await answered('What if Ben claims in 2035?')).labels).toEqual(['Ben claims Social Security at 69']);
});

describe('When a couple should claim', () => {
  const QUESTION = 'When should we claim Social Security?';

  test('is ranked first of all, with the smaller benefit early and the larger one late among what is tried', async () => {
    const { scenarios, answer } = await answered(QUESTION);
    const split = scenarios.at(-1);
    expect(split?.label).toMatch(/^Ana claims Social Security at 62 .*; Ben claims Social Security at 70 /);
    expect(split?.breakEven).toBeUndefined();
    expect(answer).toMatch(
      /^(?:Of the ages tried, .*claiming at \d\d.* does most for the plan|None of the ages tried does)/,
    );
  });

  test('promises no gain by a later claim of the smaller benefit, which ends with the first death', async () => {
    const { answer } = await answered(QUESTION);
    expect(answer).not.toContain('Who lives longer than');
    expect(answer).toContain('the smaller only while both do');
    expect(answer).toMatch(/When Ana is \d\d, if both of you live to then, the later of the two claims/);
  });

  test.each([
    'When should Ben claim?',
    'At what age should Ben claim Social Security?',
    'When is the best time for Ben to take Social Security?',
    'Should Ben wait to claim Social Security?',
    'When should we start Ben’s Social Security?',
  ])('is tried of one alone where the question names one: %s', async (question) => {
    const { scenarios, answer } = await answered(question);
    expect(scenarios.map(({ label }) => label.slice(0, 10))).toEqual(scenarios.map(() => 'Ben claims'));
    expect(scenarios.length).toBeGreaterThan(1);
    expect(answer).not.toContain('not understood');
  });

  test('says of whom alone an age is past', async () => {
    const { scenarios, answer } = await answered(QUESTION, couple([ana, ben], [61, 63]));
    const left = scenarios.filter(({ impossible }) => impossible !== null);
    expect(left).toMatchObject([{ label: 'Ben claims Social Security at 62', impossible: 'Ben is 63 already' }]);
    expect(answer).toContain('**Ben claims Social Security at 62** cannot be tried: Ben is 63 already.');
  });

  test('leaves out what is past for both, and has the earliest that is not', async () => {
    const { scenarios } = await answered(QUESTION, couple([ana, ben], [63, 64]));
    expect(scenarios.filter(({ impossible }) => impossible !== null)).toEqual([]);
    expect(scenarios.at(-1)?.label).toMatch(/^Ana claims Social Security at 63 .*; Ben claims Social Security at 70 /);
  });

  test('tries 62 of the younger where the first of the plan is past it', async () => {
    const { labels } = await answered(QUESTION, couple([ana, ben], [64, 60]));
    expect(labels).toContain('Ben claims Social Security at 62');
  });
});
