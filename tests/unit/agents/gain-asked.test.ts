// What was gained or lost on a holding, and whether to pay back a debt, are asked for by name: both were answered as other questions.
import { expect, test } from '@jest/globals';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const held = [
  line('GME', 1000, 22, { costBasis: 200_000 }),
  line('MSFT', 250, 420, { costBasis: 52_500 }),
  line('VTI', 300, 300, { costBasis: null }),
];
const owing = [
  line('VTI', 300, 300),
  cash(65_000),
  cash(-38_000, { accountName: 'Student loan', accountType: 'other', interestRate: 0.073 }),
];

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };

const answerTo = async (question: string, lines = held, given: typeof goals | null = null): Promise<string> =>
  (await asked(question, { lines, instruments: reference, ...(given !== null && { goals: given }) })).answer;

const LOST = /^GameStop Corp\. \(GME\) is worth \$22,000, \$178,000 less than was paid for it\. That is unrealized/;

test.each([
  ['How much have I lost on GameStop?', LOST],
  ['Should I sell my GameStop at a loss?', LOST],
  ['Which of my holdings has lost the most?', /GameStop .*\$178,000 less than was paid/],
  ['What is my gain on Microsoft?', /^Microsoft .* is worth \$105,000, \$52,500 more than was paid for it\./],
  ['How much am I up on MSFT?', /^Microsoft .* \$52,500 more than was paid/],
  ['What is my biggest gain?', /Microsoft .* \$52,500 more than was paid/],
  ['What is my gain on VTI?', /^What was paid for .*VTI\) is not known, so neither is what it has gained or lost\./],
])('%s', async (question, said) => {
  const answer = await answerTo(question);
  expect(answer).toMatch(said);
  expect(answer).not.toMatch(/returned over time|asks beyond/);
});

test.each(['How much could I lose on GameStop?', 'How much money have I lost?'])(
  '%s is no question about what was paid for one holding',
  async (question) => {
    expect(await answerTo(question)).not.toContain('than was paid for it. That is');
  },
);

test('whether to pay off a loan or to invest is answered with what the debt is charged, where one is listed', async () => {
  const answer = await answerTo('Should I pay off my student loan or invest?', owing, goals);
  expect(answer).toMatch(/^\$38,000 is owed, charged [\d.]+% a year, .* saves the difference for certain/);
  expect(answer).not.toContain('What the figures do not cover');
  expect(await answerTo('Should I pay off my student loan or invest?')).toContain(
    'a debt is counted only where the portfolio lists it',
  );
});

test('which account to withdraw from first is said not to be worked out', async () => {
  expect(await answerTo('Which account should I withdraw from first?')).toContain(
    'nor from which account it is best to withdraw first',
  );
});

test.each(['What capital gains would rebalancing realize?', 'What gains would I realize if I rebalance?'])(
  '"%s" is answered with the trades that are listed, and not with all that was gained',
  async (question) => {
    const lines = [line('VTI', 300, 300, { costBasis: 45_000 }), line('BND', 100, 75, { costBasis: 8000 })];
    const { answer, analysis } = await asked(question, { lines, instruments: reference, targets: { assetClasses: { equity: 0.5, fixed_income: 0.5 } } }); // prettier-ignore
    const gain = Math.round((analysis.rebalancing?.taxableGain ?? 0) / 100) / 10;
    expect(gain).toBeGreaterThan(0);
    expect(answer).toContain(`they would realize gains of $${String(gain).replace('.', ',')}`);
    expect(answer).not.toContain('than was paid for');
  },
);
