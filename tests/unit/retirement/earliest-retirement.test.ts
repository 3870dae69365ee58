import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earliestAlone, earliestRetirement } from '../../../shared/finance/retirement/answers/earliest-retirement.ts';
import { drive, runSlice } from '../../../shared/finance/retirement/answers/question.ts';
import { whatIfs } from '../../../shared/finance/retirement/answers/what-ifs.ts';
import { plan, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { retiringAt } from '../../../shared/finance/retirement/retiring.ts';
import { aPlan, certain } from './a-plan.ts';

const PATHS = 200;
const recordsOf = (given: Plan) => runSlice({ plans: [given], paths: PATHS, record: true }, 0, PATHS).records;

describe('the earliest retirement read off the paths', () => {
  // Whole cents: amounts near the smallest double round differently on the two ways to the same answer.
  const usd = (max: number) =>
    fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: max * 100 }).map((cents) => cents / 100),
    );
  const timing = fc.constantFrom('start' as const, 'end' as const);
  const plans = fc
    .record({
      age: fc.integer({ min: 20, max: 80 }),
      work: fc.integer({ min: 1, max: 40 }),
      balance: usd(3e6),
      saved: usd(1e5),
      growth: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      amount: usd(2e5),
      pension: usd(5e4),
      from: fc.integer({ min: 40, max: 80 }),
      fee: fc.double({ min: 0, max: 0.05, noNaN: true }),
      savingTiming: timing,
      spendingTiming: timing,
      longevity: fc.constantFrom({ model: 'fixed_age', age: 95 }, { model: 'us_period_life_table_2025' }),
      confidence: fc.constantFrom(0.5, 0.85, 0.99),
      seed: fc.maxSafeInteger(),
    })
    .map((given) =>
      plan.parse({
        people: [{ age: given.age, retireAt: given.age + given.work, sex: 'female' }],
        accounts: [{ name: 'a', type: 'tax_free', balance: given.balance, fee: given.fee }],
        savings: [{ amount: given.saved, growth: given.growth, timing: given.savingTiming }],
        incomes: [{ kind: 'pension', amount: given.pension, basis: 'real', from: given.from }],
        spending: { amount: given.amount, timing: given.spendingTiming },
        market: { assets: [{ name: 'equity', weight: 1, mean: 0.07, volatility: 0.16 }] },
        longevity: given.longevity,
        simulation: { paths: PATHS, seed: given.seed, confidence: given.confidence },
      }),
    );

  test('is the one found by trying every age on the same futures', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const records = recordsOf(given);
        expect(records?.earliest.reduce((sum, count) => sum + count, 0)).toBe(PATHS);
        expect(drive(earliestRetirement(given, PATHS, records))).toEqual(drive(earliestRetirement(given, PATHS, null)));
      }),
      { numRuns: 60 },
    );
  });

  test('is the arithmetic of an annuity where nothing is uncertain', () => {
    const given = aPlan({
      people: [{ age: 40, retireAt: 65 }],
      accounts: [{ name: 'a', type: 'tax_free', balance: 100_000 }],
      savings: [{ amount: 20_000 }],
      spending: { amount: 40_000 },
      market: certain,
      longevity: { model: 'fixed_age', age: 95 },
    });
    const growth = 1.05 / 1.02;
    const built = (years: number) => 100_000 * growth ** years + (20_000 * (growth ** years - 1)) / (growth - 1);
    const needed = (years: number) => (40_000 * (1 - growth ** (years - 55)) * growth) / (growth - 1);
    let years = 0;
    while (built(years) < needed(years)) years++;
    const found = drive(earliestRetirement(given, PATHS, recordsOf(given)));
    expect(found).toEqual({ ages: [40 + years], success: 1 });
  });

  test('is an age at which a step begins: what is planned between two steps is answered as the next one', () => {
    const at = (retireAt: number) => drive(earliestRetirement(aPlan({ people: [{ age: 50, retireAt }] }), PATHS, null));
    const between = at(60.5);
    expect(between).toEqual(at(61));
    expect(between?.ages.every(Number.isInteger)).toBe(true);
  });

  test('is not read off where the age decides more than when work ends', () => {
    const worker = { age: 50, retireAt: 60 };
    const others: Plan[] = [
      aPlan({ people: [worker, { age: 50, retireAt: 62 }] }),
      aPlan({ people: [worker], spending: { amount: 40_000, from: 55 } }),
      aPlan({ people: [worker], spending: { amount: 40_000, goals: [{ name: 'roof', age: 55, amount: 50_000 }] } }),
      aPlan({ people: [worker], accounts: [{ name: 'a', type: 'tax_deferred', balance: 1e6, taxRate: 0.2 }] }),
      aPlan({ people: [{ age: 50, retireAt: 60.5 }] }),
      aPlan({ people: [{ age: 65, retireAt: 65 }] }),
    ];
    for (const given of others) expect(recordsOf(given)?.earliest).toHaveLength(0);
  });
});

describe('the earliest retirement of one of two, the other one retiring as planned', () => {
  const two = (ages: readonly [number, number], confidence: number) =>
    plan.parse({
      people: [
        { age: 55, retireAt: ages[0] },
        { age: 57, retireAt: ages[1] },
      ],
      accounts: [{ name: 'a', type: 'tax_free', balance: 700_000 }],
      savings: [
        { owner: 0, amount: 40_000 },
        { owner: 1, amount: 4000 },
      ],
      spending: { amount: 60_000 },
      market: { assets: [{ name: 'equity', weight: 1, mean: 0.07, volatility: 0.16 }] },
      longevity: { model: 'fixed_age', age: 90 },
      simulation: { paths: PATHS, seed: 5, confidence },
    });

  test.each([
    ['sooner', [66, 66], 0.5],
    ['sooner', [64, 67], 0.6],
    ['later', [57, 58], 0.7],
    ['at no age', [57, 58], 0.99],
  ] as const)('is %s, of %j for %d, what trying every age of theirs finds', (_, ages, confidence) => {
    const given = two(ages, confidence);
    const lasts = (who: number, age: number) =>
      projectPlan(retiringAt(given, ages.map((planned, index) => (index === who ? age : planned)))).success; // prettier-ignore
    const found = drive(earliestAlone(given, PATHS));
    expect(found).toHaveLength(2);
    for (const [who, one] of (found ?? []).entries()) {
      const today = given.people[who]?.age ?? 0;
      const all = Array.from({ length: 90 - today }, (__, years) => today + years);
      const age = all.find((each) => lasts(who, each) >= confidence);
      expect(one).toEqual(age === undefined ? null : { age, success: lasts(who, age) });
    }
  });

  test('is nothing where one of two has retired, or where what there is is spent', () => {
    expect(drive(earliestAlone(two([50, 66], 0.5), PATHS))).toBeNull();
    const share = {
      ...two([66, 66], 0.5),
      spending: { amount: 0, rule: { rule: 'percentage' as const, rate: 0.04 } },
    };
    expect(drive(earliestAlone(plan.parse({ ...two([66, 66], 0.5), ...share }), PATHS))).toBeNull();
  });
});

describe('the earliest retirement of a plan that spends from an age of its own', () => {
  const pension = { kind: 'pension' as const, amount: 30_000, from: 55, to: 68 };
  const spendingFrom = (from: number, other: Partial<PlanInput['people'][number]>[] = []) =>
    plan.parse({
      people: [{ age: 58, retireAt: 62 }, ...other],
      accounts: [{ name: 'a', type: 'tax_free', balance: 800_000 }],
      savings: [{ amount: 30_000 }],
      incomes: [pension],
      spending: { amount: 60_000, from },
      market: {
        assets: [
          { name: 'equity', weight: 0.6 },
          { name: 'fixed_income', weight: 0.4 },
        ],
      },
      longevity: { model: 'fixed_age', age: 92 },
      simulation: { paths: PATHS, seed: 1, confidence: 0.7 },
    });
  const at = (given: Plan, ages: readonly number[], from = given.spending.from): Plan => ({
    ...given,
    people: given.people.map((person, index) => ({ ...person, retireAt: ages[index] ?? person.retireAt })),
    spending: { ...given.spending, from },
  });
  const younger = [{ age: 54, retireAt: 60 }];
  const retired = [{ age: 66, retireAt: 65 }];

  test.each([
    ['begun long ago', spendingFrom(50)],
    ['begun today, at work', spendingFrom(58)],
    ['before work stops', spendingFrom(60)],
    ['after work has stopped', spendingFrom(68)],
    ['of two, before the last of them stops', spendingFrom(62, younger)],
    ['of two, after', spendingFrom(70, younger)],
    ['of two, one of them retired', spendingFrom(66, retired)],
  ])('is that of the very plan with this age of retirement: spending %s stays where it is', (_, given) => {
    const { earliestRetirement: found, whatIfs: tried } = projectPlan(given);
    const ages = found?.ages ?? [];
    expect(found?.spendingFrom).toBe(given.spending.from);
    expect(found?.success).toBe(projectPlan(at(given, ages)).success);
    expect(found?.success).toBeGreaterThanOrEqual(0.7);
    const sooner = at(
      given,
      given.people.map(({ age, retireAt }, index) =>
        retireAt > age ? Math.max(age, (ages[index] ?? 0) - 1) : retireAt,
      ),
    );
    const earlier = projectPlan(sooner).success;
    expect(earlier === found?.success || earlier < 0.7).toBe(true);
    const later = tried.find(({ key }) => key === 'retire_2_years_later');
    const two = given.people.map(({ age, retireAt }) => (retireAt > age ? retireAt + 2 : retireAt));
    expect(later?.success).toBe(projectPlan(at(given, two)).success);
  });

  test.each([
    ['one', spendingFrom(62), 62],
    ['two', spendingFrom(64, younger), 64],
    ['two, one of them retired', spendingFrom(62, retired), 62],
  ])('moves spending that begins as the work of %s stops, and says to which age', (_, given, planned) => {
    const { earliestRetirement: found, notes } = projectPlan(given);
    const shift = (found?.ages[0] ?? 0) - 62;
    expect(found?.spendingFrom).toBe(planned + shift);
    expect(found?.success).toBe(projectPlan(at(given, found?.ages ?? [], found?.spendingFrom)).success);
    const {
      spending: { from: _from, ...rest },
      ...other
    } = given;
    expect(found).toEqual({
      ...projectPlan({ ...other, spending: rest }).earliestRetirement,
      spendingFrom: planned + shift,
    });
    expect(notes.join(' ')).toContain('where another age of retirement is tried, it begins when work then stops');
  });

  test('takes an age of spending in the step in which work stops for that of the work, as the paths do', () => {
    const between = { ...spendingFrom(62), people: [{ age: 58, retireAt: 61.5 }] };
    const { earliestRetirement: found, notes } = projectPlan(between);
    expect(found?.spendingFrom).toBe(found?.ages[0]);
    expect(found?.success).toBe(projectPlan(at(between, found?.ages ?? [], found?.spendingFrom)).success);
    expect(notes.join(' ')).toContain('it begins when work then stops');
  });

  test('says in the what-if from when it spends, and in a note that this does not hang on the work', () => {
    const label = (given: Plan) =>
      whatIfs(given, { mean: 0.05, inflation: 0.02 }).find(({ key }) => key === 'retire_2_years_later')?.label;
    expect(label(spendingFrom(62))).toBe('Retire 2 years later, at 64, with spending from 64');
    expect(label(spendingFrom(68))).toBe('Retire 2 years later, at 64, with spending from 68, as planned');
    expect(label(spendingFrom(58))).toBe('Retire 2 years later, at 64');
    expect(label(spendingFrom(64, younger))).toBe(
      'Both retire 2 years later, at 64 and 62, with spending from when the first person is 66',
    );
    const notes = (given: Plan) => projectPlan(given).notes.join(' ');
    expect(notes(spendingFrom(68))).toContain('Spending begins at 68, whenever work stops');
    expect(notes(spendingFrom(58))).toContain('Spending has begun, though not all work has stopped');
    expect(notes(aPlan({ spending: { amount: 40_000, from: 70 } }))).not.toContain('another age of retirement');
  });

  test('is not compared with working longer where nothing hangs on that: nothing is saved, and spending waits for no retirement', () => {
    const idle = { ...spendingFrom(58), savings: [] };
    expect(whatIfs(idle, { mean: 0.05, inflation: 0.02 }).map(({ key }) => key)).not.toContain('retire_2_years_later');
  });
});
