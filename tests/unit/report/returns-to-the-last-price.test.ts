import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { performanceTable } from '../../../shared/report/tables/performance-table.ts';
import { allInstruments, caseOf } from '../agents/portfolios.ts';
import { line } from '../finance/portfolios.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';

const of = (quotes: readonly { date: string; price: number }[], goals?: Parameters<typeof caseOf>[0]['goals']) =>
  caseOf({
    lines: [
      line('STOX', 100, quotes.at(-1)?.price ?? 80, {
        accountName: 'Joint',
        priceAsOf: quotes.at(-1)?.date ?? '2020-01-02',
      }),
    ],
    instruments: allInstruments,
    history: {
      transactions: [
        { date: '2020-01-02', accountName: 'Joint', kind: 'buy' as const, symbol: 'STOX', quantity: 100, price: 80 },
      ],
      prices: new Map([['STOX', [...quotes]]]),
    },
    ...(goals && { goals }),
  });
const sectionOf = async (facts: Parameters<typeof writeReport>[0]) =>
  (await writeReport(facts)).output.sections.find(({ id }) => id === 'performance')?.body ?? '';

describe('returns where prices end before today', () => {
  const quotes = [
    { date: '2021-06-01', price: 100 },
    { date: '2022-05-03', price: 90 },
  ];
  const early = of(quotes);
  const withGoals = of(quotes, { age: 50, retireAt: 60, lifeExpectancy: 90, income: 400, contribute: 0 });

  test('are said to end there, with what the value of today rests on, and no figure of it is a stray', async () => {
    const body = await sectionOf(early.facts);
    expect(body).toContain(
      'From January 2, 2020 to May 3, 2022, the last day with prices of nearly all that was held, the investments **returned 13%** in all',
    );
    expect(body).toContain('the portfolio’s value of $9,000 rests, all or part of it, on old prices');
    expect(body).not.toContain('2026');
    expect(checkGrounding([body], early.facts).strays).toEqual([]);
  });

  test('leave no projection that starts from the value of today', async () => {
    const { output } = await writeRetirement(withGoals.facts);
    const text = output.sections.map(({ body }) => body).join(' ');
    expect(text).toContain('It starts from what you hold at prices of May 3, 2022, not at today’s.');
    expect(checkGrounding([text], withGoals.facts).strays).toEqual([]);
  });

  test('are so in the table, the chart, and among what is missing', () => {
    const table = performanceTable(early.analysis);
    expect(table?.rows[0]?.[0]).toMatchObject({ note: 'since Jan 2, 2020 to May 3, 2022' });
    expect(table?.notes.join(' ')).toContain('its value above is at those old prices');
    // Without a price for half a year nothing is drawn.
    expect(buildCharts(early.analysis).some(({ id }) => id === 'performance')).toBe(false);
    const quarters = Array.from({ length: 9 }, (_, at) => ({
      date: new Date(Date.UTC(2020, 2 + 3 * at, 1)).toISOString().slice(0, 10),
      price: 100,
    }));
    const chart = buildCharts(of([...quarters, ...quotes.slice(1)]).analysis).find(({ id }) => id === 'performance');
    expect(chart?.caption).toContain('to the last day with prices');
    expect(chart?.kind === 'lines' && chart.x.at(-1)).toBeCloseTo(2022 + 122 / 365, 9);
    expect(gapsOf(sampleResult(early.analysis)).map(({ title }) => title)).toContain(
      'Returns end before the day of the analysis',
    );
  });

  test('tell among what is missing that falls are of a part of the time, where the days before have no prices', () => {
    const days = Array.from({ length: 500 }, (_, at) => {
      const date = new Date(Date.UTC(2024, 10, 1 + at)).toISOString().slice(0, 10);
      return { date, price: 100 + (at % 7) };
    });
    const { analysis } = of(days);
    expect(gapsOf(sampleResult(analysis)).find(({ title }) => title.startsWith('Falls and risk'))?.items).toEqual([
      'They are of November 1, 2024 to March 15, 2026: on other days too little of what was held has a price.',
    ]);
    expect(gapsOf(sampleResult(of(quotes).analysis)).some(({ title }) => title.startsWith('Falls'))).toBe(false);
  });

  test('are none where the purchase is the only price, and nobody is told of 0%', async () => {
    const { analysis, facts } = of([]);
    const body = await sectionOf(facts);
    expect(body).toContain('no return can be measured');
    expect(body).toContain('the value is at old prices (STOX)');
    expect(body).not.toContain('0%');
    expect(checkGrounding([body], facts).strays).toEqual([]);
    expect(buildCharts(analysis).some(({ id }) => id === 'performance')).toBe(false);
    expect(gapsOf(sampleResult(analysis)).find(({ title }) => title === 'No return over time')?.items[0]).toContain(
      'the value is at old prices (STOX)',
    );
  });
});
