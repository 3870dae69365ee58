// A coin that is most of a portfolio: its risk was told of the companies beside it, and the calmer mix was called the wilder one.
import { expect, test } from '@jest/globals';
import { FactBook } from '../../../shared/agents/models/narrator/reading/fact-book.ts';
import { swingsMoved } from '../../../shared/agents/models/narrator/report/swings-moved.ts';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { instrument, line } from '../finance/portfolios.ts';
import { reference } from './held-portfolios.ts';

const instruments = new Map([
  ...reference,
  instrument(
    'BTC-USD',
    { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } },
    { type: 'crypto', name: 'Bitcoin USD', expenseRatio: null },
  ),
]);
const held = [
  line('BTC-USD', 0.6, 85_000),
  line('VTI', 100, 320),
  line('AAPL', 60, 270),
  line('TSLA', 20, 400, { costBasis: 3000 }),
  line('AMZN', 10, 220, { costBasis: 900 }),
  line('BND', 300, 74),
];
const goals = { age: 40, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 15_000 };

async function analysed(question: string | null = null, lines = held) {
  const { output: plan } = await planAnalysis({ question: question ?? '', goals });
  const analysis = analyze({
    ...{ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 2000, goals },
    ...(question !== null && { question: plan }),
  });
  const facts = factsOf(analysis);
  const [report, summary, retirement] = [
    await writeReport(facts),
    await writeSummary(facts, {}, question ?? undefined),
    await writeRetirement(facts),
  ];
  for (const { check } of [report, summary, retirement]) expect(check.strays).toEqual([]);
  const texts = [report, retirement].flatMap(({ output }) => output.sections.map(({ body }) => body)).join('\n');
  return { texts, summary: JSON.stringify(summary.output), answer: summary.output.answer ?? '', analysis, facts };
}

test('the largest company is not called the largest risk beside it, and its own swings are not told of the companies', async () => {
  const { texts, summary } = await analysed();
  expect(summary).not.toContain('largest single risk');
  expect(texts).toContain('what single holdings do by themselves');
  expect(texts).not.toContain('single companies’ own ups and downs');
  expect(texts).toMatch(
    /Single companies’ stocks, [\d.]+% of the portfolio, and coins, are simulated with ups and downs/,
  );
});

test('more stocks instead of a coin make the swings smaller, as the same mix simulated by itself says', async () => {
  const { facts, analysis } = await analysed();
  expect(swingsMoved({ book: new FactBook(facts) }, 'more_equity')).toBe('smaller');
  // 20 points more in stocks, out of the rest in proportion: every other holding is cut by the same factor.
  const equity = analysis.allocation.assetClass.find(({ key }) => key === 'equity')?.weight ?? 0;
  const [stocks, others] = [(equity + 0.2) / equity, (0.8 - equity) / (1 - equity)];
  const isStock = (symbol: string) => ['VTI', 'AAPL', 'TSLA', 'AMZN'].includes(symbol);
  const moved = await analysed(
    null,
    held.map((one) => ({ ...one, quantity: one.quantity * (isStock(one.symbol) ? stocks : others) })),
  );
  expect(moved.analysis.risk?.volatility).toBeLessThan(analysis.risk?.volatility ?? 0);
});

test('of stocks and bonds alone more stocks make them wider, and fewer smaller', async () => {
  const { facts } = await analysed(null, [line('VTI', 100, 320), line('BND', 300, 74)]);
  const book = new FactBook(facts);
  expect([swingsMoved({ book }, 'more_equity'), swingsMoved({ book }, 'less_equity')]).toEqual(['wider', 'smaller']);
});

test.each([
  ['Is my Tesla position too big?', /^Tesla, Inc\. \(TSLA\) is 6\.\d% of your portfolio/],
  ['Is my Amazon position too large?', /^Amazon\.com, Inc\. \(AMZN\) is 1\.\d% of your portfolio/],
  ['How much Tesla do I own?', /^Tesla, Inc\. \(TSLA\) is/],
  [
    'How much of my portfolio is in Tesla and Apple together?',
    /Apple Inc\. .*Tesla, Inc\. |Tesla, Inc\. .*Apple Inc\. /,
  ],
  ['How much have I gained on Tesla?', /^Tesla, Inc\. \(TSLA\) is worth \$8,000, \$5,000 more than was paid for it/],
  ['How much did I gain on Amazon?', /^Amazon\.com, Inc\. \(AMZN\) is worth \$2,200, \$1,300 more than was paid/],
  ['Should I sell Tesla?', /^Tesla, Inc\. \(TSLA\) is 6\.\d% of your portfolio, .*\$5,000 more than was paid for it\./],
  ['How much of my money is in crypto?', /^Bitcoin USD .*is 3\d(?:\.\d)?% of your portfolio/],
  ['How much of my portfolio is Apple?', /^Apple Inc\. (?!.*not understood)/s],
])('%s is answered with that holding', async (question, said) => {
  expect((await analysed(question)).answer).toMatch(said);
});

test.each([
  ['Should I sell my home?', 'HD', false],
  ['How much is my target?', 'TGT', false],
  ['Should I sell Target?', 'TGT', true],
  ['should i sell apple?', 'AAPL', true],
])('%s: %s is meant or not', async (question, symbol, meant) => {
  const lines = [line('HD', 30, 400), line('TGT', 50, 150), line('AAPL', 60, 270), line('BND', 300, 74)];
  expect((await analysed(question, lines)).answer.includes(`(${symbol}) is`)).toBe(meant);
});

test('"now" is no ServiceNow', async () => {
  const lines = [...held, line('NOW', 10, 900)];
  expect((await analysed('Am I too concentrated in one stock now?', lines)).answer).not.toContain('ServiceNow');
});
