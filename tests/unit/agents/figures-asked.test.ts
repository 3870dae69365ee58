// A question that names a figure of the report is answered with it, and never told that the figures do not cover it.
import { describe, expect, test } from '@jest/globals';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { FULL_PLAN, unreadPart } from '../../../shared/schemas/analysis-plan.ts';
import { instruments, line } from '../finance/portfolios.ts';

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const lines = [line('STOX', 3000, 100), line('BOND', 2000, 100)];
const held = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 400, goals } as const;

describe('a figure that a question names', () => {
  test.each([
    ['What is my Sharpe ratio?', /that takes your transactions/],
    ['What is my XIRR?', /that takes your transactions/],
    ['What is my drawdown?', /that takes your transactions/],
    ['How volatile is my portfolio?', /^The volatility expected of what you hold is [\d.]+% a year\./],
    ['What is my volatility and what are my fees?', /volatility expected .* cost/s],
    ['How much of my money is in STOX?', /STOX.* is 60% of your portfolio, worth \$300,000\./],
    [
      'How much of my money is in STOX including funds?',
      /STOX.* is 60% of your portfolio, worth \$300,000\. What funds hold of it comes on top, and is not known/,
    ],
    [
      'How much do I own of Apple, counting what is inside my funds?',
      /How much of one company funds hold is not known/,
    ],
    ['What should I do to improve my chances?', /lasts/],
  ])('%s', async (question, said) => {
    const { output: plan } = await planAnalysis({ question, goals });
    expect(plan.outside).toEqual([]);
    const { output, check } = await writeSummary(factsOf(analyze({ ...held, question: plan })), {}, question);
    expect(check.strays).toEqual([]);
    expect(output.answer).toMatch(said);
    expect(output.answer).not.toMatch(/do not cover|by asset class|Great Depression/i);
  });
});

describe('when to claim Social Security', () => {
  const claims = {
    ...goals,
    age: 63,
    retireAt: 65,
    otherIncome: [{ kind: 'social_security' as const, amount: 24_000, from: 67 }],
  };
  const asks = async (question: string, of: typeof claims = claims) => {
    const { output: plan } = await planAnalysis({ question, goals: of });
    const facts = factsOf(analyze({ ...held, goals: of, question: plan }));
    return { plan, ...(await writeSummary(facts, {}, question)) };
  };

  test.each([
    'When should I claim Social Security?',
    'At what age should I start taking Social Security?',
    'What is the best age to take social security benefits?',
    'Should I delay Social Security?',
    'How long should I wait to claim my Social Security?',
    'Is it better to take Social Security early?',
  ])('%s', async (question) => {
    const { plan, output, check } = await asks(question);
    expect(plan.whatIfs.map(({ changes }) => changes.map(({ what, value }) => [what, value]))).toEqual([[['claimAt', 67]], [['claimAt', 70]]]); // prettier-ignore
    expect(plan.unread).toBeUndefined();
    expect(check.strays).toEqual([]);
    expect(output.answer).toMatch(
      /\*\*Claim Social Security at 70 instead of 67, which then pays \$29,760 a year\*\*: the money lasts/,
    );
    expect(output.answer).toContain('By age 83 the later of the two claims has paid as much in all');
    expect(output.answer).toContain('Not counted are taxes on benefits');
    expect(output.answer).not.toMatch(/not understood|do not cover|as planned\*\*/);
  });

  test('with something else says once when the later claim has paid as much, and that no other age was tried', async () => {
    const { output, check } = await asks('What if I retire at 60 and delay Social Security until 70?');
    expect(check.strays).toEqual([]);
    expect(output.answer?.match(/has paid as much in all/g)).toHaveLength(1);
    expect(output.answer).not.toContain('Of the ages tried');
  });

  test('compares the earliest, the full and the latest age where all are to come, and says which does most', async () => {
    const { output, check } = await asks('When should I claim Social Security?', {
      ...claims,
      age: 60,
      income: 32_000,
    });
    expect(check.strays).toEqual([]);
    expect(output.answer).toMatch(/at 62 instead of 67.* at 70 instead of 67/s);
    expect(output.answer).toMatch(
      /Of the ages tried, claiming at \d\d does most|None of the ages tried does clearly better/,
    );
  });

  test.each([
    'What if I claim Social Security at 62?',
    'When should I retire?',
    'How long will my Social Security last?',
  ])('is not what is asked: %s', async (question) => {
    const { output } = await planAnalysis({ question, goals: claims });
    expect(output.whatIfs.length).toBe(question.includes('62') ? 1 : 0);
  });
});

test('why a part of a question is not tried is told whole, never cut within a word', () => {
  const analysis = analyze({ ...held, question: { ...FULL_PLAN, unread: [] } });
  const { question } = analysis;
  if (question === undefined) throw new Error('there is a question');
  const unread = unreadPart.shape.why.options.map((why) => ({ words: 'so', why }));
  const reasons = factsOf({ ...analysis, question: { ...question, unread } }).filter(({ name }) => name.startsWith('question.unread.')); // prettier-ignore
  expect(reasons).toHaveLength(unread.length);
  expect(reasons.filter(({ label }) => label.endsWith('…'))).toEqual([]);
});
