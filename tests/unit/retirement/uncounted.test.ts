import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { schedule } from '../../../shared/finance/retirement/compile/schedule.ts';
import { plan as planSchema, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { projectRetirement } from '../../../shared/finance/retirement/project.ts';
import { uncountedNotes } from '../../../shared/finance/retirement/uncounted.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { besidePortfolio } from '../../../shared/report/other-income.ts';
import type { Plan } from '../../../shared/schemas/retirement-plan/plan.ts';
import { caseOf } from '../agents/portfolios.ts';
import { AS_OF, line } from '../finance/portfolios.ts';
import { aPlan } from './a-plan.ts';

const toAge = (age: number) => ({ longevity: { model: 'fixed_age', age } }) as const;
const boat = (age: number, amount = 300_000) => ({
  spending: { amount: 40_000, goals: [{ name: 'Boat', age, amount }] },
});
const pension = (from: number, to?: number, owner = 0, survivorShare = 0) => ({
  ...{ kind: 'pension' as const, amount: 20_000, from, owner, survivorShare },
  ...(to === undefined ? {} : { to }),
});
const problemsOf = (change: Partial<PlanInput>): string[] =>
  (planSchema.safeParse({ ...aPlan(), ...change }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

describe('what has passed is a mistake in the plan, by its field', () => {
  test.each<[string, Partial<PlanInput>]>([
    ['spending.goals.0.age has passed: the first person is 65 today', boat(36)],
    ['incomes.0.to has passed: its owner is 65 today', { incomes: [pension(40, 50)] }],
    ['incomes.0.to has passed: its owner is 65 today', { incomes: [pension(40, 65)] }],
    ['savings.0.to has passed: its owner is 65 today', { savings: [{ amount: 1000, to: 60 }] }],
  ])('%s', (problem, change) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  test('but not what is due today, nor by the age of another', () => {
    const people = [
      { age: 65, retireAt: 65 },
      { age: 50, retireAt: 60 },
    ];
    expect(problemsOf(boat(65))).toEqual([]);
    expect(problemsOf({ people, incomes: [pension(40, 55, 1)], savings: [{ amount: 1, owner: 1, to: 58 }] })).toEqual(
      [],
    );
  });

  test('one length of life that two people have is told once', () => {
    const people = [70, 72].map((age) => ({ age, retireAt: 65 }));
    expect(problemsOf({ people, ...toAge(60) })).toEqual(['longevity.age must be above the age today']);
    const own = people.map((person) => ({ ...person, ...toAge(60) }));
    expect(problemsOf({ people: own })).toHaveLength(2);
  });
});

describe('what never comes is said not to be counted, and not told as counted', () => {
  const of = (change: Partial<PlanInput>) => aPlan({ ...toAge(95), simulation: { paths: 200 }, ...change });

  test.each<[string, Partial<PlanInput>]>([
    ['Boat, $300,000 at 99, is not counted: the plan ends before the age of 99.', boat(99)],
    ['A pension of $20,000 a year is not counted: the plan ends before its age of 96.', { incomes: [pension(96)] }],
    ['Saving of $30,000 a year is not counted: it ended at 65.', { savings: [{ amount: 30_000 }] }],
    [
      'Saving of $30,000 a year is not counted: it would end at 65, before it begins at 70.',
      { people: [{ age: 60, retireAt: 65 }], savings: [{ amount: 30_000, from: 70 }] },
    ],
    [
      'No yearly spending is counted: the plan ends before it begins.',
      { spending: { amount: 40_000, from: 97 }, accounts: [{ name: 'a', type: 'tax_free', balance: 1 }] },
    ],
  ])('%s', (note, change) => {
    const given = of(change);
    const result = projectPlan(given);
    expect(result.notes.filter((one) => one.includes('counted'))).toEqual([note]);
    const outline = outlineOf(given);
    expect([outline.incomes, outline.spending.goals, outline.saved]).toEqual([[], [], 0]);
  });

  test('a goal after the end is in no what-if either: five years more are only that', () => {
    const longer = (plan: Plan) => projectPlan(plan).whatIfs.find(({ key }) => key === 'live_5_years_longer')?.change;
    expect(longer(of(boat(97)))).toBe(longer(of({})));
    expect(longer(of({ incomes: [pension(97)] }))).toBe(longer(of({})));
  });

  test('of drawn lives, an age that hardly anybody lives to', () => {
    const lives = { longevity: { model: 'gompertz', mode: 88, dispersion: 10 } } as const;
    const [note] = uncountedNotes(of({ ...lives, ...boat(119) }));
    expect(note).toBe(
      'Boat, $300,000 at 119, is not counted: the age of 119 is reached in fewer than one future in a hundred.',
    );
    expect(uncountedNotes(of({ ...lives, ...boat(100) }))).toEqual([]);
  });

  test('the pension of whoever dies first, unless the other goes on receiving of it', () => {
    const people = [
      { age: 65, retireAt: 65 },
      { age: 65, retireAt: 65, ...toAge(70) },
    ];
    const noted = (share: number) => uncountedNotes(of({ people, incomes: [pension(75, undefined, 1, share)] }));
    expect(noted(0)).toEqual([expect.stringContaining('the plan ends before its age of 75')]);
    expect(noted(0.5)).toEqual([]);
  });

  test('of goals: incomes that ended or begin too late, and saving by who has retired', () => {
    const goals = {
      ...{ age: 70, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 30_000 },
      otherIncome: [
        { kind: 'pension' as const, amount: 20_000, from: 60, to: 70 },
        { kind: 'rent' as const, amount: 5000, from: 96 },
        { kind: 'social_security' as const, amount: 24_000, from: 67 },
      ],
    };
    const of = (asked: Partial<typeof goals>) =>
      projectRetirement({
        balance: 800_000,
        mix: { equity: 1 },
        goals: { ...goals, ...asked },
        seed: 1,
        paths: 200,
      });
    const result = of({});
    expect(result.notes.filter((one) => one.includes('not counted'))).toEqual([
      'Other income of $20,000 a year is not counted: it ended at 70.',
      'Other income of $5,000 a year is not counted: it would begin at 96, and the money has to last to 95.',
      'Saving of $30,000 a year is not counted: it ends with the retirement at 65.',
    ]);
    expect(result.goals).toMatchObject({ contribute: 0, otherIncome: [{ kind: 'social_security' }] });
    expect(besidePortfolio(result, 'USD')).toBe('with $24,000 of Social Security from 67');
    const without = of({ contribute: 0, otherIncome: goals.otherIncome.slice(2) });
    expect({ ...result, notes: [] }).toEqual({ ...without, notes: [] });
  });

  test('and no fact of a plan names it but the note', () => {
    const { analysis } = caseOf({
      instruments: new Map(),
      lines: [line('STOX', 5000, 100)],
      plan: aPlan({ ...toAge(95), incomes: [pension(96)], ...boat(99), simulation: { paths: 50 } }),
    });
    const named = factsOf(analysis).filter(
      ({ name, value }) => value === 20_000 || value === 300_000 || /oneOff|otherIncome/.test(name),
    );
    expect(named).toEqual([]);
    expect(analysis.asOf).toBe(AS_OF);
  });
});

/** What the engine's own table has in it: anything in a step and a state of the household that some future has. */
function isScheduled(plan: Plan): boolean {
  const ends = plan.people.map(({ age, longevity }) =>
    longevity?.model === 'fixed_age' ? Math.ceil((longevity.age - age) * plan.simulation.stepsPerYear - 1e-9) : 0,
  );
  const steps = Math.max(1, ...ends);
  const table = schedule(plan, steps);
  const [first = 0, second = 0] = ends.map((end) => Math.max(1, end));
  const lived = (at: number) => {
    const [state, step] = [Math.floor(at / steps), at % steps];
    if (plan.people.length === 1) return state === 0;
    if (state === 0) return step < Math.min(first, second);
    return state === 1 ? step >= second && step < first : step >= first && step < second;
  };
  const { own, paid } = table.survivors;
  const death = Math.min(first, second);
  const state = first > second ? 1 : 2;
  const widowed = paid[(state - 1) * (steps + 1) + death] ?? 0;
  const outlives = plan.people.length > 1 && first !== second;
  if (outlives && own.some((sum, at) => widowed > sum && Math.floor(at / steps) === state && lived(at))) return true;
  return [table.goals, table.real, table.nominal, ...table.saveStart, ...table.saveEnd].some((cells) =>
    cells.some((value, at) => value !== 0 && lived(at)),
  );
}

test('whatever the ages, a note is given exactly where the engine has nothing of it in any future', () => {
  const age = fc.integer({ min: 40, max: 110 });
  const quarter = age.map((years) => years + 0.25);
  const when = fc.oneof(age, quarter);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(when, age, when), { minLength: 1, maxLength: 2 }),
      fc.record({ from: when, to: fc.option(when, { nil: undefined }), owner: fc.nat({ max: 1 }) }),
      fc.constantFrom('goal', 'pension', 'survivors', 'saving', 'benefit'),
      fc.constantFrom(1, 4, 12),
      (persons, { from, to, owner: either }, what, stepsPerYear) => {
        const owner = Math.min(either, persons.length - 1);
        const people = persons.map(([today, retireAt, life]) => ({ age: today, retireAt, ...toAge(life) }));
        const parsed = planSchema.safeParse({
          ...aPlan(),
          people,
          simulation: { paths: 10, seed: 1, stepsPerYear },
          ...(what === 'goal' && boat(from)),
          ...(what === 'pension' && { incomes: [pension(from, to, owner)] }),
          ...(what === 'survivors' && { incomes: [pension(from, to, owner, 0.5)] }),
          ...(what === 'saving' && { savings: [{ amount: 1000, owner, from, ...(to === undefined ? {} : { to }) }] }),
          ...(what === 'benefit' && {
            incomes: [{ kind: 'social_security', amount: 1000, owner, claimAt: Math.min(70, Math.max(62, from)) }],
          }),
        });
        fc.pre(parsed.success);
        const given = planSchema.parse(parsed.data);
        const notes = uncountedNotes(given).filter((note) => !note.startsWith('No yearly spending'));
        expect(notes).toHaveLength(isScheduled(given) ? 0 : 1);
      },
    ),
    { numRuns: 300 },
  );
});

test('income that is paid before anything is spent is said to be saved, whose it is and until when', () => {
  const people = [
    { name: 'Ana', age: 60, retireAt: 66 },
    { name: 'Ben', age: 68, retireAt: 65 },
  ];
  const incomes = [
    { kind: 'pension' as const, owner: 1, amount: 30_000, from: 66 },
    { kind: 'social_security' as const, owner: 0, amount: 24_000, claimAt: 67 },
  ];
  const saved = (plan: Plan) => projectPlan(plan).notes.filter((one) => one.includes('saved in full'));
  const couple = aPlan({ people, incomes });
  expect(saved(couple)).toEqual([
    expect.stringContaining('Spending begins when Ana turns 66: what is paid before (Ben’s pension) is saved in full'),
  ]);
  const { spending } = couple;
  expect(saved({ ...couple, spending: { ...spending, from: 60 } })).toEqual([]);
  expect(
    saved(aPlan({ people: [{ age: 60, retireAt: 67 }], incomes: [{ kind: 'rent', amount: 9000, from: 67 }] })),
  ).toEqual([]);
});
