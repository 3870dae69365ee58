import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';

const instruments = new Map(referenceInstruments.map((one) => [one.symbol, one]));
const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 300, contribute: 0 };
const held = (symbol: string, value: number): SnapshotLine => ({
  accountName: 'A',
  accountType: 'taxable',
  kind: 'holding',
  symbol,
  name: null,
  quantity: value,
  currency: 'USD',
  price: 1,
  priceAsOf: '2026-01-30',
  priceSource: 'a file',
  costBasis: null,
});
const of = (lines: SnapshotLine[]) =>
  analyze({ asOf: '2026-02-01', baseCurrency: 'USD', lines, instruments, goals, seed: 1, paths: 200 });

describe('what too little is known of', () => {
  test('a leveraged fund that nobody has classified is taken for the bonds beside it', () => {
    const { risk, scores, drift, rebalancing, retirement, retirementMissing } = of([
      held('TQQQ', 6000),
      held('TLT', 1700),
    ]);
    expect({ risk, drift, rebalancing, retirement }).toEqual({
      risk: null,
      drift: { assetClass: null, region: null },
      rebalancing: null,
      retirement: null,
    });
    expect(scores?.risk).toBeNull();
    expect(retirementMissing).toContain('unknown make-up');
  });

  test('bitcoin is given the risk of a stock index', () => {
    const { risk, retirement } = of([held('IBIT', 9500), held('VTI', 500)]);
    expect(risk).toBeNull();
    expect(retirement).toBeNull();
  });

  test('a small unknown part takes the figures of the rest away', () => {
    const { risk, drift, retirement } = of([held('TQQQ', 900), held('IBIT', 900), held('VTI', 8200)]);
    expect(risk).not.toBeNull();
    expect(drift.assetClass).not.toBeNull();
    expect(retirement).not.toBeNull();
  });
});
