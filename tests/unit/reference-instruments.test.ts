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

  /** ISO 6166: letters as numbers from 10 on, then the digits doubled one in two from the right, as Luhn's formula has it. */
  const hasCheckDigit = (isin: string): boolean =>
    Array.from(isin)
      .flatMap((sign) => Array.from(Number.parseInt(sign, 36).toString(), Number))
      .reverse()
      .map((digit, at) => (at % 2 === 0 ? digit : Math.floor((2 * digit) / 10) + ((2 * digit) % 10)))
      .reduce((sum, digit) => sum + digit, 0) %
      10 ===
    0;

  test('an ISIN is mistyped', () => {
    expect(hasCheckDigit('US0378331005')).toBe(true);
    expect(hasCheckDigit('US0378331015')).toBe(false);
    const isins = referenceInstruments.map(({ symbol }) => symbol).filter((symbol) => symbol.length === 12);
    expect(isins.length).toBeGreaterThan(50);
    for (const isin of isins) expect([isin, hasCheckDigit(isin)]).toEqual([isin, true]);
  });
});
