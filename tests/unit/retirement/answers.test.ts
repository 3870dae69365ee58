import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answerPlan,
  mergeTallies,
  plan,
  planResult,
  projectPlan,
  runSlice,
  tallyState,
} from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { createFan } from '../../../shared/finance/retirement/fan.ts';
import { quantiles } from '../../../shared/finance/retirement/percentiles.ts';
import { pairedStandardError, proportion } from '../../../shared/finance/retirement/proportion.ts';
import { aPlan } from './a-plan.ts';
import { lifeTable } from './vectors.ts';

describe('a proportion', () => {
  test('has the interval of the proportions that a score test at 5 % does not reject', () => {
    // The definition, E. B. Wilson, Journal of the American Statistical Association 22, 1927, p. 209: both ends solve
    // (p - count / of)^2 = z^2 p (1 - p) / of, with z the 97.5 % point of the normal distribution.
    const z = 1.959963984540054;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const count = Math.round(part * of);
        const { estimate, interval } = proportion(count, of);
        for (const end of interval) {
          const gap = (end - count / of) ** 2 - (z ** 2 * end * (1 - end)) / of;
          expect(Math.abs(gap)).toBeLessThan(1e-9 / of);
        }
        expect(interval[0]).toBeLessThanOrEqual(estimate);
        expect(interval[1]).toBeGreaterThanOrEqual(estimate);
      }),
    );
  });
  test('of pairs counts only the pairs that differ', () => {
    expect(pairedStandardError(0, 0, 100)).toBe(0);
    expect(pairedStandardError(30, 10, 1000)).toBeCloseTo(Math.sqrt((0.04 - 0.0004) / 1000), 12);
  });
});

describe('quantiles', () => {
  test('are those of a sorted copy, type 7', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 200 }),
          // What is spent: nothing, or a part, or all that is wanted; and more of them than are sorted.
          fc.array(fc.constantFrom(0, 0, 12_345.6, 40_000, 40_000, 40_000), { minLength: 1, maxLength: 600 }),
        ),
        (list) => {
          const sorted = list.toSorted((one, other) => one - other);
          const probabilities = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
          quantiles(Float64Array.from(list), probabilities).forEach((value, index) => {
            const position = (probabilities[index] ?? 0) * (sorted.length - 1);
            const [low, high] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0];
            expect(value).toBeCloseTo(low + (position % 1) * (high - low), 6);
          });
        },
      ),
    );
  });

  test('counted in cells they are within a tenth of a per cent of the exact ones, and merge', () => {
    const values = Float64Array.from(
      { length: 20_000 },
      (_, index) => 1_000 * Math.exp(((index * 7919) % 20_000) / 1_500) - 1_000,
    );
    const exact = createFan(1, values.length);
    const cells = createFan(1, values.length, 1e9);
    const [left, right] = [createFan(1, values.length, 1e9), createFan(1, values.length, 1e9)];
    exact.absorb(values, values.length, values.length);
    cells.absorb(values, values.length, values.length);
    left.absorb(values.slice(0, 7_000), 7_000, 7_000);
    right.absorb(values.slice(7_000), 13_000, 13_000);
    left.merge(right.state());
    const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
    const expected = exact.read(0, probabilities);
    const counted = cells.read(0, probabilities);
    counted.forEach((value, index) => {
      expect(Math.abs(value / (expected[index] ?? NaN) - 1)).toBeLessThan(0.001);
    });
    expect(left.read(0, probabilities)).toEqual(counted);
    expect(left.count(0)).toBe(20_000);
  });

  test('joined into one that is empty, a part is counted twice or not at all', () => {
    const parts = [300, 20, 5_000].map((scale) => {
      const part = createFan(2, 1_000, 1e9);
      const values = Float64Array.from({ length: 2_000 }, (_, index) => scale * (1 + (index % 97)));
      part.absorb(values, 1_000, 1_000);
      return { part, values };
    });
    const joined = createFan(2, 3_000, 1e9);
    for (const { part } of parts) joined.merge(part.state());
    const whole = createFan(2, 3_000, 1e9);
    for (const { values } of parts) whole.absorb(values, 1_000, 1_000);
    for (const row of [0, 1]) {
      expect(joined.read(row, [0, 0.1, 0.5, 0.9, 1])).toEqual(whole.read(row, [0, 0.1, 0.5, 0.9, 1]));
      expect(joined.count(row)).toBe(3_000);
    }
  });

  test('counted in cells, money that is gone is not some cents', () => {
    const fan = createFan(1, 1_000, 1e9);
    fan.absorb(
      Float64Array.from({ length: 1_000 }, (_, path) => (path < 100 ? 0 : 50_000)),
      1_000,
      1_000,
    );
    expect(fan.read(0, [0.05, 0.09])).toEqual([0, 0]);
  });
});

const couple = () =>
  aPlan({
    people: [
      { age: 60, retireAt: 65, sex: 'female' },
      { age: 62, retireAt: 66, sex: 'male' },
    ],
    accounts: [
      { name: 'a', type: 'taxable', balance: 300_000, taxRate: 0.1 },
      { name: 'b', type: 'tax_deferred', balance: 400_000, taxRate: 0.2 },
    ],
    savings: [{ amount: 20_000 }],
    incomes: [{ kind: 'social_security', amount: 24_000 }],
    spending: { amount: 75_000, survivorShare: 0.7, rule: { rule: 'guyton_klinger', floor: 55_000 } },
    longevity: { model: 'us_period_life_table_2025' },
    simulation: { paths: 600, seed: 11, confidence: 0.9 },
  });

/** Drives an answer with its paths cut in `parts`, as workers do: each part is sent as plain data. */
function inParts(given: Plan, parts: number) {
  const asking = answerPlan(given);
  let next = asking.next();
  while (next.done !== true) {
    const question = next.value;
    const cuts = Array.from({ length: parts + 1 }, (_, index) => Math.floor((index * question.paths) / parts));
    const states = cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? 0;
      return structuredClone(tallyState(runSlice(structuredClone(question), from, to - from)));
    });
    next = asking.next(mergeTallies(states));
  }
  return next.value;
}

/** Success of a plan alone, which is all that most questions here need. */
const successOf = (given: Plan): number => {
  const { paths } = given.simulation;
  const { ruin } = runSlice({ plans: [given], paths, record: false }, 0, paths);
  return ruin.filter((step) => step < 0).length / paths;
};

describe('an answer', () => {
  const given = couple();
  const answer = projectPlan(given);

  test('is the same on one thread and cut among seven', () => {
    expect(inParts(couple(), 7)).toEqual(answer);
  });

  test('the earliest retirement reaches the confidence, and a year earlier does not', () => {
    const { earliestRetirement, confidence } = answer;
    const ages = earliestRetirement?.ages ?? [];
    const retiring = (shift: number): Plan => ({
      ...given,
      people: given.people.map((person, index) => ({ ...person, retireAt: (ages[index] ?? NaN) + shift })),
    });
    expect(successOf(retiring(0))).toBe(earliestRetirement?.success);
    expect(successOf(retiring(0))).toBeGreaterThanOrEqual(confidence);
    expect(successOf(retiring(-1))).toBeLessThan(confidence);
  });

  test('sustainable spending reaches the confidence, and a little more does not', () => {
    const { sustainableSpending, confidence } = answer;
    const at = (factor: number) =>
      successOf({ ...given, spending: { ...given.spending, amount: (sustainableSpending ?? NaN) * factor } });
    expect(at(1)).toBeGreaterThanOrEqual(confidence);
    expect(at(1.02)).toBeLessThan(confidence);
  });

  test('spending that begins with the sustainable amount is told with where it goes, as that plan itself would have it', () => {
    const amount = answer.sustainableSpending ?? NaN;
    const itself = projectPlan({ ...given, spending: { ...given.spending, amount } });
    expect(answer.sustainableFan).toEqual(itself.spending);
  });

  test('an amount that stays has no such percentiles', () => {
    const constant = { ...given, spending: { ...given.spending, rule: { rule: 'constant_real' as const } } };
    expect(projectPlan(constant).sustainableFan).toBeNull();
  });

  test('a what-if is the plan changed and run again on the same seed', () => {
    const row = answer.whatIfs.find(({ key }) => key === 'save_20_percent_more');
    const more = successOf({ ...given, savings: given.savings.map((saving) => ({ ...saving, amount: 24_000 })) });
    expect(row?.success).toBe(more);
  });
});

describe('a rich plan has its large levers too', () => {
  const given = (change: Partial<PlanInput> = {}): Plan =>
    plan.parse({
      ...couple(),
      market: {
        assets: [
          { name: 'equity', weight: 1 },
          { name: 'fixed_income', weight: 0 },
        ],
        glidePath: [
          { age: 60, weights: { equity: 0.9, fixed_income: 0.1 } },
          { age: 80, weights: { equity: 2, fixed_income: 3 } },
        ],
      },
      ...change,
    });
  const rows = (asked: Plan) => projectPlan(asked).whatIfs;

  test('a glide path is moved as a whole, and no further than it goes', () => {
    const path = (early: number, late: number): Plan => ({
      ...given(),
      market: {
        ...given().market,
        glidePath: [
          { age: 60, weights: { equity: early, fixed_income: 1 - early } },
          { age: 80, weights: { equity: late, fixed_income: 1 - late } },
        ],
      },
    });
    const list = rows(given());
    expect(list.find(({ key }) => key === 'more_equity')?.success).toBe(successOf(path(1, 0.6)));
    expect(list.find(({ key }) => key === 'less_equity')?.success).toBe(successOf(path(0.7, 0.2)));
    expect(list.find(({ key }) => key === 'more_equity')?.label).toMatch(/at every age, 20 points above/);
  });

  test('lives that are drawn have the line of a long one', () => {
    const row = rows(given()).find(({ key }) => key === 'live_long');
    // Of women of 60 12.2% reach 95 and 9.4% reach 96, of men of 62 10.9% reach 93 and 8.3% reach 94.
    const last = (table: readonly number[], age: number) => {
      let alive = 1;
      for (let year = age; ; year++) {
        alive *= 1 - (table[year] ?? 1);
        if (alive < 0.1) return year;
      }
    };
    const ages = [last(lifeTable.female, 60), last(lifeTable.male, 62)];
    expect(ages).toEqual([95, 93]);
    expect(row?.label).toBe(`Both live long, to ${ages.join(' and to ')}, as one in ten of each do`);
    const people = given().people.map((person, index) => ({
      ...person,
      longevity: { model: 'fixed_age' as const, age: ages[index] ?? NaN },
    }));
    expect(row?.success).toBe(successOf({ ...given(), people }));
    const alone = rows(given({ people: [{ age: 60, retireAt: 65, sex: 'female' }] }));
    expect(alone.find(({ key }) => key === 'live_long')?.label).toBe(`Live to ${ages[0]}, as one in ten do`);
  });

  test('ends of one’s own that are fixed are moved by five years', () => {
    const people = given().people.map((person, index) => ({
      ...person,
      longevity: { model: 'fixed_age' as const, age: 90 + index },
    }));
    const row = rows(given({ people })).find(({ key }) => key === 'live_5_years_longer');
    expect(row?.label).toBe('Both live 5 years longer, to 95 and 96');
  });
});

describe('what a figure is worth is said', () => {
  const notesOf = (change: Parameters<typeof aPlan>[0]) =>
    projectPlan(aPlan({ simulation: { paths: 50 }, ...change })).notes.join(' ');

  test.each(['constant_real', 'constant_nominal', 'guyton_klinger'] as const)(
    'spending that never begins has no sustainable amount and says so: %s',
    (rule) => {
      const given = aPlan({
        people: [{ age: 60, retireAt: 75 }],
        longevity: { model: 'fixed_age', age: 70 },
        spending: { amount: 40_000, rule: { rule } },
        simulation: { paths: 50 },
      });
      const result = projectPlan(given);
      expect(result.sustainableSpending).toBeNull();
      expect(result.notes.join(' ')).toMatch(/never begins/);
      expect(projectPlan(aPlan({ simulation: { paths: 50 } })).notes.join(' ')).not.toMatch(/never begins/);
    },
  );
  test('the sustainable amount under guardrails is called the first year’s', () => {
    const rule = { rule: 'guyton_klinger', floor: 30_000 } as const;
    expect(notesOf({ spending: { amount: 40_000, rule } })).toMatch(/first year’s; .* not below its floor/);
  });
  test('few degrees of freedom are said to make most years calm', () => {
    const market = (degreesOfFreedom: number) => ({
      assets: [{ name: 'equity', weight: 1 }],
      returns: { model: 'student_t' as const, degreesOfFreedom },
    });
    expect(notesOf({ market: market(2.05) })).toMatch(/With 2.05 degrees of freedom/);
    expect(notesOf({ market: market(6) })).not.toMatch(/degrees of freedom/);
  });
  test('a ceiling under which every amount succeeds is the sustainable amount', () => {
    const rule = { rule: 'guyton_klinger', ceiling: 20_000 } as const;
    const given = aPlan({ spending: { amount: 15_000, rule }, simulation: { paths: 200 } });
    expect(projectPlan(given).sustainableSpending).toBe(20_000);
  });
});

describe('whatever the plan', () => {
  const usd = (max: number) => fc.oneof(fc.constant(0), fc.double({ min: 0, max, noNaN: true }));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const person = fc.record({
    age: fc.integer({ min: 20, max: 100 }),
    retireAt: fc.integer({ min: 30, max: 110 }),
    sex: fc.constantFrom('male', 'female'),
  });
  const account = (name: string) =>
    fc.record({
      name: fc.constant(name),
      type: fc.constantFrom('taxable', 'tax_deferred'),
      balance: usd(1e15),
      taxRate: fc.double({ min: 0, max: 0.95, noNaN: true }),
      fee: fc.double({ min: 0, max: 0.2, noNaN: true }),
    });
  const asset = (name: string) =>
    fc.record({
      name: fc.constant(name),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      mean: fc.double({ min: -0.5, max: 1, noNaN: true }),
      volatility: fc.double({ min: 0, max: 2, noNaN: true }),
      kind: fc.constantFrom('arithmetic', 'compound', 'continuous'),
      basis: fc.constantFrom('nominal', 'real'),
    });
  const period = fc.record({
    inflation: fc.oneof(fc.constant(-0.89), fc.constant(100), fc.double({ min: -0.2, max: 1, noNaN: true })),
    returns: fc.record({
      x: fc.oneof(fc.constant(-0.999), fc.constant(100), fc.double({ min: -0.5, max: 2, noNaN: true })),
      equity: fc.double({ min: -0.5, max: 2, noNaN: true }),
    }),
  });
  const history = fc.record({
    frequency: fc.constant('month'),
    rows: fc
      .array(period, { minLength: 2, maxLength: 24 })
      .map((rows) => rows.map((row, at) => ({ ...row, period: `${2000 + Math.floor(at / 12)}-${(at % 12) + 1}` }))),
  });
  const plans = fc
    .record({
      people: fc.array(person, { minLength: 1, maxLength: 2 }),
      accounts: fc.tuple(account('a'), account('b')),
      savings: fc.array(fc.record({ amount: usd(1e8), growth: fc.double({ min: -0.1, max: 0.1, noNaN: true }) }), {
        maxLength: 2,
      }),
      incomes: fc.array(
        fc.oneof(
          fc.record({
            kind: fc.constant('social_security'),
            amount: usd(1e6),
            claimAt: fc.integer({ min: 62, max: 70 }),
          }),
          fc.record({
            kind: fc.constant('pension'),
            amount: usd(1e8),
            basis: fc.constantFrom('real', 'nominal'),
            from: fc.integer({ min: 20, max: 100 }),
            survivorShare: share,
          }),
        ),
        { maxLength: 3 },
      ),
      spending: fc.record({
        amount: usd(1e8),
        survivorShare: share,
        timing: fc.constantFrom('start', 'end'),
        growth: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        shareByAge: fc.constantFrom(
          [],
          [{ age: 70, share: 0 }],
          [
            { age: 60, share: 1 },
            { age: 90, share: 0.6 },
          ],
        ),
        rule: fc.constantFrom(
          { rule: 'constant_real' },
          { rule: 'constant_nominal' },
          { rule: 'percentage', rate: 0.05 },
          { rule: 'guyton_klinger' },
          { rule: 'guyton_klinger', withdrawalRule: true, inflationCap: 0.06 },
          { rule: 'variable_percentage', realReturn: 0.03 },
          { rule: 'floor_and_ceiling', rate: 0.05, floor: 0.8, ceiling: 1.5 },
        ),
        goals: fc.array(
          fc.record({ name: fc.constant('g'), age: fc.integer({ min: 20, max: 110 }), amount: usd(1e8) }),
          { maxLength: 2 },
        ),
      }),
      market: fc.record({
        assets: fc.tuple(asset('x'), asset('equity')),
        rebalanceYears: fc.constantFrom(0, 1, 3),
        inflation: fc.record({
          mean: fc.double({ min: -0.2, max: 1, noNaN: true }),
          volatility: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.2, noNaN: true })),
          persistence: fc.double({ min: 0, max: 0.99, noNaN: true }),
        }),
        returns: fc.oneof(
          fc.constant({ model: 'lognormal' }),
          fc.constant({ model: 'student_t', degreesOfFreedom: 2.1 }),
          fc.record({ model: fc.constant('bootstrap'), history }),
          fc.record({ model: fc.constant('historical'), history, wrap: fc.constant(true) }),
        ),
      }),
      longevity: fc.constantFrom(
        { model: 'us_period_life_table_2025' },
        { model: 'gompertz', mode: 88, dispersion: 10 },
        { model: 'constant_hazard', medianYears: 15 },
        { model: 'fixed_years', years: 25 },
        { model: 'life_table', deathProbabilities: [...Array<number>(111).fill(0.03), 1] },
      ),
      simulation: fc.record({
        paths: fc.constant(30),
        seed: fc.maxSafeInteger(),
        stepsPerYear: fc.constantFrom(1, 4),
      }),
    })
    // A goal of the past is refused.
    .map(({ spending, ...given }) => {
      const goals = spending.goals.filter(({ age }) => age >= (given.people[0]?.age ?? 0));
      return plan.parse({ ...given, spending: { ...spending, goals } });
    });

  const allFinite = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value !== 'object' || value === null || Object.values(value).every(allFinite);

  test('the answer fits the contract, without NaN or infinity, percentiles in order', () => {
    fc.assert(
      fc.property(plans, (given) => {
        const result = planResult.parse(projectPlan(given));
        expect(allFinite(result)).toBe(true);
        for (const fan of [result.balance, result.spending]) {
          fan.ages.forEach((_, year) => {
            const row = [fan.p5, fan.p25, fan.p50, fan.p75, fan.p95].map((column) => column[year] ?? NaN);
            row.forEach((value, index) => {
              expect(value).toBeGreaterThanOrEqual(index === 0 ? 0 : (row[index - 1] ?? NaN));
            });
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a record of hundredfold months stays finite over sixty years, whatever it is spent by', () => {
    const rows = Array.from({ length: 12 }, (_, month) => ({
      period: `1923-${month + 1}`,
      inflation: -0.89,
      returns: { shares: 100 },
    }));
    for (const rule of [
      'constant_real',
      'constant_nominal',
      'percentage',
      'guyton_klinger',
      'variable_percentage',
      'floor_and_ceiling',
    ]) {
      const figures = { percentage: { rate: 0.04 }, variable_percentage: { realReturn: 0.02 }, other: {} };
      const own = rule === 'percentage' || rule === 'variable_percentage' ? figures[rule] : figures.other;
      const bounds = rule === 'floor_and_ceiling' ? { rate: 0.05, floor: 0.8, ceiling: 1.2 } : own;
      const given = plan.parse({
        ...aPlan(),
        incomes: [{ kind: 'pension', amount: 10_000, basis: 'nominal', from: 65 }],
        spending: { amount: 40_000, rule: { rule, ...bounds } },
        market: {
          assets: [{ name: 'shares', weight: 1 }],
          rebalanceYears: 0,
          returns: { model: 'historical', history: { frequency: 'month', rows }, wrap: true },
        },
        longevity: { model: 'fixed_years', years: 60 },
      });
      expect(allFinite(projectPlan(given))).toBe(true);
    }
  });

  test('constant spending: more of it never raises success, more saving never lowers it', () => {
    fc.assert(
      fc.property(plans, fc.double({ min: 1, max: 4, noNaN: true }), (given, factor) => {
        const constant: Plan = { ...given, spending: { ...given.spending, rule: { rule: 'constant_real' } } };
        const success = (changed: Plan): number => {
          const { ruin } = runSlice({ plans: [changed], paths: 60, record: false }, 0, 60);
          return ruin.filter((step) => step < 0).length;
        };
        const more = { ...constant.spending, amount: constant.spending.amount * factor };
        expect(success({ ...constant, spending: more })).toBeLessThanOrEqual(success(constant));
        const saved = constant.savings.map((saving) => ({ ...saving, amount: saving.amount * factor }));
        expect(success({ ...constant, savings: saved })).toBeGreaterThanOrEqual(success(constant));
      }),
      { numRuns: 30 },
    );
  });
});
