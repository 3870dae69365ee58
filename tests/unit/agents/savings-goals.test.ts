// What has to be saved for a sum was called not understood, was read with another sum or day, or was told as something that it is not.
import { describe, expect, test } from '@jest/globals';
import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { FULL_PLAN } from '../../../shared/schemas/analysis-plan.ts';
import { line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';
import { wholePlan } from './portfolios.ts';

const at65 = { when: 'age', time: 65 };

describe('a sum for which a question asks what has to be saved', () => {
  test.each([
    ['How much do I need to save to have $2 million at 65?', { amount: 2_000_000, ...at65, per: 'year' }],
    ['How much must I save each month to have 2 million by 65?', { amount: 2_000_000, ...at65, per: 'month' }],
    ['To have 2 million at 65, what must I save monthly?', { amount: 2_000_000, ...at65, per: 'month' }],
    [
      'What do I need to save to become a millionaire by 60?',
      { amount: 1_000_000, when: 'age', time: 60, per: 'year' },
    ],
    [
      'If I want $1 million in 10 years, how much do I have to put away each month?',
      { amount: 1_000_000, when: 'in_years', time: 10, per: 'month' },
    ],
    ['I want to have $3 million at 65. How much do I need to save?', { amount: 3_000_000, ...at65, per: 'year' }],
    [
      'How much do we have to save a year to reach $1.5M by 2045?',
      { amount: 1_500_000, when: 'in_year', time: 2045, per: 'year' },
    ],
    [
      'How much should I be saving per month to retire with $2 million?',
      { amount: 2_000_000, when: 'after_retirement', time: 0, per: 'month' },
    ],
    [
      'How much more do I need to save to hit $2 million by the time I retire?',
      { amount: 2_000_000, when: 'after_retirement', time: 0, per: 'year' },
    ],
  ])('is read with its day: %s', (question, goal) => {
    const { focus, savingsGoals, unread, whatIfs, balanceChances } = planPlay(question, 45);
    expect(focus).toEqual(['future_value']);
    expect({ savingsGoals, unread, whatIfs, balanceChances }).toEqual({ savingsGoals: [{ ...goal, confidence: null }], whatIfs: [] }); // prettier-ignore
  });

  test('is read with how sure it has to be', () => {
    const { savingsGoals, unread } = planPlay('How much must I save to have $2 million at 65 with 90% certainty?', 45);
    expect({ savingsGoals, unread }).toEqual({
      savingsGoals: [{ amount: 2_000_000, ...at65, per: 'year', confidence: 90 }],
    });
  });

  test.each([
    'How much do I need to save to have $40,000 a year in retirement?',
    'How much do I need to save for a $100,000 down payment?',
    'How much must I save to retire at 60?',
    'How much do I need to save in my Roth IRA to have $1 million at 65?',
    'How much do I need to save to have $200,000 for college in 10 years?',
    'How much do I need to have $2 million at 65?',
    'When will I have saved $2 million?',
  ])('is none of the whole portfolio: %s', (question) => {
    expect(planPlay(question, 45).savingsGoals).toBeUndefined();
  });

  test('is read as a question of its own beside one that changes the plan', () => {
    const { savingsGoals, unread, whatIfs } = planPlay('How much must I save to have $2 million at 65, and can I retire at 62?', 45); // prettier-ignore
    expect({ unread, tried: whatIfs.length, amounts: savingsGoals?.map(({ amount }) => amount) }).toEqual({ tried: 1, amounts: [2_000_000] }); // prettier-ignore
  });

  test('is named as not tried with what changes the plan', () => {
    const { savingsGoals, unread, whatIfs } = planPlay('How much must I save to have $2 million at 65 if I retire at 62?', 45); // prettier-ignore
    expect({ savingsGoals, tried: whatIfs.length }).toEqual({ savingsGoals: undefined, tried: 1 });
    expect(unread).toEqual([{ words: 'How much must I save to have $2 million at 65', why: 'goal' }]);
  });

  test('must be the question’s own where a model plans', async () => {
    const question = 'How much must I save to have $2 million at 65?';
    const planned = (amount: number) => [assistantMessage(JSON.stringify({ ...FULL_PLAN, savingsGoals: [{ amount, ...at65, per: 'year', confidence: null }] }))]; // prettier-ignore
    const of = async (amount: number) => planAnalysis({ question, goals }, { model: new ScriptedModel([planned(amount), planned(amount)]) }); // prettier-ignore
    expect((await of(2_000_000)).degraded).toBeNull();
    const { degraded, output } = await of(3_000_000);
    expect(degraded).not.toBeNull();
    expect(output.savingsGoals?.map(({ amount }) => amount)).toEqual([2_000_000]);
  });
});

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const held = { lines: [line('VTI', 1000, 300)], instruments: reference, goals };
const dollars = (value: number | null | undefined) => `$${(value ?? NaN).toLocaleString('en-US')}`;

describe('what has to be saved for a sum', () => {
  test('is told for half of the futures and for as many as the plan aims at, beside what is saved', async () => {
    const { answer, analysis } = await asked('How much do I need to save to have $2 million at 65?', held);
    const [{ half, likely } = { half: 0, likely: 0 }] = analysis.question?.savingsGoals ?? [];
    expect(half).toBeGreaterThan(10_000);
    expect(likely).toBeGreaterThan(half ?? Infinity);
    expect(answer).toBe(
      `To have $2 million at 65 in half of the simulated futures, ${dollars(half)} a year has to be saved instead of $10,000; ` +
        `to have it in 85% of them, ${dollars(likely)} a year has to be saved instead of $10,000. ` +
        'What is saved goes in from today until then; all of that is in dollars of today, and no promise.',
    );
  });

  test('is told by the month where it is asked so', async () => {
    const { answer, analysis } = await asked('How much must I save each month to have $2 million by 65?', held);
    const [{ half } = { half: 0 }] = analysis.question?.savingsGoals ?? [];
    expect(answer).toContain(
      `${dollars((half ?? 0) / 12)} a month has to be saved, ${dollars(half)} a year instead of $10,000`,
    );
  });

  test('is nothing for a sum that comes by itself, and cannot be said of a day that is past', async () => {
    const { answer } = await asked('How much must I save to have $200,000 at 65?', held);
    expect(answer).toBe('To have $200,000 at 65 in 85% of the simulated futures, nothing has to be saved from today on. That is in dollars of today, and no promise.'); // prettier-ignore
    const { answer: past } = await asked('How much must I save to have $2 million at 40?', held);
    expect(past).toBe(
      'What has to be saved to have $2 million at 40 cannot be said: age 40 is past: you are 45 already.',
    );
  });

  test('is told to be with all else as planned beside what another question changes', async () => {
    const { answer } = await asked('How much must I save to have $2 million at 65? And can I retire at 62?', held);
    expect(answer).toContain('**Retire at 62 instead of 65**');
    expect(answer).toContain('To have $2 million at 65 in half of the simulated futures, ');
    expect(answer).toContain('all of that is with all else as planned, in dollars of today, and no promise.');
    expect(answer).not.toContain('Not tried');
  });

  test('is of the first of two people by name', async () => {
    const plan = wholePlan({ simulation: { paths: 200, seed: 3 } });
    const { goals: _, ...others } = held;
    const { answer } = await asked('How much do we have to save to have $2 million at 65?', { ...others, plan }, goals);
    expect(answer).toMatch(/^To have \$2 million when Ana is 65 in half of the simulated futures, \$[\d,]+ a year has to be saved instead of \$18,000; .* goes in from today until work stops;/); // prettier-ignore
  });

  test('is believed neither as more on top, nor as the most, nor for another sum or day', async () => {
    const { facts, analysis } = await asked('How much do I need to save to have $2 million at 65?', held);
    const half = dollars(analysis.question?.savingsGoals?.[0]?.half);
    const strays = (text: string) => checkGrounding([text], facts).strays.length;
    expect(strays(`To have $2 million at 65 in half of the futures, you would have to save ${half} a year.`)).toBe(0);
    for (const honest of [
      `To have $2 million at 65 you need to save about ${half} a year instead of $10,000.`,
      `Saving ${half} a year, $2 million is there at 65 in half of the futures.`,
      `For $2 million at 65 with a chance of 85% you would have to put aside ${dollars(analysis.question?.savingsGoals?.[0]?.likely)} a year.`,
    ])
      expect({ honest, strays: checkGrounding([honest], facts).strays }).toEqual({ honest, strays: [] });
    for (const lie of [
      `You would have to save an extra ${half} a year.`,
      `Saving at most ${half} a year is enough.`,
      `You would have to spend ${half} a year.`,
      `To have $3 million at 65 in half of the futures, you would have to save ${half} a year.`,
      `You would have to save ${half} a month.`,
      `To have $2 million at 65 in 85% of the futures, you would have to save ${half} a year.`,
      `With ${half} a year saved, $2 million is there at 65 in most of the futures.`,
    ])
      expect({ lie, caught: strays(lie) > 0 }).toEqual({ lie, caught: true });
  });
});
