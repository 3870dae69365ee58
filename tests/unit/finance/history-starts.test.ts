// A run through history says from which starts the money runs out: it gave their number alone.
import { describe, expect, test } from '@jest/globals';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import { historyFacts } from '../../../shared/finance/facts/history-facts.ts';
import { historyAsked } from '../../../shared/agents/models/narrator/plan/history-asked.ts';
import type { RetirementResult } from '../../../shared/schemas/analysis.ts';
import { asked } from '../agents/asked.ts';
import { wholePlan } from '../agents/portfolios.ts';
import { instruments, line } from './portfolios.ts';

// Prices stand still, and what is held loses half in 1903 and in 1907: three years of $300 a year out of $1,000 are met but where a fall comes before the last withdrawal.
const RETURNS = [0, 0, 0, -0.5, 0, 0, 0, -0.5, 0, 0, 0];
const history = (order: 1 | -1) => ({
  frequency: 'year' as const,
  rows: RETURNS.map((equity, at) => ({ period: String(1900 + at), returns: { equity }, inflation: 0 })).sort((a, b) => order * (Number(a.period) - Number(b.period))), // prettier-ignore
});
const plan = (order: 1 | -1 = 1) =>
  wholePlan({
    people: [{ age: 70, retireAt: 70 }],
    accounts: [{ name: 'IRA', type: 'tax_free', balance: 1_000 }],
    savings: [],
    incomes: [],
    spending: { amount: 300 },
    market: {
      assets: [{ name: 'equity', weight: 1 }],
      returns: { model: 'historical', history: history(order) },
    },
    longevity: { model: 'fixed_age', age: 73 },
  });
// By hand: 1902 loses half of 400 in its second year, before the last 300 is due, and 1903 half of 700 in its first.
const FAILED = ['1902', '1903', '1906', '1907'];

describe('Starts in history', () => {
  test.each([1, -1] as const)('are named by the year they begin in, however the rows stand (%s)', (order) => {
    const { starts, success } = projectPlan(plan(order));
    expect(starts).toEqual({ first: '1900', last: '1908', failed: FAILED });
    expect(success).toBeCloseTo(5 / 9, 12);
  });

  test('are no part of a plan whose returns are drawn', () => {
    const { starts } = projectPlan(wholePlan({ simulation: { paths: 50 } }));
    expect(starts).toBeUndefined();
  });

  test('that follow one another are told as one stretch, of years and of months', () => {
    const told = (failed: string[]) => historyFacts({ starts: { first: 'a', last: 'b', failed } } as unknown as RetirementResult).at(-1)?.value; // prettier-ignore
    expect(told(['1899', '1902', '1962', '1963', '1964', '1972', '1973'])).toBe(
      'the years 1899, 1902, 1962-1964, 1972, 1973',
    );
    expect(told(['1928-12', '1929-01', '1929-02', '1937-03'])).toBe('the months 1928-12 to 1929-02, 1937-03');
  });
});

describe('A question of history', () => {
  test.each([
    ['When did this plan fail in history?', null],
    ['Which starting years failed?', null],
    ['In which years of the past would my money have run out?', null],
    ['Would I have survived retiring in 1966?', 1966],
    ['If I had retired in 1929, would my money have lasted?', 1929],
    ['Would the plan have worked had we started in 2000?', 2000],
  ])('is known: %s', (question, year) => {
    expect(historyAsked(question)).toMatchObject({ year });
  });

  test.each([
    'When will my money run out?',
    'In what year does my money run out?',
    'Would I have enough if I retire in 2030?',
    'How would my portfolio have done in 2008?',
    'When can I retire?',
  ])('is none: %s', (question) => {
    expect(historyAsked(question)).toBeNull();
  });

  const lines = [line('STOX', 10, 100)];
  const answered = (question: string, whole = plan()) =>
    asked(question, { lines, instruments, paths: 50, plan: whole }, { age: 70, retireAt: 70, lifeExpectancy: 73, income: 300, contribute: 0 }); // prettier-ignore

  test('is answered with the starts that fail, and of one year with that', async () => {
    const { answer } = await answered('When did this plan fail in history?');
    expect(answer).toContain('The starts from which the money would have run out: the years 1902, 1903, 1906, 1907.');
    expect(answer).not.toContain('not understood');
    const one = await answered('Would I have survived retiring in 1907?');
    expect(one.answer).toMatch(/^No: of a plan that begins in that year the money would have run out\./);
    expect(one.answer).not.toContain('Not tried');
    expect((await answered('Would I have survived retiring in 1904?')).answer).toMatch(/^Yes: of a plan that begins/);
    expect((await answered('Would I have survived retiring in 1950?')).answer).toMatch(
      /^No start of that year was run/,
    );
  });

  test('is told how history is run where it was not', async () => {
    const { answer } = await answered('Would I have survived retiring in 1966?', wholePlan({ simulation: { paths: 50 } })); // prettier-ignore
    expect(answer).toContain('History was not run');
    expect(answer).toContain('returns model “historical”');
    expect(answer).not.toContain('Not tried');
  });
});
