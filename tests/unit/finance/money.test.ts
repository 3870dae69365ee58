import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from '../../../shared/finance/apportion.ts';
import { productInUnits, toMoney, toUnits, unitFor } from '../../../shared/finance/money.ts';

const CENTS = { decimals: 2 };

describe('money', () => {
  test.each([
    [[1.005], 101],
    [[1.015, 1], 102],
    [[-1.005], -101],
    [[8.345, 1, 1], 835],
    [[0.1, 0.35], 4],
    [[3, 0.115], 35],
    [[1e-8, 1], 0],
    [[0.005], 1],
    [[0.00499999], 0],
    [[1e6, 1e6], 1e14],
  ])(
    '%j is %i cents: half a cent goes away from zero by its decimal digits, not by its binary ones',
    (factors, cents) => {
      expect(productInUnits(factors, CENTS)).toBe(cents);
    },
  );

  test('the fast path and exact arithmetic never disagree', () => {
    const digits = fc.integer({ min: 0, max: 10_000_000 });
    const places = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(digits, places, digits, places, (a, aPlaces, b, bPlaces) => {
        const exact = BigInt(a) * BigInt(b) * 100n;
        const scale = 10n ** BigInt(aPlaces + bPlaces);
        const expected = Number((2n * exact + scale) / (2n * scale));
        expect(productInUnits([Number(`${a}e-${aPlaces}`), Number(`${b}e-${bPlaces}`)], CENTS)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('cents go to dollars and back without loss', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        const within = Math.trunc(units / 2);
        expect(toUnits(toMoney(within, CENTS), CENTS)).toBe(within === 0 ? 0 : within);
      }),
    );
  });

  test('a sum that cents could not hold is kept in a coarser unit, an ordinary one in cents', () => {
    expect(unitFor(0)).toEqual(CENTS);
    expect(unitFor(4e13)).toEqual(CENTS);
    expect(unitFor(2e15)).toEqual({ decimals: 0 });
    expect(unitFor(1e24).decimals).toBe(-9);
  });
});

describe('apportion', () => {
  test('three thirds of a dollar are a dollar', () => {
    expect(apportion(100, [100 / 3, 100 / 3, 100 / 3])).toEqual([34, 33, 33]);
  });

  test('parts sum to the whole and stay within one unit of their share, negative ones too', () => {
    const weights = fc.array(fc.double({ min: -3, max: 5, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (whole, raw) => {
        const sum = raw.reduce((total, weight) => total + weight, 0);
        fc.pre(Math.abs(sum) > 1);
        const shares = raw.map((weight) => (weight / sum) * whole);
        const parts = apportion(whole, shares);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(whole);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (shares[index] ?? 0))).toBeLessThanOrEqual(1.001);
        });
      }),
    );
  });
});
