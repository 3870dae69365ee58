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

test('why a part of a question is not tried is told whole, never cut within a word', () => {
  const analysis = analyze({ ...held, question: { ...FULL_PLAN, unread: [] } });
  const { question } = analysis;
  if (question === undefined) throw new Error('there is a question');
  const unread = unreadPart.shape.why.options.map((why) => ({ words: 'so', why }));
  const reasons = factsOf({ ...analysis, question: { ...question, unread } }).filter(({ name }) => name.startsWith('question.unread.')); // prettier-ignore
  expect(reasons).toHaveLength(unread.length);
  expect(reasons.filter(({ label }) => label.endsWith('…'))).toEqual([]);
});
