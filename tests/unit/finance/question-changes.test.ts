// What a question's dated costs, later work, claiming ages and years of the calendar come to: sums by hand.
import { describe, expect, test } from '@jest/globals';
import { withFlows } from '../../../shared/finance/question/dated-flow.ts';
import { applyChanges } from '../../../shared/finance/question/scenario.ts';
import type { Tried } from '../../../shared/finance/question/scenario.ts';
import { planFor } from '../../../shared/finance/retirement/project.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import type { Plan } from '../../../shared/schemas/retirement-plan/plan.ts';

const goals: RetirementGoals = {
  ...{ age: 52, retireAt: 64, lifeExpectancy: 95, income: 70_000, contribute: 24_000 },
  otherIncome: [{ kind: 'social_security', amount: 30_000, from: 67 }],
};
const standing = { goals, balance: 844_500, stocks: 0.7, year: 2026 };
const change = (of: Partial<PlanChange> & Pick<PlanChange, 'what' | 'value'>): PlanChange => ({
  ...{ how: 'to', per: null, fromAge: null },
  ...of,
});
const tried = (of: Parameters<typeof change>[0]) => applyChanges([change(of)], standing);

test.each([
  ['day', 10, 3650],
  ['week', 200, 10_400],
  ['two_weeks', 500, 13_000],
  ['month', 1000, 12_000],
  ['quarter', 3000, 12_000],
] as const)('so much a %s is told as what it comes to in a year', (per, value, year) => {
  expect(tried({ what: 'contribute', value, per }).goals?.contribute).toBe(year);
  expect(tried({ what: 'contribute', value, per }).label).toContain(
    `ave $${year.toLocaleString('en-US')} a year instead of $24,000`,
  );
});

describe('an income beside the portfolio', () => {
  const rent = (of: Partial<PlanChange> = {}) => tried({ what: 'otherIncome', value: 1500, per: 'month', ...of });

  test.each([
    ['at 55', { when: 'age', time: 55 }, 55],
    ['in four years', { when: 'in_years', time: 4 }, 56],
    ['in 2030', { when: 'in_year', time: 2030 }, 56],
    ['two years after work stops', { when: 'after_retirement', time: 2 }, 66],
  ] as const)('that begins %s with something else is paid from then on, and not from retirement', (_, date, from) => {
    const { goals: then, label } = rent(date);
    expect(then?.otherIncome?.at(-1)).toMatchObject({ amount: 18_000, from });
    expect(label).toBe(`$18,000 a year of other income from age ${from}`);
  });

  test('of which no age is given says that the one it is paid from is none of the question', () => {
    expect(rent().label).toBe('$18,000 a year of other income from age 64, as no age is given');
  });
});

test('so much to each of three is three times that, and not once', () => {
  expect(tried({ what: 'balance', how: 'down', value: 20_000, times: 3 }).balance).toBe(784_500);
});

describe('a cost on a date', () => {
  test('of four years in four years is paid at 56, 57, 58 and 59', () => {
    const { sums = [], label } = tried({ what: 'cost', value: 35_000, per: 'year', when: 'in_years', time: 4, years: 4 }); // prettier-ignore
    expect(sums.map(({ age, amount }) => [age, amount])).toEqual([56, 57, 58, 59].map((age) => [age, 35_000]));
    expect(label).toBe('Pay $35,000 a year out of the portfolio, from age 56 to 59');
  });

  test('of so much a month is twelve times that a year, and ends before the age it lasts to', () => {
    const { sums = [] } = tried({ what: 'cost', value: 1000, per: 'month', when: 'age', time: 62, toAge: 65 });
    expect(sums.map(({ age, amount }) => [age, amount])).toEqual([62, 63, 64].map((age) => [age, 12_000]));
  });

  test('of one of two people is paid at the ages of that one', () => {
    const plan = { people: [{ name: 'Dana', age: 56, retireAt: 64 }, { name: 'Tom', age: 59, retireAt: 66 }], longevity: { model: 'fixed_age', age: 95 } } as unknown as Plan; // prettier-ignore
    const care = change({ what: 'cost', value: 90_000, per: 'year', when: 'age', time: 85, toAge: 88 });
    const paidFor = (who: string) => applyChanges([{ ...care, who }], { ...standing, goals: null, plan }).label;
    expect(paidFor('Tom')).toBe('Pay $90,000 a year out of the portfolio, while Dana is 82 to 84');
    expect(paidFor('Dana')).toBe('Pay $90,000 a year out of the portfolio, while Dana is 85 to 87');
    expect(paidFor('Emma')).toBe('Pay $90,000 a year out of the portfolio, while Dana is 85 to 87');
  });

  test('comes once where it is no flow', () => {
    const { sums = [], label } = tried({ what: 'cost', value: 50_000, when: 'in_years', time: 3 });
    expect(sums.map(({ age, amount }) => [age, amount])).toEqual([[55, 50_000]]);
    expect(label).toBe('Pay $50,000 out of the portfolio at age 55');
  });

  test('cannot be in the past, nor after the end of the plan', () => {
    expect(tried({ what: 'cost', value: 1000, when: 'age', time: 50 }).impossible).toMatch(/is past/);
    expect(tried({ what: 'cost', value: 1000, when: 'age', time: 96 }).impossible).toMatch(/does not go on/);
  });
});

test('what is received until work stops is so from today to the age at which it does', () => {
  const rent = {
    what: 'otherIncome',
    value: 800,
    per: 'month',
    when: 'in_years',
    time: 0,
    until: 'retirement',
  } as const;
  const { goals: then, label } = tried(rent);
  expect(then?.otherIncome?.at(-1)).toEqual({ kind: 'other', amount: 9600, from: 52, to: 64 });
  expect(label).toBe('$9,600 a year of other income from age 52 until 64');
});

describe('spending that is another from a date on', () => {
  const spends = (of: Partial<PlanChange>) => tried({ what: 'income', how: 'down_percent', value: 20, ...of });

  test('is less from then to the end, by that share of what is planned, and not before', () => {
    const { spent = [], goals: then, label } = spends({ when: 'age', time: 80 });
    expect(spent.map(({ age }) => age)).toEqual(Array.from({ length: 15 }, (_, year) => 80 + year));
    expect(new Set(spent.map(({ amount }) => amount))).toEqual(new Set([-14_000]));
    expect(then).toEqual(goals);
    expect(label).toBe('Spend $14,000 a year less, 20% of what is planned, from age 80 to 94');
  });

  test('of a third is told with two decimals, and not with all of them', () => {
    const { label } = spends({ value: 100 / 3, when: 'age', time: 80 });
    expect(label).toBe('Spend $23,333 a year less, 33.33% of what is planned, from age 80 to 94');
  });

  test('is that share of what the question has spent otherwise', () => {
    const less = change({ what: 'income', how: 'down_percent', value: 20, when: 'age', time: 90 });
    const { spent = [] } = applyChanges([less, change({ what: 'income', value: 50_000 })], standing);
    expect(spent.map(({ amount }) => amount)).toEqual(Array.from({ length: 5 }, () => -10_000));
  });

  test('does not begin before work stops, and never takes away more than there is', () => {
    const early = spends({ how: 'up', value: 6000, when: 'in_years', time: 0, years: 14 });
    expect(early.spent).toEqual([64, 65].map((age) => ({ age, amount: 6000 })));
    expect(spends({ when: 'in_years', time: 0, years: 5 }).impossible).toMatch(/end before it begins/);
    expect(spends({ how: 'down', value: 80_000, when: 'age', time: 80 }).impossible).toMatch(/more than there is/);
    expect(spends({ when: 'age', time: 50 }).impossible).toMatch(/is past/);
  });
});

describe('saving that is another for a time', () => {
  const saves = (of: Partial<PlanChange>) => tried({ what: 'contribute', ...of, value: of.value ?? 0 });
  const savingsOf = ({ saved = [] }: Pick<Tried, 'saved'>) =>
    withFlows(planFor({ goals, balance: 1000, mix: { equity: 1 }, seed: 1 }).plan, { saved }).savings.map(({ amount, from = 0, to = 64 }) => [amount, from, to]); // prettier-ignore

  test('ends at its age and not with work', () => {
    const stops = saves({ when: 'age', time: 55 });
    expect(savingsOf(stops)).toEqual([[24_000, 52, 55]]);
    expect(stops.goals).toEqual(goals);
    expect(stops.label).toBe('Save nothing instead of $24,000 from age 55 on');
  });

  test('is as planned again afterwards', () => {
    const more = saves({ how: 'up', value: 10_000, when: 'in_years', time: 0, years: 5 });
    expect(savingsOf(more)).toEqual([
      [34_000, 52, 57],
      [24_000, 57, 64],
    ]);
    expect(more.label).toBe('Save $34,000 a year instead of $24,000 from age 52 to 56');
  });

  test('goes on to retirement at most, and begins before it', () => {
    expect(savingsOf(saves({ value: 30_000, when: 'age', time: 60, toAge: 80 })).at(-1)).toEqual([30_000, 60, 64]);
    expect(saves({ when: 'age', time: 64 }).impossible).toBe('work stops at 64, and saving with it');
  });

  test('is new where nothing is saved', () => {
    const none = { ...standing, goals: { ...goals, contribute: 0 } };
    const ask = change({ what: 'contribute', how: 'up', value: 5000, when: 'in_years', time: 0, years: 3 });
    const { saved = [] } = applyChanges([ask], none);
    const { plan } = planFor({ goals: none.goals, balance: 1000, mix: { equity: 1 }, seed: 1 });
    expect(withFlows(plan, { saved }).savings.at(-1)).toMatchObject({ amount: 5000, from: 52, to: 55 });
  });

  test('of a couple goes by the ages of whoever saves', () => {
    const { plan } = planFor({ goals, balance: 1000, mix: { equity: 1 }, seed: 1 });
    const two = { ...plan, people: [...plan.people, { age: 48, retireAt: 60 }], savings: [{ owner: 1, amount: 6000, growth: 0, timing: 'end' as const }] }; // prettier-ignore
    const { saved = [] } = saves({ when: 'age', time: 55 });
    expect(withFlows(two, { saved }).savings).toMatchObject([{ amount: 6000, from: 48, to: 51 }]);
  });
});

describe('work after the work of today', () => {
  test('that begins sooner than the plan retires ends the work of today, and saving with it', () => {
    const { goals: then, label } = tried({ what: 'otherIncome', value: 30_000, per: 'year', fromAge: 58, toAge: 64, source: 'work' }); // prettier-ignore
    expect(then?.retireAt).toBe(58);
    expect(then?.otherIncome?.at(-1)).toEqual({ kind: 'work', amount: 30_000, from: 58, to: 64 });
    expect(label).toBe('Stop the work of today at 58 instead of 64, and earn $30,000 a year from age 58 until 64');
  });

  test('that begins later leaves the age of retirement as it is', () => {
    const { goals: then } = tried({ what: 'otherIncome', value: 20_000, per: 'year', fromAge: 66, toAge: 70, source: 'work' }); // prettier-ignore
    expect(then?.retireAt).toBe(64);
  });
});

/** 20 CFR 404.410 and 404.313: at 62 70 % of what is paid at 67, at 70 124 %. */
test.each([
  [62, 21_000],
  [70, 37_200],
])('Social Security of $30,000 at 67 that is claimed at %d pays $%d', (claimAt, paid) => {
  const { goals: then } = tried({ what: 'claimAt', value: claimAt });
  const [one] = then?.otherIncome ?? [];
  expect(one?.from).toBe(claimAt);
  expect(one?.amount).toBeCloseTo(paid, 6);
});

test.each([
  [62, 67, 79],
  [62, 70, 81],
  [66, 70, 83],
])('a claim at %d and one at %d have paid as much in all by %d, whichever is the planned one', (early, late, even) => {
  // 70% from 62, 93 1/3% from 66, 100% from 67, 124% from 70 (20 CFR 404.313, 404.410): 0.7 (T - 62) = T - 67 and so on, by hand 78.7, 80.4 and 82.2.
  for (const [planned, asked] of [[early, late], [late, early]] as const) {
    const otherIncome = [{ kind: 'social_security' as const, amount: 30_000, from: planned }];
    const other = { ...standing, goals: { ...goals, otherIncome } };
    expect(applyChanges([change({ what: 'claimAt', value: asked })], other).breakEven).toBe(even);
  }
}); // prettier-ignore

test('Social Security that the plan has none of, or at an age at which nobody can claim it, is not made up', () => {
  expect(tried({ what: 'claimAt', value: 60 }).impossible).toMatch(/from 62 to 70/);
  const without = { ...standing, goals: { ...goals, otherIncome: [] } };
  expect(applyChanges([change({ what: 'claimAt', value: 62 })], without).impossible).toMatch(/has no Social Security/);
});

test('a year of the calendar to claim in is an age by the day of the analysis, and one that is past none', () => {
  // 52 in 2026, so 68 in 2042: 108 % of what is paid at 67.
  const { goals: then, label } = tried({ what: 'claimAt', value: 2042 });
  expect(then?.otherIncome?.[0]?.from).toBe(68);
  expect(then?.otherIncome?.[0]?.amount).toBeCloseTo(32_400, 6);
  expect(label).toBe('Claim Social Security at 68 instead of 67, which then pays $32,400 a year');
  expect(tried({ what: 'claimAt', value: 2030 }).impossible).toMatch(/from 62 to 70/);
});

test('a pension from a year of the calendar is paid from the age at which that comes', () => {
  const pension = { what: 'otherIncome', value: 20_000, per: 'year', source: 'pension' } as const;
  const { goals: then } = tried({ ...pension, when: 'in_year', time: 2040 });
  expect(then?.otherIncome).toContainEqual(expect.objectContaining({ amount: 20_000, from: 66 }));
});

test('a year of the calendar to retire in is an age by the day of the analysis', () => {
  expect(tried({ what: 'retireAt', value: 2032 }).goals?.retireAt).toBe(58);
  expect(tried({ what: 'retireAt', value: 2020 }).impossible).toMatch(/is past/);
  const between = { ...standing, goals: { ...goals, age: 52.5 } };
  const past = applyChanges([change({ what: 'retireAt', value: 2020 })], between);
  expect(past.impossible).toBe('age 46.5 is past: you are 52.5 already');
});
