// Where a report says that prices came from, and what it says when a source did not answer.
import { describe, expect, test } from '@jest/globals';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { provenance } from '../../../shared/report/provenance.ts';
import { stepsTable } from '../../../shared/report/tables/making-tables.ts';
import type { JobResult } from '../../../shared/schemas/job.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';

const sample = sampleResult();
const withStep = (detail: string): JobResult => ({
  ...sample,
  job: {
    ...sample.job,
    steps: sample.job.steps.map((one) => (one.step === 'price' ? { ...one, degraded: true, detail } : one)),
  },
});

describe('prices of several sources', () => {
  test('are counted by source and day where the report says how it was made', () => {
    const { analysis } = sample;
    if (analysis === null) throw new Error('the sample has no analysis');
    const holdings = analysis.holdings.map((one, at) =>
      one.price === null
        ? one
        : {
            ...one,
            ...(at % 2 === 0
              ? { priceSource: 'mine.csv', priceAsOf: '2026-03-27' }
              : { priceSource: 'Massive, daily close', priceAsOf: '2026-03-30' }),
          },
    );
    const said = provenance({ ...sample, analysis: { ...analysis, holdings } }).join(' ');
    expect(said).toMatch(/Prices(?: of the holdings listed)?: .*\d+ from mine\.csv \(March 27, 2026\)/u);
    expect(said).toMatch(/\d+ from Massive, daily close \(March 30, 2026\)/u);
  });
});

describe('a source of prices that failed', () => {
  const failed = withStep('20 of 21 positions have a price. Massive failed (503).');

  test('is among what is uncertain, and not called a narrator', () => {
    const titles = gapsOf(failed).map(({ title, items }) => `${title}: ${items.join(' ')}`);
    expect(titles).toContainEqual(
      expect.stringMatching(/^A source of prices did not give all .*Massive failed \(503\)\.$/u),
    );
    expect(titles.join(' ')).not.toMatch(/narrator[^:]*: price/u);
  });

  test('is said in the table of steps', () => {
    const row = stepsTable(failed)?.rows.find(([first]) => JSON.stringify(first).includes('Find prices'));
    expect(JSON.stringify(row)).toContain('a source failed');
    expect(JSON.stringify(row)).not.toContain('narrator');
  });
});
