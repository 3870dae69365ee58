import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { applyChanges } from '../../../shared/finance/question/scenario.ts';
import type { Standing } from '../../../shared/finance/question/scenario.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { crashYears, planChange } from '../../../shared/schemas/analysis-plan.ts';
import type { AnalysisPlan, PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import { facts as factsSchema } from '../../../shared/schemas/fact.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { plan as planSchema } from '../../../shared/schemas/retirement-plan/plan.ts';
import { instruments, line } from './portfolios.ts';

const goals: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const standing = { goals, balance: 500_000, stocks: 0.6, inflation: 0.026 };
const change = (what: PlanChange['what'], how: PlanChange['how'], value: number, more: Partial<PlanChange> = {}) => {
  return { what, how, value, per: null, fromAge: null, ...more };
};
const lines = [line('STOX', 3000, 100), line('BOND', 2000, 100)];
const asked = (whatIfs: PlanChange[][], given: RetirementGoals = goals, of: SnapshotLine[] = lines) => {
  const question: AnalysisPlan = {
    agents: ['reporter'],
    focus: ['retirement'],
    outside: ['taxes'],
    whatIfs: whatIfs.map((changes) => ({ changes })),
  };
  const input = { asOf: '2026-03-31', baseCurrency: 'USD', lines: of, instruments, seed: 1, paths: 1000, question };
  return analyze({ ...input, goals: given });
};

describe('another Social Security takes the place of the planned one', () => {
  const paid: RetirementGoals = { ...goals, otherIncome: [{ kind: 'social_security', amount: 30_000, from: 67 }] };
  const other = (how: PlanChange['how'], value: number, more: Partial<PlanChange> = {}) =>
    applyChanges([change('otherIncome', how, value, { source: 'social_security', ...more })], {
      ...standing,
      goals: paid,
    });

  test.each([
    [
      other('to', 22_000, { fromAge: 67 }),
      [22_000, 67],
      'Social Security of $22,000 a year from age 67 instead of $30,000',
    ],
    [
      other('to', 37_200, { fromAge: 70 }),
      [37_200, 70],
      'Social Security of $37,200 a year from age 70 instead of $30,000 from 67',
    ],
    [other('down_percent', 25), [22_500, 67], 'Social Security of $22,500 a year from age 67 instead of $30,000'],
    [other('to', 30_000), [30_000, 67], 'Social Security of $30,000 a year from age 67, as planned'],
    [other('to', 0), null, 'No Social Security instead of $30,000 a year'],
  ])('%#', ({ goals: then, label, impossible }, income, said) => {
    const [amount, from] = income ?? [];
    expect(then?.otherIncome).toEqual(income === null ? [] : [{ kind: 'social_security', amount, from }]);
    expect([label, impossible]).toEqual([said, null]);
  });

  test('where the plan has none it is added, and none at all is what was planned', () => {
    const to = (value: number) =>
      applyChanges([change('otherIncome', 'to', value, { source: 'social_security' })], standing);
    expect(to(20_000).goals?.otherIncome).toEqual([{ kind: 'social_security', amount: 20_000, from: 65 }]);
    expect(to(0).said).toEqual([{ label: 'no Social Security, as planned', same: true }]);
  });

  test('more income that no source names cannot be added, and less of it can', () => {
    const rent = (how: PlanChange['how']) =>
      applyChanges([change('otherIncome', how, 500, { per: 'month', fromAge: 60 })], { ...standing, goals: paid });
    expect(rent('up').goals?.otherIncome?.at(-1)).toEqual({ kind: 'other', amount: 6000, from: 60 });
    expect(rent('up')).toMatchObject({ label: '$6,000 a year of other income from age 60', impossible: null });
    expect(rent('down').impossible).toBe('the plan has no other income to change');
  });

  test('a fall of what there is none of cannot be tried', () => {
    const [cut] = [change('otherIncome', 'down_percent', 25, { source: 'pension' })];
    expect(applyChanges([cut], standing).impossible).toBe('the plan has no pension to change');
  });
});

describe('a fall that comes later', () => {
  const later = (
    when: PlanChange['when'],
    time: number,
    more: Partial<PlanChange> = {},
    given: Partial<Standing> = {},
  ) => {
    const fall = { ...change('stocks', 'down_percent', 40, { when, time }), ...more };
    return applyChanges([fall], { ...standing, year: 2026, classes: ['equity', 'fixed_income'], ...given });
  };

  test.each([
    [later('age', 66), 66, 'Stocks fall by 40% in the year you turn 66'],
    [later('in_years', 5), 50, 'Stocks fall by 40% in the year you turn 50'],
    [later('in_year', 2035), 54, 'Stocks fall by 40% in 2035, the year you turn 54'],
    [later('before_retirement', 1), 64, 'Stocks fall by 40% in the year you turn 64'],
    [later('after_retirement', 0), 65, 'Stocks fall by 40% in the year you turn 65'],
    [later('age', 45), 45, 'Stocks fall by 40% in the year you turn 45'],
  ] as const)('comes at the age that its date comes to: %#', (tried, age, label) => {
    expect(tried).toMatchObject({ label, impossible: null, falls: [{ age, by: { equity: 0.4 } }] });
    expect([tried.balance, tried.stockPrices]).toEqual([standing.balance, undefined]);
  });

  test('is of all that is held where the portfolio falls', () => {
    expect(later('age', 70, { what: 'balance', value: 20 })).toMatchObject({
      label: 'The portfolio falls by 20% in the year you turn 70',
      falls: [{ age: 70, by: { equity: 0.2, fixed_income: 0.2 } }],
    });
  });

  test('of a bad time of the past is of what fell in it and is held, and comes this year without a date', () => {
    const classes = ['equity', 'fixed_income', 'real_estate', 'commodities', 'cash'];
    const crash = change('crash', 'to', 2022, { when: 'age', time: 65 });
    expect(applyChanges([crash], { ...standing, classes })).toMatchObject({
      label:
        'A crash like that of 2022, stocks by 18.1%, bonds by 13% and real estate by 25.1%, in the year you turn 65',
      falls: [{ age: 65, by: { equity: 0.181, fixed_income: 0.13, real_estate: 0.251 } }],
    });
    const now = applyChanges([change('crash', 'to', 2000)], { ...standing, classes: ['equity', 'fixed_income', 'alternatives'] }); // prettier-ignore
    expect(now.label).toBe('A crash like that of 2000 to 2002, stocks by 34.36% and alternatives by 34.36%, this year');
    expect(now.falls).toEqual([{ age: 45, by: { equity: 0.3436, alternatives: 0.3436 } }]);
  });

  test('comes when work then stops, in whatever order the question says both', () => {
    const changes = [
      change('stocks', 'down_percent', 40, { when: 'after_retirement', time: 0 }),
      change('retireAt', 'to', 60),
    ];
    expect(applyChanges(changes, standing)).toMatchObject({
      label: 'Retire at 60 instead of 65; stocks fall by 40% in the year you turn 60',
      falls: [{ age: 60, by: { equity: 0.4 } }],
    });
  });

  test('of today and of later both count', () => {
    const now = change('stocks', 'down_percent', 20);
    const tried = applyChanges([{ ...now, value: 30, when: 'age', time: 65 }, now], standing);
    expect(tried).toMatchObject({ stockPrices: 0.8, falls: [{ age: 65, by: { equity: 0.3 } }] });
  });

  test.each([
    [later('age', 40), 'age 40 is past: you are 45 already'],
    [later('in_year', 2019), '2019 is past'],
    [later('age', 95), 'the plan does not go on to 95'],
    [later('in_years', 60), 'the plan does not go on to 105'],
    [later('after_retirement', 0, {}, { goals: { ...goals, retireAt: 40 } }), 'you are retired already; give it an age or a year'], // prettier-ignore
    [later('age', 65, {}, { goals: null }), /^there is no retirement plan/],
    [later('age', 65, {}, { classes: ['my fund'] }), /^nothing that the plan is simulated with/], // prettier-ignore
  ] as const)('is not tried where no future has it: %#', ({ impossible, falls }, why) => {
    expect(impossible).toMatch(why);
    expect(falls).toBeUndefined();
  });

  test('is tried on the plan’s own futures, and weighs more than the same fall today', () => {
    const fall = change('stocks', 'down_percent', 40, { when: 'after_retirement', time: 0 });
    const { question, retirement } = asked([[fall], [change('stocks', 'down_percent', 40)]]);
    const [later40, now40] = question?.scenarios ?? [];
    const lasting = [later40, now40].map((one) => one?.outcome?.success ?? 1);
    expect(later40?.falls).toEqual([{ age: 65, by: { equity: 0.4 } }]);
    expect(later40?.outcome?.change).toBeCloseTo((lasting[0] ?? 0) - (retirement?.success ?? 0), 12);
    // Closer to the day on which work stops there is more to lose, and less time for it to come back.
    expect(lasting[0]).toBeLessThan(lasting[1] ?? 0);
  });

  test('of what a plan’s own assets are named is told by facts whose names are such', () => {
    const own = planSchema.parse({
      people: [{ age: 50, retireAt: 65 }],
      accounts: [{ name: 'all', type: 'tax_free', balance: 500_000 }],
      spending: { amount: 20_000 },
      market: {
        assets: [
          { name: 'U.S. total market', weight: 0.6, mean: 0.07, volatility: 0.15 },
          { name: 'U_S_ total market', weight: 0.4, mean: 0.03, volatility: 0.05 },
        ],
      },
      simulation: { paths: 50 },
    });
    const question: AnalysisPlan = {
      ...{ agents: ['reporter'], focus: [], outside: [] },
      whatIfs: [{ changes: [change('balance', 'down_percent', 20, { when: 'age', time: 70 })] }],
    };
    const given = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 50 };
    const facts = factsSchema.parse(factsOf(analyze({ ...given, plan: own, question })));
    const named = facts.filter(({ name }) => name.startsWith('question.whatIf.1.fall.1.by.'));
    expect(named.map(({ value }) => value)).toEqual([0.2, 0.2]);
  });

  test('of two people comes by the age of the first, and when the last of them stops working', () => {
    const people = [
      { name: 'Ana', age: 58, retireAt: 65 },
      { name: 'Ben', age: 60, retireAt: 70 },
    ];
    const own = planSchema.parse({
      people,
      accounts: [{ name: 'all', type: 'tax_free', balance: 500_000 }],
      spending: { amount: 40_000 },
      market: { assets: [{ name: 'equity', weight: 1 }] },
    });
    const fall = change('stocks', 'down_percent', 40, { when: 'after_retirement', time: 0 });
    expect(applyChanges([fall], { ...standing, goals: null, plan: own })).toMatchObject({
      label: 'Stocks fall by 40% in the year Ana turns 68',
      falls: [{ age: 68, by: { equity: 0.4 } }],
    });
  });

  test.each([
    ['Ana', 62, 'Stocks fall by 30% in the year Ana turns 62', 62],
    ['Ben', 66, 'Stocks fall by 30% in the year Ana turns 64', 64],
  ])(
    'of two people, of whom %s is said to retire, comes in the year of that and not of the other’s',
    (name, to, label, age) => {
      const own = planSchema.parse({
        people: [
          { name: 'Ana', age: 58, retireAt: 65 },
          { name: 'Ben', age: 60, retireAt: 70 },
        ],
        accounts: [{ name: 'all', type: 'tax_free', balance: 500_000 }],
        spending: { amount: 40_000 },
        market: { assets: [{ name: 'equity', weight: 1 }] },
      });
      const fall = change('stocks', 'down_percent', 30, { when: 'after_retirement', time: 0 });
      const retires = change('retireAt', 'to', to, { who: name });
      const tried = applyChanges([fall, retires], { ...standing, goals: null, plan: own });
      expect(tried.falls).toEqual([{ age, by: { equity: 0.3 } }]);
      expect(tried.label).toContain(label.replace('Stocks', 'stocks'));
    },
  );
});

describe('the sums of a what-if', () => {
  test.each([
    [change('retireAt', 'down', 5), { goals: { ...goals, retireAt: 60 } }, 'Retire at 60 instead of 65'],
    [
      change('income', 'down_percent', 10),
      { goals: { ...goals, income: 36_000 } },
      'Spend $36,000 a year instead of $40,000',
    ],
    [
      change('income', 'to', 3000, { per: 'month' }),
      { goals: { ...goals, income: 36_000 } },
      'Spend $36,000 a year instead of $40,000',
    ],
    [
      change('contribute', 'up', 500, { per: 'month' }),
      { goals: { ...goals, contribute: 16_000 } },
      'Save $16,000 a year instead of $10,000',
    ],
    [change('balance', 'down', 300_000), { balance: 200_000 }, 'Begin today with $200,000 instead of $500,000'],
    [change('stocks', 'down_percent', 50), { balance: 350_000 }, 'Stocks fall by 50%, which takes $150,000'],
    [
      change('lifeExpectancy', 'to', 100),
      { goals: { ...goals, lifeExpectancy: 100 } },
      'The money has to last to 100 instead of 95',
    ],
    [
      change('otherIncome', 'to', 28_000, { fromAge: 67 }),
      { goals: { ...goals, otherIncome: [{ kind: 'other', amount: 28_000, from: 67 }] } },
      '$28,000 a year of other income from age 67',
    ],
    [
      change('inflation', 'to', 5),
      { inflation: 0.05 },
      'Inflation is 5% a year instead of 2.6%, and returns before inflation stay',
    ],
    [
      change('inflation', 'up', 2),
      { inflation: 0.046 },
      'Inflation is 4.6% a year instead of 2.6%, and returns before inflation stay',
    ],
  ] as const)('%j', (one, then, label) => {
    expect(applyChanges([one], standing)).toMatchObject({ ...then, label, impossible: null });
  });

  test('several changes act together', () => {
    const tried = applyChanges([change('stocks', 'down_percent', 50), change('retireAt', 'to', 67)], standing);
    expect(tried).toMatchObject({ balance: 350_000, goals: { retireAt: 67 } });
    expect(tried.label).toBe('Stocks fall by 50%, which takes $150,000; retire at 67 instead of 65');
  });

  test.each([
    change('retireAt', 'to', 97),
    change('balance', 'down', 600_000),
    change('lifeExpectancy', 'to', 40),
    change('income', 'down', 50_000),
    change('inflation', 'to', 101),
  ])('what cannot be is said, not simulated: %j', (one) => {
    expect(applyChanges([one], standing).impossible).not.toBeNull();
  });
});

describe('the answer to a question', () => {
  test('each what-if has its chance on the futures of the plan: no change, no difference', () => {
    const { question, retirement } = asked([[change('retireAt', 'to', 65)]]);
    const [same] = question?.scenarios ?? [];
    expect(same).toMatchObject({ label: 'Retire at 65, as planned', same: true });
    const medianRuinAge = retirement?.medianRuinAge;
    expect(same?.outcome).toEqual({ success: retirement?.success, change: 0, standardError: 0, medianRuinAge });
    const [less] = asked([[change('income', 'down_percent', 25)]]).question?.scenarios ?? [];
    expect(less?.outcome?.change).toBeGreaterThan(0);
  });

  test('more inflation takes from the chance, and that of the plan changes nothing', () => {
    const [same] = asked([[change('inflation', 'to', 2.6)]]).question?.scenarios ?? [];
    const [more] = asked([[change('inflation', 'to', 5)]]).question?.scenarios ?? [];
    expect(same?.outcome?.change).toBe(0);
    expect(more?.outcome?.change).toBeLessThan(0);
  });

  test('the plan itself is no what-if beside another, and the same is not tried twice', () => {
    const [age, planned] = [change('retireAt', 'to', 60), change('income', 'to', 40_000)];
    const { question } = asked([[age, planned], [age], [planned]]);
    expect(question?.scenarios.map(({ label }) => label)).toEqual(['Retire at 60 instead of 65']);
  });

  test('an age that is past and half a year are said, not simulated; now is today', () => {
    const [past, half, now] =
      asked([[change('retireAt', 'to', 40)], [change('retireAt', 'to', 58.5)], [change('retireAt', 'in', 0)]]).question
        ?.scenarios ?? [];
    expect(past).toMatchObject({ outcome: null, impossible: 'age 40 is past: you are 45 already' });
    expect(half).toMatchObject({ outcome: null, impossible: 'only whole years can be tried: 58 or 59' });
    expect(now).toMatchObject({ label: 'Retire at 45 instead of 65', impossible: null });
    expect(now?.outcome?.success).toBe(asked([], { ...goals, retireAt: 45 }).retirement?.success);
  });

  test('agrees with the engine asked for that plan itself', () => {
    const whole = asked([[change('retireAt', 'to', 60), change('income', 'to', 30_000)]]);
    const alone = asked([], { ...goals, retireAt: 60, income: 30_000 });
    expect(whole.question?.scenarios[0]?.outcome?.success).toBe(alone.retirement?.success);
  });

  test.each([undefined, 0.25])(
    'stocks that fall do so where they are held: the file after the fall, taxed at %s',
    (taxRate) => {
      const given = { ...goals, age: 58, retireAt: 60, income: 26_000, ...(taxRate === undefined ? {} : { taxRate }) };
      const held = (price: number): SnapshotLine[] => [
        { ...line('STOX', 3000, price), accountName: 'B', accountType: 'taxable', costBasis: 300_000 },
        { ...line('BOND', 1095, 100), accountName: 'I', accountType: 'tax_deferred' },
      ];
      const fall = change('stocks', 'down_percent', 40);
      const { question } = asked([[fall], [fall, change('balance', 'down', 100_000)]], given, held(300));
      const [fallen, poorer] = question?.scenarios ?? [];
      expect(fallen?.outcome?.success).toBe(asked([], given, held(180)).retirement?.success);
      expect(poorer?.balance).toBe(549_500);
    },
  );

  test('stocks that fall twice fall from where they were', () => {
    const fall = change('stocks', 'down_percent', 50);
    expect(applyChanges([fall, fall], standing)).toMatchObject({ balance: 275_000, stockPrices: 0.25 });
  });

  test('without goals only what the portfolio is worth can be told', () => {
    const input = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1 };
    const question = { focus: [], outside: [], whatIfs: [{ changes: [change('stocks', 'down_percent', 30)] }] };
    const { question: answered } = analyze({ ...input, question });
    expect(answered?.scenarios).toEqual([
      { label: 'Stocks fall by 30%, which takes $90,000', balance: 410_000, outcome: null, impossible: null },
    ]);
  });

  test('its facts fit the schema, whatever is asked', () => {
    // All that the schema has, so that a new kind of change is tried too.
    const { what, how } = planChange.shape;
    const optional = <T extends string>(one: { unwrap: () => { unwrap: () => { options: T[] } } }) =>
      fc.constantFrom(null, ...one.unwrap().unwrap().options);
    const any = fc.record({
      what: fc.constantFrom(...what.options),
      how: fc.constantFrom(...how.options),
      value: fc.oneof(
        fc.integer({ min: 0, max: 120 }),
        fc.constantFrom(...crashYears.keys()),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
      ),
      per: fc.constantFrom(null, 'year' as const, 'month' as const),
      fromAge: fc.option(fc.integer({ min: 16, max: 110 })),
      source: optional(planChange.shape.source),
      toAge: fc.option(fc.integer({ min: 0, max: 120 })),
      years: fc.option(fc.integer({ min: 0, max: 120 })),
      when: optional(planChange.shape.when),
      time: fc.option(fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1900, max: 2200 }))),
    });
    fc.assert(
      fc.property(fc.array(fc.array(any, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (whatIfs) => {
        const made = analysisSchema.parse(asked(whatIfs));
        factsSchema.parse(factsOf(made));
      }),
      { numRuns: 60 },
    );
  });
});
