// "How much can I spend with 95% confidence?" answered for the 85% that the plan aims at, or a chance of running out taken for one of lasting.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';

const goals: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };

const lines = [line('STOX', 3000, 100), line('BOND', 2000, 100)];
const answered = async (question: string, given: RetirementGoals | null = goals) =>
  asked(question, { lines, instruments, paths: 1000, ...(given !== null && { goals: given }) });

const openIn = (question: string) =>
  planPlay(question, 45)
    .whatIfs.flatMap(({ changes }) => changes)
    .filter(({ how }) => how === 'enough')
    .map(({ what, confidence, per }) => [what, confidence, per].filter((one) => one !== null && one !== undefined));

describe('how sure the answer has to be', () => {
  test.each([
    ['How much can I spend with 95% confidence?', ['income', 95]],
    ['When can I retire with 90% certainty?', ['retireAt', 90]],
    ['How much can I safely spend a year at 99% confidence?', ['income', 99]],
    ['I want to be 95% sure. How much can I spend?', ['income', 95]],
    ['How much must I save to retire at 60 with a 95% chance?', ['contribute', 95]],
    ['How much can I spend if I retire at 60, with 95% confidence?', ['income', 95]],
    ['How much can I spend a month with a 95% chance of not running out of money?', ['income', 95, 'month']],
    ['How much can I spend with a 90% chance of success?', ['income', 90]],
    ['When can I retire at a confidence level of ninety percent?', ['retireAt', 90]],
    ['how early can i stop working and be 90 percent sure the money lasts?', ['retireAt', 90]],
  ])('is read: %s', (question, open) => {
    expect(openIn(question)).toEqual([open]);
    expect(planPlay(question, 45).unread).toBeUndefined();
  });

  test.each([
    'How much can I spend with a 5% chance of running out?',
    'How much can I spend with a 95% chance of failure?',
    'How much can I spend with 5% confidence?',
    'How much can I spend with 100% confidence?',
    'How much can I spend with 90% confidence, or with 95% confidence?',
  ])('is not what else has a percentage: %s', (question) => {
    expect(openIn(question)).toEqual([]);
    expect(planPlay(question, 45).unread?.map(({ why }) => why)).toContain('unclear');
  });

  test('is what the most that can be spent lasts in, as it is for goals that ask for it', async () => {
    const { answer, analysis } = await answered('How much can I spend with 95% confidence?');
    expect(answer).toMatch(
      /^\*\*Spend \$[\d,]+ a year instead of \$40,000 \(the most that lasts in 95%: .*\)\*\*: the money lasts to the end in 95\.\d% of/,
    );
    expect(answer).not.toMatch(/85%|Not tried/);
    const surer = await answered('Will my money last?', { ...goals, confidence: 0.95 });
    const [found] = analysis.question?.scenarios ?? [];
    expect(found?.found).toEqual({
      what: 'income',
      value: Math.floor((surer.analysis.retirement?.sustainableIncome ?? 0) / 100) * 100,
      confidence: 0.95,
    });
  });

  test('is what the earliest age lasts in', async () => {
    const { answer, analysis } = await answered('When can I retire with 99% certainty?');
    expect(answer).toMatch(/^\*\*Retire at \d\d instead of 65 \(the earliest that lasts in 99%\)\*\*/);
    expect(analysis.question?.scenarios[0]?.outcome?.success).toBeGreaterThanOrEqual(0.99);
  });

  test('is told to be chosen elsewhere where it is of nothing that is found', async () => {
    const { answer } = await answered('Am I 90% sure to make it?');
    expect(answer).toContain('Not tried: “90% sure”, because how sure a plan has to be is chosen where');
    expect(answer).toContain('--confidence');
  });

  test('says that it takes a plan where there is none', async () => {
    const { answer } = await answered('How much can I spend with 95% confidence?', null);
    expect(answer).toContain('give your age');
  });
});

describe('how to come to a chance', () => {
  test.each([
    ['How do I get to 90%?', 90],
    ['How can I raise my chance of success to 95%?', 95],
    ['What would it take to reach a 90% chance?', 90],
    ['How do I bring my odds up to 90 percent?', 90],
  ])('leaves open by what: %s', (question, confidence) => {
    expect(openIn(question)).toEqual([['contribute', confidence], ['income', confidence], ['retireAt', confidence]]); // prettier-ignore
    expect(planPlay(question, 45)).toMatchObject({ outside: [] });
    expect(planPlay(question, 45).unread).toBeUndefined();
  });

  test.each(['How can I get 5% more?', 'How can I reach 60% stocks?', 'How can I get to 80% of my income?'])(
    'is no percentage of something else: %s',
    (question) => {
      expect(openIn(question)).toEqual([]);
    },
  );

  test('is answered with what each of them would have to be', async () => {
    const { answer } = await answered('How do I get to 95%?');
    expect(answer).toMatch(/^\*\*Save \$[\d,]+ a year instead of \$10,000 \(the least that lasts in 95%/);
    expect(answer).toMatch(/\*\*Spend \$[\d,]+ a year instead of \$40,000 \(the most that lasts in 95%/);
    expect(answer).toMatch(/\*\*Retire at \d\d instead of 65 \(the earliest that lasts in 95%\)/);
  });
});
