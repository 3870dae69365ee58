import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { simulate } from '../../../shared/finance/retirement/simulate.ts';
import { survivorsBenefit, survivorsFactor } from '../../../shared/finance/retirement/social-security.ts';
import { aPlan } from './a-plan.ts';

const FULL = 36_000;
const benefit = (claimAt: number, diedAt: number, age: number): number =>
  survivorsBenefit({ amount: FULL, claimAt }, diedAt, age);

// US Social Security Administration, POMS RS 00615.305 and its planner for survivors: born in 1962 or later, full at 67.
test.each([
  [60, 71.5],
  [62, 79.6],
  [63.5, 85.75],
  [67, 100],
  [80, 100],
])('a benefit that a survivor takes at %p is not %p%% of the full one', (age, percent) => {
  expect(100 * survivorsFactor(age)).toBeCloseTo(percent, 1);
});

// 20 CFR 404.338, 404.313 and 404.410, worked by hand for a full benefit of 36,000 dollars a year.
test.each([
  ['died unclaimed before 67: the full benefit', 70, 66, 67, 36_000],
  ['died unclaimed before 67, however early', 62, 55, 70, 36_000],
  ['died unclaimed at 68: with twelve months of credits', 70, 68, 68, 38_880],
  ['died unclaimed a month before 70', 70, 70 - 1 / 12, 70, 36_000 * (1 + (35 * 2) / 300)],
  ['claimed at 70', 70, 85, 80, 44_640],
  ['claimed at 68: with no credit for later', 68, 85, 80, 38_880],
  ['claimed at 67', 67, 85, 80, 36_000],
  ['claimed at 62, who was paid 25,200: 82.5% of the full benefit', 62, 70, 70, 29_700],
  ['claimed at 65, who was paid more than 82.5%: what was paid', 65, 70, 70, 31_200],
  ['unclaimed, the survivor 60: 71.5% of it', 67, 60, 60, 25_740],
  ['claimed at 70, the survivor 60: 71.5% of the whole', 70, 85, 60, 44_640 * 0.715],
  ['claimed at 62, the survivor 60: less than the limit, which is not lowered itself', 62, 70, 60, 25_740],
  ['claimed at 62, the survivor 65: the limit, whole', 62, 70, 65, 29_700],
])('a survivor of who %s is paid another sum', (_, claimAt, diedAt, age, paid) => {
  expect(benefit(claimAt, diedAt, age)).toBeCloseTo(paid, 6);
});

describe('whatever the ages', () => {
  const claimAt = fc.integer({ min: 62 * 12, max: 70 * 12 }).map((months) => months / 12);
  const month = fc.integer({ min: 50 * 12, max: 95 * 12 }).map((months) => months / 12);
  const survivor = fc.integer({ min: 60 * 12, max: 80 * 12 }).map((months) => months / 12);

  test('a survivor is not worse off for being older, for a larger benefit or for a later claim that was made', () => {
    fc.assert(
      fc.property(claimAt, month, survivor, fc.double({ min: 0, max: 5, noNaN: true }), (claimed, died, age, more) => {
        const paid = benefit(claimed, died, age);
        expect(benefit(claimed, died, age + more)).toBeGreaterThanOrEqual(paid - 1e-9);
        expect(survivorsBenefit({ amount: FULL * (1 + more), claimAt: claimed }, died, age)).toBeGreaterThanOrEqual(
          paid,
        );
        if (died <= 70 + 1 / 12) return;
        expect(benefit(Math.min(70, claimed + more), died, age)).toBeGreaterThanOrEqual(paid - 1e-9);
      }),
    );
  });

  test('a survivor has between 71.5% and 124% of the full benefit', () => {
    fc.assert(
      fc.property(claimAt, month, survivor, (claimed, died, age) => {
        expect(benefit(claimed, died, age) / FULL).toBeGreaterThanOrEqual(0.715 - 1e-12);
        expect(benefit(claimed, died, age) / FULL).toBeLessThanOrEqual(1.24 + 1e-12);
      }),
    );
  });
});

const still: PlanInput['market'] = {
  assets: [{ name: 'cash', weight: 1, mean: 0, volatility: 0 }],
  inflation: { mean: 0 },
};
const at = (age: number) => ({ longevity: { model: 'fixed_age', age } }) as const;
const social = (owner: number, amount: number, claimAt: number, taxRate = 0) => ({
  ...{ kind: 'social_security' as const, owner, amount, claimAt, taxRate },
});

/** What comes in year by year: the changes of a balance from which nothing is spent and which never grows. */
function received(change: Partial<PlanInput>): number[] {
  const { p50 } = projectPlan(
    aPlan({ market: still, spending: { amount: 0 }, simulation: { paths: 1, seed: 1 }, ...change }),
  ).balance;
  return p50.slice(1).map((balance, year) => balance - (p50[year] ?? NaN));
}

describe('the ledger', () => {
  const he = (age: number, dies: number) => ({ age, retireAt: age, ...at(dies) });
  const she = { age: 62, retireAt: 62, ...at(95) };

  test('pays a survivor nothing until the deceased would have claimed, or credits that nobody earned', () => {
    const paid = received({ people: [he(62, 66), she], incomes: [social(0, FULL, 70)] });
    expect(paid.slice(0, 4)).toEqual([0, 0, 0, 0]);
    for (const year of paid.slice(4)) expect(year).toBeCloseTo(FULL * (1 - (0.285 * 12) / 84), 6);
  });

  test('leaves a survivor of an early claimer with what was paid, below 82.5% of the full benefit', () => {
    const paid = received({ people: [he(65, 70), { ...she, age: 65, retireAt: 65 }], incomes: [social(0, FULL, 62)] });
    expect(paid.slice(3, 7)).toEqual([25_200, 25_200, 29_700, 29_700]);
  });

  test('pays somebody widowed at 55 before 60, or for good more than 71.5%', () => {
    const paid = received({ people: [he(62, 64), { ...she, age: 53, retireAt: 53 }], incomes: [social(0, FULL, 67)] });
    expect(paid.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, expect.closeTo(25_740, 6)]);
    expect(paid.at(-1)).toBeCloseTo(25_740, 6);
  });

  test('takes what the survivor has of their own away, or adds the two up', () => {
    const paid = received({ people: [he(62, 66), she], incomes: [social(0, 20_000, 67), social(1, 30_000, 70)] });
    const widowed = 20_000 * (1 - (0.285 * 12) / 84);
    expect(paid[3]).toBe(0);
    for (const year of paid.slice(4, 8)) expect(year).toBeCloseTo(widowed, 6);
    for (const year of paid.slice(8)) expect(year).toBeCloseTo(37_200, 6);
  });

  test('taxes a survivor at the rate of the own benefit', () => {
    const paid = received({ people: [he(70, 75), { ...she, age: 70 }], incomes: [social(0, FULL, 67, 0.1)] });
    for (const year of paid) expect(year).toBeCloseTo(0.9 * FULL, 6);
  });

  test('leaves Social Security of a couple without a word on what a survivor has', () => {
    const notes = (change: Partial<PlanInput>) =>
      projectPlan(aPlan({ simulation: { paths: 10, seed: 1 }, ...change })).notes.filter((note) =>
        note.includes('404.335'),
      );
    const people = [he(62, 66), she];
    expect(notes({ people, incomes: [social(0, FULL, 70)] })).toHaveLength(1);
    expect(notes({ people })).toEqual([]);
    expect(notes({ people: [she], incomes: [social(0, FULL, 70)] })).toEqual([]);
  });
});

/**
 * The rules once more, month by month as an office would pay them, in whole months and sixtieths of a percent as the regulation has them: who is
 * dead at the beginning of a step is dead for all of it, and died as it began.
 */
function byHand(plan: Plan): number[] {
  const { stepsPerYear } = plan.simulation;
  const months = 12 / stepsPerYear;
  const ends = plan.people.map((one) => (one.longevity?.model === 'fixed_age' ? one.longevity.age - one.age : 0));
  const last = Math.max(...ends) * 12;
  const own = (who: number, age: number): number => {
    const record = plan.incomes.find((one) => one.owner === who);
    if (record?.kind !== 'social_security' || age < record.claimAt * 12) return 0;
    const late = record.claimAt * 12 - 804;
    const lost = Math.min(36, Math.max(0, -late)) / 180 + Math.max(0, -late - 36) / 240;
    return record.amount * (late >= 0 ? 1 + late / 150 : 1 - lost);
  };
  const years: number[] = [];
  for (let year = 0; year < last; year += 12) {
    let sum = 0;
    for (let month = year; month < year + 12; month += months) {
      const alive = ends.map((end) => month < end * 12);
      const ages = plan.people.map((one) => one.age * 12 + month);
      const [who] = alive.flatMap((lives, index) => (lives ? [index] : []));
      const alone = alive.filter(Boolean).length === 1;
      let monthly = alive.reduce((total, lives, index) => total + (lives ? own(index, ages[index] ?? 0) : 0), 0);
      const dead = 1 - (who ?? 0);
      const record = plan.incomes.find((one) => one.owner === dead);
      if (alone && who !== undefined && record?.kind === 'social_security' && (ages[who] ?? 0) >= 720) {
        const death = (ends[dead] ?? 0) * 12;
        const diedAt = (plan.people[dead]?.age ?? 0) * 12 + death;
        const begins = Math.max(720, (plan.people[who]?.age ?? 0) * 12 + death);
        const left = begins >= 804 ? 1 : 1 - (0.285 * (804 - begins)) / 84;
        const credits = Math.max(0, Math.min(diedAt, record.claimAt * 12) - 804) / 150;
        let paid = record.amount * (1 + credits) * left;
        const limited = diedAt > record.claimAt * 12 && record.claimAt < 67;
        if (limited) paid = Math.min(paid, Math.max(0.825 * record.amount, own(dead, 1200)));
        monthly = Math.max(monthly, paid);
      }
      sum += (monthly * months) / 12;
    }
    years.push(sum);
  }
  return years;
}

const money = (max: number) => fc.double({ min: 0, max, noNaN: true });
const ages = fc.integer({ min: 45, max: 75 });
const claims = fc.integer({ min: 62, max: 70 });

describe('of a couple', () => {
  test('a year differs from what the rules come to, paid month by month', () => {
    fc.assert(
      fc.property(
        fc.tuple(ages, ages),
        fc.tuple(fc.nat(40), fc.nat(40)),
        fc.tuple(claims, claims),
        fc.tuple(money(60_000), money(60_000)),
        fc.constantFrom(1, 4, 12),
        (today, lives, claimed, amounts, stepsPerYear) => {
          const people = today.map((age, index) => ({ age, retireAt: age, ...at(age + 1 + (lives[index] ?? 0)) }));
          const incomes = amounts.map((amount, owner) => social(owner, amount, claimed[owner] ?? 67));
          const change: Partial<PlanInput> = { people, incomes, simulation: { paths: 1, seed: 1, stepsPerYear } };
          const paid = received({ ...change, accounts: [{ name: 'a', type: 'tax_free', balance: 0 }] });
          const expected = byHand(aPlan(change));
          expect(paid).toHaveLength(expected.length);
          for (const [year, sum] of expected.entries()) expect(paid[year]).toBeCloseTo(sum, 5);
        },
      ),
    );
  });

  const table = { longevity: { model: 'us_period_life_table_2025' as const } };
  const couple = [
    { age: 72, retireAt: 65, sex: 'male' as const },
    { age: 70, retireAt: 65, sex: 'female' as const },
  ];

  // Who claimed at 67 or later leaves a survivor beyond 67 just what a pension that goes on in full would.
  test.each<[string, Partial<PlanInput>]>([
    ['pooled', {}],
    ['pooled, spending at the end of a step', { spending: { amount: 70_000, timing: 'end' } }],
    [
      'monthly, account by account, with taxes',
      {
        accounts: [
          { name: 'a', type: 'taxable', balance: 200_000, costBasis: 150_000, taxRate: 0.15 },
          { name: 'b', type: 'tax_deferred', balance: 500_000, taxRate: 0.2 },
        ],
        simulation: { paths: 400, seed: 3, stepsPerYear: 12 },
      },
    ],
    ['with guardrails', { spending: { amount: 70_000, survivorShare: 0.8, rule: { rule: 'guyton_klinger' } } }],
    [
      'with a floor and a ceiling',
      { spending: { amount: 70_000, rule: { rule: 'floor_and_ceiling', rate: 0.05, floor: 0.8, ceiling: 1.3 } } },
    ],
  ])('a plan is answered otherwise than with a pension that goes on as the benefit does: %s', (_, change) => {
    const plan = (incomes: PlanInput['incomes']) => {
      const spending = { amount: 70_000, survivorShare: 0.8 };
      return aPlan({ people: couple, ...table, spending, simulation: { paths: 400, seed: 3 }, ...change, incomes });
    };
    const benefits = projectPlan(plan([social(0, 30_000, 69)]));
    const pension = projectPlan(
      plan([{ kind: 'pension', owner: 0, amount: 30_000 * 1.16, from: 69, survivorShare: 1 }]),
    );
    expect(benefits.success).toBe(pension.success);
    expect((benefits.sustainableSpending ?? 0) / (pension.sustainableSpending ?? 0)).toBeCloseTo(1, 6);
    for (const [year, balance] of pension.balance.p50.entries()) {
      expect(Math.abs((benefits.balance.p50[year] ?? 0) - balance)).toBeLessThanOrEqual(1e-9 * balance);
    }
  });

  test('a benefit of the one who dies makes a path of the other run out sooner', () => {
    fc.assert(
      fc.property(ages, ages, claims, money(50_000), money(50_000), (first, second, claimAt, own, others) => {
        const plan = (amount: number): Plan =>
          aPlan({
            people: [
              { age: first, retireAt: first, sex: 'male' },
              { age: second, retireAt: second, sex: 'female' },
            ],
            ...table,
            incomes: [social(0, amount, claimAt), social(1, own, 67)],
            spending: { amount: 70_000, survivorShare: 0.8 },
          });
        const plans = [plan(0), plan(others)].map((one) => compile(one));
        const { changes } = simulate({ plans, first: 0, paths: 50, all: 50, record: false });
        expect(changes[0]?.lost).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('the largest sustainable spending of a path is not where it runs out', () => {
    const plan = (amount: number, timing: 'start' | 'end') =>
      aPlan({
        people: [
          { age: 60, retireAt: 62, sex: 'male' },
          { age: 58, retireAt: 62, sex: 'female' },
        ],
        ...table,
        incomes: [social(0, 30_000, 70, 0.1), social(1, 12_000, 62)],
        spending: { amount, timing, survivorShare: 0.8 },
        simulation: { paths: 200, seed: 5 },
      });
    for (const timing of ['start', 'end'] as const) {
      const { sustainableSpending, sustainableSuccess } = projectPlan(plan(60_000, timing));
      const amount = sustainableSpending ?? NaN;
      expect(projectPlan(plan(amount, timing)).success).toBe(sustainableSuccess);
      expect(projectPlan(plan(amount * 1.001 + 100, timing)).success).toBeLessThanOrEqual(sustainableSuccess ?? 0);
    }
  });
});
