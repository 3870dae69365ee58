import { describe, expect, test } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { renderSummary } from '../../../shared/report/summary.ts';
import { columns } from '../../../shared/report/terminal/columns.ts';
import { results } from '../../fixtures/results/named.ts';
import { sampleAnalysis, sampleResult } from '../../fixtures/results/sample.ts';

describe.each(Object.entries(results))('the summary of the %s result', (_name, result) => {
  test.each([50, 60, 80, 200])('fits a terminal of %i columns, and never takes more than 80', (width) => {
    for (const line of renderSummary(result, { color: false, width }).split('\n')) {
      expect([line, columns(line) <= Math.min(80, width)]).toEqual([line, true]);
    }
  });

  test('has no escape and no control character in a pipe', () => {
    expect(renderSummary(result, { color: false, width: 80 })).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
  });

  test('reads the same in colour', () => {
    const plain = renderSummary(result, { color: false, width: 80 });
    expect(stripVTControlCharacters(renderSummary(result, { color: true, width: 80 }))).toBe(plain);
  });
});

const words = (result: Parameters<typeof renderSummary>[0]) =>
  renderSummary(result, { color: false, width: 80 }).replace(/\s+/g, ' ');

test('says value, allocation, drift, the chance with its standard error, and three observations', () => {
  const text = words(results.sample);
  for (const part of [
    '$917,900',
    'Stocks 74.1% 65.0% +9.1',
    '83.4% chance that the money lasts to age 95',
    '± 0.5% standard error',
    '1. Stocks',
    '2. Information',
    '3. Retiring',
  ]) {
    expect(text).toContain(part);
  }
});

test('says what a bad year could cost, and the grades, where they are known', () => {
  expect(words(results.full)).toContain(
    'Risk diversification 6 of 10, risk 9 of 10 a bad year, one in 20, would lose about $122,999 (13.4%) or more',
  );
  expect(words(results.sample)).not.toContain('a bad year');
});

test('puts the worst of the past beside the bad year, or it would be read as the worst', () => {
  expect(words(results.full)).toMatch(/not the worst: a time like the Great Depression \(1929-1932\) would take \$\d/);
});

test('shows a name as it is: what Markdown needs escaped is a stroke too many on a terminal', () => {
  const { summary } = results.sample;
  if (summary === null) throw new Error('the sample has no summary');
  const observations = ['**\\<b\\>Savings\\_plan \\| mine** is large'];
  expect(words({ ...results.sample, summary: { ...summary, observations } })).toContain('1. <b>Savings_plan | mine is');
});

test('says beside the chance that nothing but the portfolio pays', () => {
  expect(words(results.sample)).toMatch(
    /a year is wanted from the portfolio; Social Security and pensions are not counted/,
  );
  expect(words(results.sample)).not.toContain('retired already');
  const { retirement } = sampleAnalysis();
  if (!retirement?.goals) throw new Error('the sample has no projection');
  const goals = { ...retirement.goals, age: 70, retireAt: 60 };
  const retired = sampleResult({ ...sampleAnalysis(), retirement: { ...retirement, goals } });
  expect(words(retired)).toContain('retired already: the retirement age, 60, has passed');
});

test('gives the reason for a missing projection once, beside retirement', () => {
  const why = 'Nothing in the portfolio has a positive value.';
  const analysis = { ...sampleAnalysis(), retirement: null, retirementMissing: why };
  const missing = [`The retirement chapter is missing: ${why}`];
  const text = words({ ...sampleResult(analysis), retirement: null, missing });
  expect(text.split('othing in the portfolio has').length).toBe(2);
  expect(text).toContain('not projected: nothing in the portfolio');
  expect(text).toContain('! The retirement chapter is missing, see above');
});

test('says what is missing of a partial job, and why a job failed', () => {
  expect(words(results.partial)).toContain('! The retirement section is missing');
  expect(words(results.failed)).toContain('! The portfolio could not be read.');
});

test('gives no value to what has no price', () => {
  expect(words(results.unpriced)).toContain('not known: none of its 250 positions could be valued');
  expect(words(results.empty)).toContain('not known: the portfolio is empty');
});

test('says of what the held shares are where some of it is not classified', () => {
  const analysis = sampleAnalysis();
  const { assetClass } = analysis.drift;
  if (assetClass === null) throw new Error('the sample has no drift');
  const drift = {
    ...analysis.drift,
    assetClass: { ...assetClass, source: 'person' as const, value: analysis.totals.value * 0.9 },
  };
  expect(words(sampleResult({ ...analysis, drift }))).toContain('of what is classified; 10.0% of the portfolio is not');
});

test('the one sentence at the top of the report is at the top here too', () => {
  const result = results.full;
  const lines = renderSummary(result, { color: false, width: 80 });
  expect(lines).toContain(`In short    ${(result.summary?.headline ?? '').slice(0, 40)}`);
});

test('of cash that no file lists it says so, and not that there is none', () => {
  const sample = sampleAnalysis();
  const assetClass = sample.allocation.assetClass.filter(({ key }) => key !== 'cash');
  const allocation = { ...sample.allocation, assetClass };
  const result = sampleResult({ ...sample, totals: { ...sample.totals, cash: 0 }, allocation });
  expect(words(result)).toContain('no cash listed');
});

test('of cash that has no exchange rate it does not say that none is listed', () => {
  const sample = sampleAnalysis();
  const assetClass = sample.allocation.assetClass.filter(({ key }) => key !== 'cash');
  const lost = { accountName: 'Brokerage', symbol: 'CASH:EUR', name: 'Cash in EUR', quantity: 3000, currency: 'EUR' };
  const result = sampleResult({
    ...sample,
    totals: { ...sample.totals, cash: 0 },
    allocation: { ...sample.allocation, assetClass },
    excluded: [{ ...lost, reason: 'no_exchange_rate' as const }],
    excludedCount: 1,
  });
  expect(words(result)).not.toContain('no cash listed');
  expect(words(result)).toContain('with no cash that could be valued');
});
