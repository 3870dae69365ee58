// What the portfolio pays taken for all that is spent, or a figure of spending for the Social Security that stands beside it: the answer is
// then of a plan that spends tens of thousands of dollars a year less, or more, than was asked.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';

const lines = [line('STOX', 4000, 100), line('BOND', 3000, 100)];
const security = { kind: 'social_security' as const, amount: 30_000, from: 67 };
/** Without Social Security, which is spent on top: what the portfolio alone has to pay. */
const bare: RetirementGoals = { age: 58, retireAt: 64, lifeExpectancy: 95, income: 60_000, contribute: 15_000 };
const goals: RetirementGoals = { ...bare, otherIncome: [security] };

const scenariosOf = async (question: string, given: RetirementGoals = goals) => {
  const { analysis, answer } = await asked(question, { lines, instruments, goals: given });
  return { scenarios: analysis.question?.scenarios ?? [], answer };
};
const chanceOf = (given: RetirementGoals): number | undefined =>
  analyze({ asOf: '2026-03-31', baseCurrency: 'USD', seed: 1, paths: 400, lines, instruments, goals: given }).retirement
    ?.success;

describe('what the portfolio pays is tried as that, and other income is spent on top', () => {
  test.each([
    ['Can I withdraw $42,000 a year from my portfolio?', 42_000],
    ['Could we live on $3,500 a month plus Social Security?', 42_000],
    ['What if I draw $46,000 a year in addition to my Social Security checks?', 46_000],
    ['Would $38k a year on top of Social Security be enough?', 38_000],
    ['Can I live on Social Security and $44,000 a year from savings?', 44_000],
    ['Is $41,000 a year from our nest egg sustainable?', 41_000],
    ['What if my withdrawals are $39,000 a year?', 39_000],
    ['Can I spend $43,000 a year not counting Social Security?', 43_000],
  ])('%s', async (question, income) => {
    const { scenarios, answer } = await scenariosOf(question);
    expect(scenarios.map(({ label, outcome }) => [label, outcome?.success])).toEqual([
      [`Withdraw $${income.toLocaleString('en-US')} a year from the portfolio, with Social Security on top`, chanceOf({ ...bare, income })], // prettier-ignore
    ]);
    expect(answer).toContain('with Social Security on top');
    expect(answer).not.toContain('Not tried');
  });

  test('with another age to stop work at, and from a claim of Social Security that the plan has not', async () => {
    const { scenarios } = await scenariosOf('Can I retire at 62 with $40,000 a year plus Social Security at 70?');
    expect(scenarios[0]?.outcome?.success).toBe(chanceOf({ ...bare, retireAt: 62, income: 40_000 }));
  });

  test('of a plan without other income it is what is spent', async () => {
    const { scenarios } = await scenariosOf('Can I withdraw $42,000 a year?', bare);
    expect(scenarios[0]).toMatchObject({ label: 'Spend $42,000 a year instead of $60,000' });
    expect(scenarios[0]?.outcome?.success).toBe(chanceOf({ ...bare, income: 42_000 }));
  });

  test('what is paid before work stops is saved until then as before', async () => {
    const rent = { kind: 'rent' as const, amount: 12_000, from: 50 };
    const { scenarios } = await scenariosOf('What if I withdraw $42,000 a year?', { ...bare, otherIncome: [rent] });
    const until = { ...bare, income: 42_000, otherIncome: [{ ...rent, to: 64 }] };
    expect(scenarios[0]?.outcome?.success).toBe(chanceOf(until));
    expect(scenarios[0]?.label).toContain('with other income on top');
  });

  test('where the plan has a pension as well, a sum on top of Social Security alone is not tried', async () => {
    const pension = { kind: 'pension' as const, amount: 9000, from: 65 };
    const both = { ...bare, otherIncome: [security, pension] };
    const { scenarios } = await scenariosOf('Can I live on $40,000 a year plus Social Security?', both);
    expect(scenarios[0]).toMatchObject({ outcome: null });
    expect(scenarios[0]?.impossible).toContain('other income as well');
    const all = await scenariosOf('Can I live on $40,000 a year plus Social Security and my pension?', both);
    expect(all.scenarios[0]?.outcome?.success).toBe(chanceOf({ ...bare, income: 40_000 }));
  });
});

describe('what is spent with Social Security in it is all that is spent', () => {
  test.each([
    ['Can I live on $52,000 a year including Social Security?', 52_000],
    ['What if we spend $4,500 a month, Social Security included?', 54_000],
    ['Could I manage on $50,000 a year counting my Social Security?', 50_000],
  ])('%s', async (question, income) => {
    const { scenarios } = await scenariosOf(question);
    expect(scenarios[0]?.label).toBe(`Spend $${income.toLocaleString('en-US')} a year instead of $60,000`);
    expect(scenarios[0]?.outcome?.success).toBe(chanceOf({ ...goals, income }));
  });
});

describe('how much can be withdrawn is what the portfolio pays', () => {
  test('by the month where it is asked so, and the most that lasts', async () => {
    const { scenarios, answer } = await scenariosOf('How much can I withdraw each month?');
    const [found] = /\$([\d,]+) a year from the portfolio/.exec(scenarios[0]?.label ?? '')?.slice(1) ?? [];
    const income = Number(found?.replace(',', ''));
    expect(chanceOf({ ...bare, income })).toBeGreaterThanOrEqual(0.85);
    expect(chanceOf({ ...bare, income: income + 500 })).toBeLessThan(0.85);
    expect(answer).toMatch(/with Social Security on top \(the most that lasts in 85%: \$[\d,]+ a month\)/);
  });

  test.each([
    'How much can I safely take out each year?',
    "What's the most we could draw from our savings a year?",
    'How much can I spend a year on top of Social Security?',
    'How much may I withdraw annually if I retire at 63?',
  ])('%s', (question) => {
    const { whatIfs, unread = [] } = planPlay(question, 58);
    expect([whatIfs[0]?.changes.at(-1), unread]).toMatchObject([{ what: 'withdraw', how: 'enough' }, []]);
  });

  test('what can be spent is by the month where it is asked so', async () => {
    const { answer } = await scenariosOf('How much can we spend per month?');
    expect(answer).toMatch(/Spend \$[\d,]+ a year,? .*\(the most that lasts in 85%: \$[\d,]+ a month/);
  });
});

describe('what cannot be read surely is named as not tried', () => {
  test.each([
    ['Can I take $3,000 a month from my IRA?', 'account'],
    ['What if I withdraw $20,000 a year from my 401(k)?', 'account'],
    ['Could we live on $2,500 a month out of our brokerage account?', 'account'],
    ['What if I withdraw 15% less?', 'unclear'],
    ['Can I withdraw $60,000?', 'unclear'],
    ['Can I withdraw $40,000 a year from the portfolio until 70?', 'unclear'],
    ['What if I put $600 a month into my Roth?', 'part'],
    ['What if I contribute $18,000 a year to our 403(b)?', 'part'],
    ['What if I save $6,500 in an IRA every year?', 'part'],
  ])('%s', (question, why) => {
    const { whatIfs, unread = [] } = planPlay(question, 58);
    expect([whatIfs, unread.map((one) => one.why)]).toEqual([[], [why]]);
  });

  test.each([
    ['What if I put another $300 a month into my Roth IRA?', { what: 'contribute', how: 'up', value: 300 }],
    ['What if I put $900 a month into savings?', { what: 'contribute', how: 'to', value: 900 }],
    ['What if I withdraw $4,000 less a year?', { what: 'income', how: 'down', value: 4000 }],
    ['What if I get $26,000 a year from Social Security?', { what: 'otherIncome', how: 'to', value: 26_000 }],
  ])('and what can be is tried: %s', (question, change) => {
    expect(planPlay(question, 58).whatIfs[0]?.changes).toMatchObject([change]);
  });
});
