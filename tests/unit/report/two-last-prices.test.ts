import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { allInstruments, caseOf } from '../agents/portfolios.ts';
import { line } from '../finance/portfolios.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';

const history = {
  transactions: [
    { date: '2025-06-02', accountName: 'Joint', kind: 'buy' as const, symbol: 'STOX', quantity: 100, price: 80 },
  ],
  prices: new Map([
    [
      'STOX',
      [
        { date: '2026-03-27', price: 90 },
        { date: '2026-03-30', price: 96.5 },
      ],
    ],
  ]),
};
const of = (price: number) =>
  caseOf({
    lines: [line('STOX', 100, price, { accountName: 'Joint', priceAsOf: '2026-03-27' })],
    instruments: allInstruments,
    history,
  });

describe('a value at another price than the newest past one', () => {
  test('is said, with both prices and their days, and no figure of it is a stray', async () => {
    const { analysis, facts } = of(90);
    expect(analysis.performance?.whole.timeWeighted?.total).toBeCloseTo(90 / 80 - 1, 12);
    const gaps = gapsOf(sampleResult(analysis));
    expect(gaps.find(({ title }) => title === 'Two prices of the last days: 1 instrument')?.items[0]).toContain(
      'the value and the returns end at $90.00 of March 27, 2026; the past prices end at $96.50 of March 30, 2026',
    );
    const { output } = await writeReport(facts);
    const body = output.sections.find(({ id }) => id === 'performance')?.body ?? '';
    expect(body).toContain('The return ends at the stated value.');
    expect(checkGrounding([body], facts).strays).toEqual([]);
  });

  test('is not said where both are one', () => {
    const { analysis } = of(96.5);
    expect(
      gapsOf(sampleResult(analysis))
        .map(({ title }) => title)
        .join(),
    ).not.toContain('Two prices of the last');
  });
});
