import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { holdingsTable } from '../../../shared/report/tables/holdings-table.ts';
import { writtenBy } from '../../../shared/report/tables/making-tables.ts';
import type { Analysis, SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { AS_OF, instrument, instruments, line } from '../finance/portfolios.ts';

const analyzed = (lines: readonly SnapshotLine[], known = instruments): Analysis =>
  analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments: known, seed: 1, paths: 40 });
const gaps = (analysis: Analysis) => gapsOf(sampleResult(analysis));
const textOf = (analysis: Analysis) => JSON.stringify(holdingsTable(analysis));

describe('a classification that is a guess', () => {
  const stocks = instruments.get('STOX')?.classification ?? null;
  if (stocks === null) throw new Error('the fixture has no classification');
  const guess = instrument('GESS', null, {
    classification: { ...stocks, source: 'model', citation: 'some:model', confidence: 0.8 },
  });
  const known = new Map([...instruments, guess]);
  const analysis = analyzed([line('GESS', 10, 100), line('STOX', 10, 100)], known);

  test('is marked in the table, on its own row only', () => {
    expect(textOf(analysis).match(/classified by its name, 80% sure/g)).toHaveLength(1);
  });

  test('of which little is sure is said to be so', () => {
    const unsure = instrument('GESS', null, { classification: { ...stocks, source: 'model', confidence: 0.3 } });
    const little = analyzed([line('GESS', 10, 100)], new Map([...instruments, unsure]));
    expect(textOf(little)).toContain('classified by its name, only 30% sure');
  });

  test('is named with how sure it is, and who says so', () => {
    const [one] = gaps(analysis).filter(({ title }) => title.startsWith('Classified by name'));
    expect(one?.items).toHaveLength(1);
    expect(one?.items[0]).toMatch(/^GESS.*50\.0% of the portfolio; 80% sure \(some:model\)$/);
  });
});

describe('sectors', () => {
  const shares = instrument('PLAN', {
    assetClasses: { equity: 1 },
    regions: { north_america: 1 },
    sectors: { unknown: 1 },
  });
  const known = new Map([...instruments, shares]);
  const told = (plan: number, stox: number) =>
    gaps(analyzed([line('PLAN', plan, 100), line('STOX', stox, 100)], known)).filter(({ title }) =>
      title.startsWith('Sectors not known'),
    );

  test('of nearly all that is held are not left unsaid because its class is known', () => {
    expect(told(9, 1)[0]?.items).toEqual([
      '$900, 90.0% of the portfolio: what it is invested in is known, and how that is spread over sectors is not',
    ]);
  });

  test('of a little are no word worth', () => {
    expect(told(1, 9)).toEqual([]);
  });
});

describe('prices', () => {
  test('of one old day are one line that names every symbol', () => {
    const old = { priceAsOf: '2026-01-02' };
    const analysis = analyzed([line('STOX', 1, 10, old), line('BOND', 1, 20, old), line('ACME', 1, 5)]);
    const [one] = gaps(analysis).filter(({ title }) => title.startsWith('Valued at an old price'));
    expect(one?.items).toEqual([
      '2 holdings have prices of January 2, 2026, 88 days before the analysis: BOND and STOX',
    ]);
  });

  test('that the market’s are far from come first, with how much rests on them', () => {
    const doubt = {
      ...{ symbol: 'STOX', name: null, value: 510, weight: 0.51, currency: 'USD' },
      ...{ used: { price: 5105, asOf: '2026-01-02' } },
      market: { price: 510.5, asOf: '2026-03-30', source: 'Massive, daily close' },
    };
    const analysis = { ...analyzed([line('STOX', 1, 10), line('ACME', 1, 5)]), doubted: [doubt] };
    const [first] = gaps(analysis);
    expect(first?.title).toBe('At a price far from the market’s: 1 holding');
    expect(first?.items[0]).toContain(
      '$510, 51.0% of the portfolio, rests on your price of $5,105.00 of January 2, 2026;',
    );
    expect(first?.items[0]).toContain('the market’s is $510.50 of March 30, 2026 (Massive, daily close)');
  });

  test('without a date of their own say so in the table and among what is uncertain', () => {
    const undated = { priceSource: 'mine.csv (no date; the day of the file stands in)' };
    const analysis = analyzed([line('STOX', 1, 10, undated), line('BOND', 1, 20, undated)]);
    expect(textOf(analysis)).toContain('The file gives no date for its prices');
    const [one] = gaps(analysis).filter(({ title }) => title === 'Priced without a date: 2 holdings');
    expect(one?.items[0]).toMatch(/own date stands in\. This is so for BOND and STOX\.$/);
  });

  test('that share a source name it once, and otherwise on each row', () => {
    const count = (analysis: Analysis) => textOf(analysis).match(/my broker/g)?.length;
    const mine = { priceSource: 'my broker' };
    expect(count(analyzed([line('STOX', 1, 10, mine), line('BOND', 1, 20, mine)]))).toBe(1);
    expect(count(analyzed([line('STOX', 1, 10, mine), line('BOND', 1, 20, mine), line('ACME', 1, 5)]))).toBe(2);
  });
});

test('code is not called a language model', () => {
  expect(writtenBy('code')).toMatch(/^code/);
  expect(writtenBy('narrator')).toContain('not a language model');
  expect(writtenBy('gpt-oss')).toBe('the language model gpt-oss');
});
