// What there will be at a date, and when there will be so much, were named as not understood, or answered with another date's balance.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { line } from '../finance/portfolios.ts';
import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';
import { wholePlan } from './portfolios.ts';

describe('a date at which a question asks what there will be', () => {
  test.each([
    ['What will my portfolio be worth in 20 years?', { when: 'in_years', time: 20 }],
    ['How much will I have in 2040?', { when: 'in_year', time: 2040 }],
    ["How big will my nest egg be when I'm 67?", { when: 'age', time: 67 }],
    ['What is my balance at 75 likely to be?', { when: 'age', time: 75 }],
    ['Is it too risky? And what will our savings be worth in ten years?', { when: 'in_years', time: 10 }],
  ])('is read: %s', (question, date) => {
    const { focus, balancesAt, unread, whatIfs } = planPlay(question, 45);
    expect(focus).toContain('future_value');
    expect({ balancesAt, unread, whatIfs }).toEqual({ balancesAt: [date], unread: undefined, whatIfs: [] });
  });

  test.each([
    ['What will my balance be at 80 in a bad market?', 80],
    ["What's the worst case at 90?", 90],
    ['In the worst case, how much will I have at 85?', 85],
    ['How much will I have left at 85 if markets do badly?', 85],
  ])('is read beside what the low end of the balances answers: %s', (question, time) => {
    const { balancesAt, unread, outside } = planPlay(question, 45);
    expect({ balancesAt, unread, outside }).toEqual({ balancesAt: [{ when: 'age', time }], unread: undefined, outside: [] }); // prettier-ignore
  });

  test('is answered with the low end beside the middle', async () => {
    const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 45_000, contribute: 10_000 };
    const held = { lines: [line('VTI', 2000, 300)], instruments: reference, goals };
    const { answer, analysis } = await asked('What is the worst case at 75?', held);
    const { ages = [], p5 = [] } = analysis.retirement?.balance ?? {};
    const low = Math.round((p5[ages.indexOf(75)] ?? NaN) / 100) * 100;
    expect(answer).toContain(`In the worst 5% of them there is $${low.toLocaleString('en-US')} or less.`);
  });

  test('may be one of several', () => {
    const ages = [60, 70, 80].map((time) => ({ when: 'age', time }));
    expect(planPlay('How much will I have at 60, 70, and at 80?', 45).balancesAt).toEqual(ages);
  });

  test.each([
    'What will my Roth account be worth in 20 years?',
    'What will my house be worth in 20 years?',
    'How much can I spend at 70?',
    'What will I pay in fees in 20 years?',
    'What can I do at 60?',
    'What will inflation be in 2030?',
    'How much will I have to save to get to $2 million in 10 years?',
  ])('is none of a balance: %s', (question) => {
    expect(planPlay(question, 45).balancesAt).toBeUndefined();
  });

  test.each([
    ['How much will I have at 65 if I save $10,000 more?', { when: 'age', time: 65 }],
    ['If I retire at 60, how much will I have left at 90?', { when: 'age', time: 90 }],
    ['How much will I have when I retire if I save $30,000 a year?', { when: 'after_retirement', time: 0 }],
    ['How much will I have if I save $1,000 a month more?', { when: 'after_retirement', time: 0 }],
    ['What will my savings be worth in 20 years if inflation is 4%?', { when: 'in_years', time: 20 }],
  ])('is read beside what would change it: %s', (question, date) => {
    const { balancesAt, unread, whatIfs } = planPlay(question, 45);
    expect({ balancesAt, unread, tried: whatIfs.length }).toEqual({ balancesAt: [date], unread: undefined, tried: 1 });
  });

  test('is named as not tried where it is what is left in the end', () => {
    const { balancesAt, unread } = planPlay('How much will be left over if I save $10,000 more?', 45);
    expect(balancesAt).toBeUndefined();
    expect(unread).toEqual([{ words: 'How much will be left over', why: 'ending' }]);
  });
});

describe('a sum of which a question asks when it is there', () => {
  test.each([
    ['When will I have a million dollars?', 1_000_000],
    ['At what age will I hit $1.5M?', 1_500_000],
    ['How many years until my savings reach 1.5 million?', 1_500_000],
    ['When will I have more than $750k saved?', 750_000],
    ['When will we be millionaires?', 1_000_000],
  ])('is read: %s', (question, sum) => {
    const { focus, balancesReached, unread } = planPlay(question, 45);
    expect(focus).toEqual(['future_value']);
    expect({ balancesReached, unread }).toEqual({ balancesReached: [sum], unread: undefined });
  });

  test.each([
    'When will I have enough to retire on $60,000 a year?',
    'When will I have paid off $200,000?',
    'When can I have $100,000 to give away?',
    'When will I get $500,000 from my aunt?',
  ])('is none of the portfolio: %s', (question) => {
    expect(planPlay(question, 45).balancesReached).toBeUndefined();
  });

  test('is read beside what changes the plan', () => {
    const { whatIfs, unread, balancesReached } = planPlay('When will I be a millionaire if I save $30,000 a year?', 45);
    expect({ tried: whatIfs.length, unread, balancesReached }).toEqual({ tried: 1, balancesReached: [1_000_000] });
  });
});

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };

const answered = async (question: string) =>
  asked(question, { lines: [line('VTI', 1000, 300)], instruments: reference, goals });

test('the balance of the very year is told, which no fifth birthday is', async () => {
  const { answer, analysis } = await answered('What will my portfolio be worth in 12 years?');
  const { ages = [], p50 = [] } = analysis.retirement?.balance ?? {};
  const said = /^The median balance at 57 is \$([\d,]+);/.exec(answer)?.[1] ?? '';
  expect(Number(said.replaceAll(',', '')) / (p50[ages.indexOf(57)] ?? 0)).toBeCloseTo(1, 3);
  const { answer: inYear } = await answered('How much will I have in 2038?');
  expect(inYear).toContain('The median balance at 57 is');
});

test('of two people it is told whose age the balance is of', async () => {
  const plan = wholePlan({ spending: { amount: 30_000 }, simulation: { paths: 300, seed: 3 } });
  const of = { lines: [line('VTI', 1000, 300)], instruments: reference, plan };
  const told = async (question: string) => (await asked(question, of, goals)).answer;
  expect(await told('What will we have at 75?')).toMatch(/^The median balance when Ana is 75 is \$/);
  expect(await told('When will we have $400,000?')).toMatch(/^The median balance first reaches \$400,000 when Ana is \d\d\./); // prettier-ignore
  expect(await told('How likely is it that we have $300,000 at 70?')).toMatch(/^You have \$300,000 or more when Ana is 70 in /); // prettier-ignore
});

test('a sum is there from the first age at which the median has it', async () => {
  const { answer, analysis } = await answered('When will I have $500,000?');
  const { ages = [], p50 = [] } = analysis.retirement?.balance ?? {};
  const first = ages.find((_age, at) => (p50[at] ?? 0) >= 500_000);
  expect(first).toBeGreaterThan(45);
  expect(answer).toContain(`The median balance first reaches $500,000 at age ${String(first)}.`);
});

test('a sum that is there today, one that never is, and days outside of the plan are said to be so', async () => {
  const { answer } = await answered('When will I have $200,000? When do I reach $90 million?');
  expect(answer).toContain('You have $200,000 or more today.');
  expect(answer).toContain('The median balance never reaches $90 million.');
  const { answer: outside } = await answered('How much will I have in 2020? How much will I have at 120?');
  expect(outside).toContain('2020 is past');
  expect(outside).toContain('the plan does not go on to 120');
});

test('dates and sums that a model plans with must be the question’s', async () => {
  const planned = (more: object) => ({
    agents: ['reporter'],
    focus: ['future_value'],
    whatIfs: [],
    outside: [],
    ...more,
  });
  const asked = (question: string, more: object) => {
    const said = [assistantMessage(JSON.stringify(planned(more)))];
    return planAnalysis({ question, goals }, { model: new ScriptedModel([said, said]) });
  };
  const sum = await asked('When will I have $500,000?', { balancesReached: [900_000] });
  expect(sum.degraded).not.toBeNull();
  expect(sum.output.balancesReached).toEqual([500_000]);
  const date = await asked('What will I have in 12 years?', { balancesAt: [{ when: 'in_years', time: 20 }] });
  expect(date.output.balancesAt).toEqual([{ when: 'in_years', time: 12 }]);
  const millionaire = await asked('When will I be a millionaire?', { balancesReached: [1_000_000] });
  expect(millionaire.degraded).toBeNull();
});

describe('a sum of which a question asks how likely it is', () => {
  const at65 = { when: 'age', time: 65 };
  test.each([
    ['What is the chance I have $2 million at 65?', { amount: 2_000_000, ...at65 }],
    ['How likely am I to be a millionaire by 60?', { amount: 1_000_000, when: 'age', time: 60 }],
    ["How likely am I to hit $1M by the time I'm 60?", { amount: 1_000_000, when: 'age', time: 60 }],
    ['What are the odds of reaching $1,500,000 in 15 years?', { amount: 1_500_000, when: 'in_years', time: 15 }],
    ['Will we have at least $1.5M by 2040?', { amount: 1_500_000, when: 'in_year', time: 2040 }],
    ['Am I on track to have $2 million by 65?', { amount: 2_000_000, ...at65 }],
    ['Is $2 million by 65 realistic?', { amount: 2_000_000, ...at65 }],
    ['Can I reach $1 million before I turn 50?', { amount: 1_000_000, when: 'age', time: 50 }],
    ['What are the odds that I still have $1 million left at 80?', { amount: 1_000_000, when: 'age', time: 80 }],
    ['Will I have $2 million when I retire?', { amount: 2_000_000, when: 'after_retirement', time: 0 }],
  ])('is read with its day: %s', (question, sum) => {
    const { focus, balanceChances, unread, whatIfs } = planPlay(question, 45);
    expect(focus).toEqual(['future_value']);
    expect({ balanceChances, unread, whatIfs }).toEqual({ balanceChances: [sum], unread: undefined, whatIfs: [] });
  });

  test.each(['Will I ever reach $3 million?', 'Am I on track for $3 million?'])(
    'is when it is there without one: %s',
    (question) => {
      expect(planPlay(question, 45)).toMatchObject({ focus: ['future_value'], balancesReached: [3_000_000] });
    },
  );

  test.each([
    'Will I have $50,000 a year at 70?',
    'Will I be able to spend $80,000 at 70?',
    'Can I have $100,000 to give away at 60?',
    'Will I be able to buy a $500,000 house at 60?',
    'What are the odds my stocks reach $500,000 at 60?',
    "What's the chance my portfolio is worth less than $500,000 at 65?",
    'What are the odds of ending up with more than $1 million?',
    'Will I be broke by 80?',
  ])('is no sum of the portfolio: %s', (question) => {
    const { balanceChances, balancesReached } = planPlay(question, 45);
    expect({ balanceChances, balancesReached }).toEqual({});
  });

  test('is read beside what would change it', () => {
    const { balanceChances, unread, whatIfs } = planPlay('Will I have $2 million at 65 if I save $10,000 more?', 45);
    expect({ balanceChances, unread, tried: whatIfs.length }).toEqual({ balanceChances: [{ amount: 2_000_000, ...at65 }], tried: 1 }); // prettier-ignore
  });

  test('is told as the share of the futures that have it, beside what the middle of them has', async () => {
    const { answer, analysis } = await answered('What is the chance I have $1 million when I retire?');
    const { ages = [], p25 = [], p75 = [] } = analysis.retirement?.balance ?? {};
    const [{ age, chance = 0 } = { age: 0 }] = analysis.question?.balanceChances ?? [];
    expect(age).toBe(65);
    const [low = 0, high = 0] = [p25, p75].map((of) => of[ages.indexOf(65)] ?? 0);
    expect(chance > 0.25).toBe(low < 1_000_000 && high > 1_000_000 ? true : low > 1_000_000);
    expect(answer).toMatch(
      new RegExp(
        `^You have \\$1 million or more at 65 in ${String(Math.round(chance * 100))}% of the simulated futures\\.`,
      ),
    );
    expect(answer).toContain('The median balance at 65 is ');
  });

  test('is said to be unknown at a day that the plan does not come to', async () => {
    const { answer } = await answered('What are the odds of having $1 million at 110?');
    expect(answer).toContain('How likely $1 million is then cannot be said: the plan does not go on to 110.');
  });
});
