import { describe, expect, test } from '@jest/globals';
import { claimingFactor } from '../../../shared/finance/retirement/social-security.ts';
import { guardrailSpending } from '../../../shared/finance/retirement/spending/guardrails.ts';
import { variablePercentage } from '../../../shared/finance/retirement/spending/variable-percentage.ts';
import { vectors } from './vectors.ts';

describe('Guyton-Klinger guardrails', () => {
  // Rules: Guyton & Klinger, Journal of Financial Planning, March 2006. Figures: the spending tests of the open cFIREsim
  // calculator: 40,000 of 1,000,000 over 30 years, in the money of the day; ours are in today's money.
  test.each(vectors.guytonKlinger.cases)(
    'balance $balance, prices x $cpi',
    ({ balance, cpi, spending, floor = 0, yearIndex = 1 }) => {
      const rules = { initialRate: 0.04, band: 0.2, step: 0.1, noCutYears: 15, floor, ceiling: Infinity };
      const real = guardrailSpending(rules, 40_000, 40_000, balance / cpi, cpi, 30 - yearIndex);
      expect(real * cpi).toBeCloseTo(spending, 6);
    },
  );
  test('the lower rail raises, and the ceiling holds', () => {
    const rules = { initialRate: 0.04, band: 0.2, step: 0.1, noCutYears: 15, floor: 0, ceiling: Infinity };
    expect(guardrailSpending(rules, 40_000, 40_000, 1_300_000, 1, 20)).toBeCloseTo(44_000, 8);
    expect(guardrailSpending({ ...rules, ceiling: 42_000 }, 40_000, 40_000, 1_300_000, 1, 20)).toBe(42_000);
  });
});

describe('variable percentage withdrawal', () => {
  test('is the payment of an annuity due, which uses the balance up exactly', () => {
    let balance = 100;
    const payments: number[] = [];
    for (let left = 25; left >= 1; left--) {
      const payment = balance * variablePercentage(0.03, left);
      payments.push(payment);
      balance = (balance - payment) * 1.03;
    }
    expect(balance).toBeCloseTo(0, 10);
    for (const payment of payments) expect(payment).toBeCloseTo(payments[0] ?? NaN, 10);
    // PMT(3 %, 25, -100, 0, 1) of a spreadsheet.
    expect(payments[0]).toBeCloseTo(5.57552, 5);
  });
  test('at no return it is one over the years', () => {
    expect(variablePercentage(0, 40)).toBeCloseTo(1 / 40, 12);
    expect(variablePercentage(0.03, 0.5)).toBe(1);
  });
});

// US Social Security Administration, full retirement age 67.
test.each(Object.entries(vectors.socialSecurityClaimingFactors.byClaimingAge))(
  'claiming at %s pays %p',
  (age, factor) => {
    expect(claimingFactor(Number(age))).toBeCloseTo(factor, 6);
  },
);
test('claiming between birthdays counts whole months', () => {
  expect(claimingFactor(66.5)).toBeCloseTo(1 - (6 * 5) / 900, 12);
  expect(claimingFactor(67.25)).toBeCloseTo(1.02, 12);
});
