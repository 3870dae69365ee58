import { describe, expect, test } from '@jest/globals';
import { schedule } from '../../../shared/finance/retirement/compile/schedule.ts';
import { projectPlan, runSlice } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { claimingFactor } from '../../../shared/finance/retirement/social-security.ts';
import { guardrailSpending } from '../../../shared/finance/retirement/spending/guardrails.ts';
import type { Guardrails, GuardrailYear } from '../../../shared/finance/retirement/spending/guardrails.ts';
import { stillToPay } from '../../../shared/finance/retirement/spending/still-to-pay.ts';
import { variablePercentage } from '../../../shared/finance/retirement/spending/variable-percentage.ts';
import { aPlan } from './a-plan.ts';
import { vectors } from './vectors.ts';

describe('Guyton-Klinger guardrails', () => {
  const two: Guardrails = {
    initialRate: 0.04,
    band: 0.2,
    step: 0.1,
    noCutYears: 15,
    floor: 0,
    ceiling: Infinity,
    withdrawalRule: false,
    inflationCap: Infinity,
  };
  const year = (balance: number, change: Partial<GuardrailYear> = {}): GuardrailYear => ({
    spending: 40_000,
    withdrawn: 40_000,
    balance,
    inflation: 1,
    growth: 1.05,
    yearsLeft: 20,
    ...change,
  });
  // Rules: Guyton & Klinger, Journal of Financial Planning, March 2006. Figures: the spending tests of the open cFIREsim
  // calculator: 40,000 of 1,000,000 over 30 years, in the money of the day; ours are in today's money.
  test.each(vectors.guytonKlinger.cases)(
    'balance $balance, prices x $cpi',
    ({ balance, cpi, spending, floor = 0, yearIndex = 1 }) => {
      const real = guardrailSpending(
        { ...two, floor },
        year(balance / cpi, { inflation: cpi, yearsLeft: 30 - yearIndex }),
      );
      expect(real * cpi).toBeCloseTo(spending, 6);
    },
  );
  test('the lower rail raises, and the ceiling holds', () => {
    expect(guardrailSpending(two, year(1_300_000))).toBeCloseTo(44_000, 8);
    expect(guardrailSpending({ ...two, ceiling: 42_000 }, year(1_300_000))).toBe(42_000);
  });
  test('other income is spent beside what the rules cut or raise', () => {
    const beside = { spending: 70_000, withdrawn: 40_000 };
    expect(guardrailSpending(two, year(1_300_000, beside))).toBeCloseTo(74_000, 8);
    expect(guardrailSpending(two, year(700_000, beside))).toBeCloseTo(66_000, 8);
  });
  test('the withdrawal rule leaves out the raise after a losing year, unless the rate is below the first', () => {
    const rules = { ...two, withdrawalRule: true };
    const lost = { growth: 0.97, inflation: 1.05 };
    // 40,000 again in the money of the day; 952,381 is 1,000,000 before 5 % of inflation.
    expect(1.05 * guardrailSpending(rules, year(900_000, lost))).toBeCloseTo(40_000, 8);
    expect(guardrailSpending(rules, year(1_100_000, lost))).toBe(40_000);
    expect(guardrailSpending(rules, year(900_000, { ...lost, growth: 1.01 }))).toBe(40_000);
    expect(guardrailSpending(rules, year(900_000, { ...lost, inflation: 0.98 }))).toBe(40_000);
  });
  test('the inflation rule follows six per cent of what is more', () => {
    const rules = { ...two, inflationCap: 0.06 };
    expect(1.1 * guardrailSpending(rules, year(1_000_000, { inflation: 1.1 }))).toBeCloseTo(42_400, 8);
    expect(guardrailSpending(rules, year(1_000_000, { inflation: 1.05 }))).toBe(40_000);
  });
});

describe('what is still to pay', () => {
  const years = 30;
  /** Averages from today over thirty years at 2 %, of income from year `from` on, as a pension from that age. */
  const averages = (from: number, perYear: 1 | 12 = 1, basis: 'real' | 'nominal' = 'real') => {
    const plan = aPlan({
      incomes: [{ kind: 'pension', amount: 12_000, from: 65 + from, basis }],
      simulation: { stepsPerYear: perYear },
    });
    const inflation = 1.03 ** (1 / perYear);
    return stillToPay(schedule(plan, years * perYear), { perYear, horizon: years * perYear, rate: 0.02, inflation });
  };
  const annuity = (n: number, rate: number) => (1 - (1 + rate) ** -n) / (1 - 1 / (1 + rate));

  test('is, of a level income, that income, whatever the years and steps', () => {
    for (const perYear of [1, 12] as const) {
      const { real, share } = averages(0, perYear);
      for (const at of [0, 7, 29]) {
        expect(real[at * perYear]).toBeCloseTo(12_000, 6);
        expect(share[at * perYear]).toBeCloseTo(1, 12);
      }
    }
  });
  test('is, of an income to come, the annuity of the same worth, and less of one in dollars', () => {
    // A deferred annuity due: v^8 of one over 22 years, against one over 30. Kellison (2009), section 3.3.
    const later = 12_000 * 1.02 ** -8 * (annuity(22, 0.02) / annuity(30, 0.02));
    expect(averages(8).real[0]).toBeCloseTo(later, 6);
    expect(averages(8).real[8]).toBeCloseTo(12_000, 6);
    const dollars = 12_000 * (annuity(30, 1.02 * 1.03 - 1) / annuity(30, 0.02));
    expect(averages(0, 1, 'nominal').nominal[0]).toBeCloseTo(dollars, 6);
  });
});

describe('guardrails beside income', () => {
  const rule = { rule: 'guyton_klinger' } as const;
  const people = [{ age: 62, retireAt: 62 }];
  const market: PlanInput['market'] = {
    assets: [
      { name: 'equity', weight: 0.6 },
      { name: 'fixed_income', weight: 0.4 },
    ],
  };
  const success = (change: Partial<PlanInput>): number => {
    const plan = aPlan({ people, market, simulation: { paths: 2_000, seed: 4 }, ...change });
    const { ruin } = runSlice({ plans: [plan], paths: 2_000, record: false }, 0, 2_000);
    return ruin.filter((step) => step < 0).length / 2_000;
  };

  test.each([
    ['from the start', { kind: 'pension', amount: 36_000, from: 62 }],
    ['from 66', { kind: 'pension', amount: 36_000, from: 66 }],
    ['from 70', { kind: 'pension', amount: 36_000, from: 70 }],
    ['from 75', { kind: 'pension', amount: 36_000, from: 75 }],
    ['in dollars, from 70', { kind: 'pension', amount: 45_000, from: 70, basis: 'nominal' }],
    ['until 75', { kind: 'pension', amount: 50_000, from: 62, to: 75 }],
  ] as const)('%s, they are no less safe than spending as much whatever happens', (_, income) => {
    const at = (given: PlanInput['spending']['rule']) =>
      success({ incomes: [income], spending: { amount: 60_000, ...(given && { rule: given }) } });
    expect(at(rule)).toBeGreaterThanOrEqual(at({ rule: 'constant_real' }));
  });

  test('income that begins later is no reason to raise spending when it does', () => {
    // The accounts earn what income is spread at, and last to the end exactly: nothing has got better.
    const bridge = Array.from({ length: 8 }, (_, year) => 36_000 / 1.02 ** year).reduce((sum, one) => sum + one, 0);
    const rest = Array.from({ length: 33 }, (_, year) => 24_000 / 1.02 ** year).reduce((sum, one) => sum + one, 0);
    const answer = projectPlan(
      aPlan({
        people,
        accounts: [{ name: 'a', type: 'tax_free', balance: bridge + rest }],
        incomes: [{ kind: 'pension', amount: 36_000, from: 70 }],
        spending: { amount: 60_000, rule: { ...rule, noCutYears: 33 } },
        market: { assets: [{ name: 'a', weight: 1, mean: 0.02, volatility: 0 }], inflation: { mean: 0 } },
        simulation: { paths: 1 },
      }),
    );
    expect(answer.spending.p50.slice(0, 33).every((amount) => Math.abs(amount - 60_000) < 1e-6)).toBe(true);
    expect(answer.balance.p50.at(-1)).toBeCloseTo(0, 3);
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
