import { describe, expect, test } from '@jest/globals';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { instrument } from '../../shared/schemas/classification.ts';

describe('reference set', () => {
  test.each(referenceInstruments.map((one) => [one.symbol, one] as const))(
    '%s has weights that do not sum to one, or a field that does not fit',
    (_, one) => {
      expect(instrument.safeParse(one).error?.issues).toBeUndefined();
    },
  );

  test('a symbol is there twice', () => {
    const symbols = referenceInstruments.map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
  });

  test('fewer than sixty instruments, or a kind that people hold is missing', () => {
    expect(referenceInstruments.length).toBeGreaterThanOrEqual(60);
    const classes = new Set(
      referenceInstruments.flatMap(({ classification }) => Object.keys(classification?.assetClasses ?? {})),
    );
    expect([...classes].sort()).toEqual([
      'alternatives',
      'cash',
      'commodities',
      'equity',
      'fixed_income',
      'real_estate',
    ]);
  });

  test('a fund has no cost, or a company has one', () => {
    for (const { type, expenseRatio } of referenceInstruments) expect(expenseRatio === null).toBe(type === 'stock');
  });
});
