import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { coveredAccounts } from '../../../shared/finance/performance/covered.ts';
import { describeChart } from '../../../shared/report/chart-description.ts';
import { holdingsTable } from '../../../shared/report/tables/holdings-table.ts';
import { performanceTable } from '../../../shared/report/tables/performance-table.ts';
import { allInstruments, caseOf } from '../agents/portfolios.ts';
import { line } from '../finance/portfolios.ts';
import { fullAnalysis } from '../../fixtures/results/analytics.ts';

const bought = (accountName: string) => ({
  date: '2020-01-02',
  accountName,
  kind: 'buy' as const,
  symbol: 'STOX',
  quantity: 100,
  price: 80,
});
const of = (accounts: readonly string[], priceAsOf: string) =>
  caseOf({
    lines: ['Joint', 'Roth'].map((accountName) => line('STOX', 100, 100, { accountName, priceAsOf })),
    instruments: allInstruments,
    history: {
      transactions: accounts.map(bought),
      prices: new Map([['STOX', [{ date: '2023-01-03', price: 90 }]]]),
    },
  });
const sectionOf = async (facts: Parameters<typeof writeReport>[0], id: string) =>
  (await writeReport(facts)).output.sections.find((one) => one.id === id)?.body ?? '';

/** Paid in on the second of January, when nothing has a price, and spent on the third. */
const paidIn = (year: number, quantity: number, price: number) => [
  { date: `${String(year)}-01-02`, accountName: 'Joint', kind: 'deposit' as const, amount: quantity * price },
  { ...bought('Joint'), date: `${String(year)}-01-03`, quantity, price },
];

describe('what the returns over time are of', () => {
  test('one account of two is not called everything, in the table nor in the text nor among what is missing', async () => {
    const { analysis, facts } = of(['joint'], '2026-03-30');
    expect(coveredAccounts(analysis)).toMatchObject({ accounts: 1, of: 2, value: 10_000, without: ['Roth'] });
    const table = performanceTable(analysis);
    expect(table?.rows[0]?.[0]).toMatchObject({ text: 'joint, 1 of 2 accounts, $10,000 of $20,000' });
    expect(await sectionOf(facts, 'performance')).toContain('joint alone, one account of two, $10,000 of $20,000');
    expect(await sectionOf(facts, 'missing-or-uncertain')).toMatch(/returns over time are known for joint only/i);
  });

  test('a broker’s transactions without past prices still give a yearly rate of the money, of a time that is named', async () => {
    const { analysis, facts } = caseOf({
      lines: [line('STOX', 200, 100, { accountName: 'Joint', priceAsOf: '2026-03-30' })],
      instruments: allInstruments,
      history: { transactions: [...paidIn(2023, 100, 60), ...paidIn(2025, 100, 80)], prices: new Map() },
    });
    expect(analysis.performance?.whole.timeWeighted).toBeNull();
    const rate = performanceTable(analysis)?.rows[0]?.[3];
    expect(rate).toEqual({ text: expect.stringMatching(/^\d+(?:\.\d)?%$/) });
    const told = await sectionOf(facts, 'performance');
    expect(told).toMatch(
      /^From January 2, 2023 to March 31, 2026, on the money as it came and went, you earned \d+% a year \(money-weighted\)\./,
    );
    // 60 to 100 in 39 months, and 80 to 100 in 15.
    expect(Number(/earned (\d+)% a year/.exec(told)?.[1])).toBeGreaterThan(15);
    expect(Number(/earned (\d+)% a year/.exec(told)?.[1])).toBeLessThan(20);
  });

  test('a difference from an estimate is laid to no better or worse times', async () => {
    const { analysis, facts } = caseOf({
      lines: [line('STOX', 110, 100, { accountName: 'Joint', priceAsOf: '2026-03-30' })],
      instruments: allInstruments,
      history: {
        transactions: [...paidIn(2023, 100, 60), ...paidIn(2025, 10, 80)],
        prices: new Map(),
      },
    });
    const estimated = analysis.performance?.whole.timeWeighted?.estimatedDays ?? 0;
    expect(estimated).toBeGreaterThan(0);
    const told = await sectionOf(facts, 'performance');
    expect(told).toMatch(/a year \(money-weighted\)\./);
    expect(told).not.toMatch(/better times|worse times/);
  });

  test('all accounts are everything', async () => {
    const { analysis, facts } = of(['Joint', 'Roth'], '2026-03-30');
    expect(performanceTable(analysis)?.rows[0]?.[0]).toMatchObject({ text: 'Everything' });
    expect(await sectionOf(facts, 'performance')).not.toContain('This is of');
  });

  test('prices of three days give a return, no fall, and say on how many days it was valued', async () => {
    const { analysis, facts } = of(['Joint', 'Roth'], '2026-03-30');
    expect(analysis.performance?.whole).toMatchObject({ drawdown: null, risk: null, pricedDays: 3 });
    const text = await sectionOf(facts, 'performance');
    expect(text).toContain('from prices of three days');
    expect(text).toContain('valued on 3 days only');
    expect(text).not.toMatch(/deepest fall was|yearly volatility was/);
  });
});

describe('falls of a part of the time', () => {
  // Bought in 2020; prices are of the last months alone.
  const days = Array.from({ length: 85 }, (_, at) => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10));
  const { analysis, facts } = caseOf({
    lines: [line('STOX', 100, 100, { accountName: 'Joint', priceAsOf: '2026-03-30' })],
    instruments: allInstruments,
    history: {
      transactions: [bought('Joint')],
      prices: new Map([['STOX', days.map((date, at) => ({ date, price: 100 - (at % 4) }))]]),
    },
  });

  test('are told of that part, in the text, the table and the chart, and not since the first transaction', async () => {
    const text = await sectionOf(facts, 'performance');
    expect(text).toContain('known of January 5, 2026 to');
    expect(text).toMatch(/The deepest fall in those days was 3%.* The yearly volatility in those days was/su);
    const table = performanceTable(analysis);
    expect(table?.rows[0]?.slice(4, 6)).toEqual([
      expect.objectContaining({ note: expect.stringMatching(/^of Jan 5, 2026 to Mar \d+, 2026$/u) }),
      expect.objectContaining({ note: expect.stringMatching(/^of Jan 5, 2026 to Mar \d+, 2026$/u) }),
    ]);
    expect(table?.notes.join('\n')).toContain('what fell then is not known');
    const chart = buildCharts(analysis).find(({ id }) => id === 'performance');
    const below = chart?.kind === 'lines' ? chart.series[1]?.values : undefined;
    expect(below?.[0]).toBeNull();
    expect(below?.[1]).toBe(0);
    expect(chart?.caption).toContain('no falls are drawn');
  });
});

describe('the day that a value is of', () => {
  test.each([
    ['2026-01-02', 'At prices of January 2, 2026, your portfolio is worth'],
    ['2026-03-30', 'At prices of March 30, 2026, your portfolio is worth'],
    ['2026-03-31', 'As of March 31, 2026 your portfolio is worth'],
  ])('prices of %s', async (priceAsOf, words) => {
    const { analysis, facts } = of(['Joint'], priceAsOf);
    const month = priceAsOf.startsWith('2026-01') ? 'Jan 2' : `Mar ${priceAsOf.slice(-2)}`;
    const dated = words.startsWith('As of') ? 'as of' : 'at prices of';
    expect(holdingsTable(analysis)?.caption).toBe(`Holdings, ${dated} ${month}, 2026`);
    expect((await writeSummary(facts)).output.body).toContain(words);
    expect(await sectionOf(facts, 'what-you-own')).toContain(words);
  });
});

test('a chart by days is read aloud by whole years, each once', () => {
  const chart = buildCharts(fullAnalysis()).find(({ id }) => id === 'performance');
  if (chart === undefined) throw new Error('no chart of returns');
  const years = [...describeChart(chart).matchAll(/Year ([\d.]+):/g)].map(([, year]) => year);
  expect(years.length).toBeGreaterThan(2);
  expect(years.every((year) => /^\d{4}$/.test(year ?? ''))).toBe(true);
  expect(new Set(years).size).toBe(years.length);
});

test('what is nearly lost is not said to be lost, and what is lost is', () => {
  const analysis = fullAnalysis();
  const { performance } = analysis;
  const measured = performance?.whole.timeWeighted;
  if (!performance || !measured) throw new Error('nothing measured');
  const shown = (total: number) => {
    const whole = { ...performance.whole, timeWeighted: { ...measured, total } };
    return performanceTable({ ...analysis, performance: { ...performance, whole } })?.rows[0]?.[1]?.text;
  };
  expect([-0.9998, -1, -0.9994].map(shown)).toEqual(['below −99.9%', '−100.0%', '−99.9%']);
});
