// A price that the market's is far from can make every share of a report wrong: the texts begin with it, and it is grounded.
import { expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

test('a doubt about much of a portfolio is told in the opening and first under what is uncertain', async () => {
  const { analysis } = caseOf({ lines: [line('STOX', 41, 100), line('BOND', 59, 100)], instruments: allInstruments });
  const doubt = {
    ...{ symbol: 'STOX', name: null, value: 4100, weight: 0.41, currency: 'USD' },
    ...{ used: { price: 100, asOf: '2026-01-02' }, market: { price: 10, asOf: '2026-03-30', source: 'Massive' } },
  };
  const facts = factsOf({ ...analysis, doubted: [doubt] });
  const summary = await writeSummary(facts);
  expect(summary.output.body).toContain('one holding, 41% of the portfolio, at a price far from the market’s');
  expect(summary.output.observations[0]).toMatch(/^One holding, 41% of the portfolio, counts at a price far/);
  expect(summary.check.strays).toEqual([]);
  const report = await writeReport(facts);
  const body = report.output.sections.find(({ id }) => id === 'missing-or-uncertain')?.body ?? '';
  expect(body).toMatch(/^One holding, 41% of the portfolio, counts at a price far from the market’s/);
  expect(report.check.strays).toEqual([]);
});
