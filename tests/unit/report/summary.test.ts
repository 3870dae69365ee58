import { describe, expect, test } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { renderSummary } from '../../../shared/report/summary.ts';
import { columns } from '../../../shared/report/terminal/columns.ts';
import { fullResult } from '../../fixtures/results/analytics.ts';
import { sampleAnalysis, sampleResult } from '../../fixtures/results/sample.ts';
import {
  emptyAnalysis,
  failedResult,
  hostileResult,
  manyHoldings,
  oneHolding,
  partialResult,
  unpricedAnalysis,
  withoutTexts,
} from '../../fixtures/results/variations.ts';

const results = {
  sample: sampleResult(),
  full: fullResult(),
  empty: withoutTexts(emptyAnalysis()),
  unpriced: withoutTexts(unpricedAnalysis()),
  one: withoutTexts(oneHolding()),
  many: withoutTexts(manyHoldings()),
  hostile: hostileResult(),
  partial: partialResult(),
  failed: failedResult(),
};

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
