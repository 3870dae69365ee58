// What a question leaves open, found on the plan's own futures: an answer that does not last as often as it says, or one that more than
// it takes, a figure of another plan, and no answer that is given as one.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { instruments, line } from './portfolios.ts';

const goals: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const change = (what: PlanChange['what'], how: PlanChange['how'], value = 0): PlanChange => ({
  what,
  how,
  value,
  per: null,
  fromAge: null,
});
const asked = (whatIfs: PlanChange[][], given: RetirementGoals | null = goals, paths = 1000) =>
  analyze({
    asOf: '2026-03-31',
    baseCurrency: 'USD',
    lines: [line('STOX', 3000, 100), line('BOND', 2000, 100)],
    instruments,
    seed: 1,
    paths,
    ...(given === null ? {} : { goals: given }),
    question: { focus: [], outside: [], whatIfs: whatIfs.map((changes) => ({ changes })) },
  });
const scenarios = (...args: Parameters<typeof asked>) => asked(...args).question?.scenarios ?? [];
const amountIn = (label = '', verb: 'Save' | 'Spend') =>
  Number(new RegExp(`${verb} \\$([\\d,]+) a year`, 'i').exec(label)?.[1]?.replaceAll(',', ''));

describe('the least that has to be saved', () => {
  test('lasts as often as the plan asks for, and $100 a year less does not', () => {
    const retire = change('retireAt', 'to', 60);
    const [found] = scenarios([[retire, change('contribute', 'enough')]]);
    expect(found?.label).toMatch(
      /^Retire at 60 instead of 65; save \$[\d,]+ a year instead of \$10,000 \(the least that lasts in 85%: \$[\d,]+ a year more than planned\)$/,
    );
    expect(found?.outcome?.success).toBeGreaterThanOrEqual(0.85);
    const least = amountIn(found?.label, 'Save');
    const [same, less] = scenarios([
      [retire, change('contribute', 'to', least)],
      [retire, change('contribute', 'to', least - 100)],
    ]);
    expect(same?.outcome?.success).toBe(found?.outcome?.success);
    // To a dollar it would be told finer than any simulation can.
    expect(least % 100).toBe(0);
    expect(less?.outcome?.success).toBeLessThan(0.85);
  });

  test('is nothing where nothing has to be', () => {
    const [found] = scenarios([[change('income', 'to', 10_000), change('contribute', 'enough')]]);
    expect(found?.label).toContain(
      'save $0 a year instead of $10,000 (the least that lasts in 85%: $10,000 a year less than planned)',
    );
  });

  test('is told to be no amount where work has stopped', () => {
    const [found] = scenarios([[change('retireAt', 'in', 0), change('contribute', 'enough')]]);
    expect(found).toMatchObject({ outcome: null, impossible: expect.stringContaining('no amount that is saved') });
  });
});

test('the most that can be spent is the lasting income of the plan to retire then', () => {
  const [found] = scenarios([[change('retireAt', 'to', 60), change('income', 'enough')]]);
  const { retirement } = asked([], { ...goals, retireAt: 60 });
  const most = amountIn(found?.label, 'Spend');
  expect(found?.label).toContain('(the most that lasts in 85%: ');
  expect(most).toBe(Math.floor((retirement?.sustainableIncome ?? 0) / 100) * 100);
});

test('asked for by the month it is said by the month too', () => {
  const [found] = scenarios([[{ ...change('contribute', 'enough'), per: 'month' }]]);
  const least = amountIn(found?.label, 'Save');
  const monthly = Math.round(least / 12).toLocaleString('en-US');
  expect((least / 12) % 10).toBe(0);
  expect(found?.label).toContain(`(the least that lasts in 85%: $${monthly} a month, `);
});

test('the least to begin with lasts, and $1,000 less does not', () => {
  const retire = change('retireAt', 'to', 58);
  const [found] = scenarios([[retire, change('balance', 'enough')]]);
  const least = found?.balance ?? 0;
  expect(found?.label).toMatch(
    /; begin today with \$[\d,]+ instead of \$500,000 \(the least that lasts in 85% with what the plan saves\)$/,
  );
  expect(found?.outcome?.success).toBeGreaterThanOrEqual(0.85);
  const [less] = scenarios([[retire, change('balance', 'to', least - 1000)]]);
  expect(less?.outcome?.success).toBeLessThan(0.85);
});

test('the earliest age is the first at which the money lasts', () => {
  const spend = change('income', 'to', 50_000);
  const [found] = scenarios([[spend, change('retireAt', 'enough')]]);
  const age = Number(/retire at (\d+)/.exec(found?.label ?? '')?.[1]);
  const [at, before] = scenarios([
    [spend, change('retireAt', 'to', age)],
    [spend, change('retireAt', 'to', age - 1)],
  ]);
  expect(at?.outcome?.success).toBeGreaterThanOrEqual(0.85);
  expect(before?.outcome?.success).toBeLessThan(0.85);
});

test('an answer that is what was planned is still said, and beside other changes too', () => {
  const [planned] = scenarios([[change('income', 'enough')]]);
  const most = amountIn(planned?.label, 'Spend');
  const [again] = scenarios([[change('income', 'enough')]], { ...goals, income: most });
  expect(again?.label).toBe(`Spend $${most.toLocaleString('en-US')} a year, as planned (the most that lasts in 85%)`);
  expect(again?.same).toBeUndefined();
});

test('without a plan it is told that there is none', () => {
  const [found] = asked([[change('contribute', 'enough')]], null).question?.scenarios ?? [];
  expect(found).toMatchObject({ outcome: null, impossible: expect.stringContaining('there is no retirement plan') });
});

test('whatever is changed, what is found lasts as often as it says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('contribute' as const, 'income' as const, 'retireAt' as const),
      fc.integer({ min: 48, max: 75 }),
      fc.integer({ min: 5_000, max: 120_000 }),
      (open, retireAt, income) => {
        const changes = [change('retireAt', 'to', retireAt), change('income', 'to', income)].filter(
          ({ what }) => what !== open,
        );
        const [found] = scenarios([[...changes, change(open, 'enough')]], goals, 200);
        if (found?.impossible === null) expect(found.outcome?.success).toBeGreaterThanOrEqual(0.85);
        else expect(found?.impossible).toContain('last in 85%');
      },
    ),
    { numRuns: 25 },
  );
});
