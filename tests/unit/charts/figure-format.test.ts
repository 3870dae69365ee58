import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compactMoney, MINUS, money, percent, tick } from '../../../shared/charts/figure-format.ts';

const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
/** ECMA-402 writes a hyphen for minus and keeps minus zero. */
const asIntl = (text: string) => text.replace('-', MINUS).replace(new RegExp(`^${MINUS}(\\$?0(\\.0+)?%?)$`), '$1');

describe('figures become text as Intl writes en-US, on any machine', () => {
  test('money, with and without cents', () => {
    for (const decimals of [0, 2]) {
      const intl = new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      fc.assert(
        fc.property(amount, (value) => {
          expect(money(value, 'USD', decimals)).toBe(asIntl(intl.format(value)));
        }),
      );
    }
  });

  test('a loss that rounds to nothing has no minus sign', () => {
    expect([money(-0.4), percent(-0.00001), money(-0)]).toEqual(['$0', '0.0%', '$0']);
  });

  test('short money never reads "1000K", and keeps the digit that small amounts need', () => {
    const texts = [999, 1000, 1520, 83_400, 999_499, 999_500, 999_999, 1_000_000, 1_234_567, 250_000_000, -1_234].map(
      (one) => compactMoney(one),
    );
    expect(texts).toEqual([
      '$999',
      '$1K',
      '$1.5K',
      '$83K',
      '$999K',
      '$1M',
      '$1M',
      '$1M',
      '$1.2M',
      '$250M',
      `${MINUS}$1.2K`,
    ]);
    fc.assert(
      fc.property(amount, (value) => {
        expect(compactMoney(value)).not.toMatch(/\d{4}[KMBT]/);
      }),
    );
  });

  test('other currencies are named, never shown as dollars', () => {
    expect([money(10, 'CHF'), money(10, 'EUR'), compactMoney(2500, 'SEK')]).toEqual(['CHF 10', '€10', 'SEK 2.5K']);
  });

  test('a percentage is of a fraction', () => {
    expect([percent(0.634), percent(1), percent(0.00058, 2), tick(0.2, 'fraction'), tick(0.125, 'fraction')]).toEqual([
      '63.4%',
      '100.0%',
      '0.06%',
      '20%',
      '12.5%',
    ]);
  });
});
