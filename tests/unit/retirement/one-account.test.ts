import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { accountLedger, runAccounts } from '../../../shared/finance/retirement/ledger/accounts.ts';
import type { PathMarket } from '../../../shared/finance/retirement/ledger/accounts.ts';
import { isOneAccount, runOneAccount } from '../../../shared/finance/retirement/ledger/one-account.ts';
import { emptyTrace } from '../../../shared/finance/retirement/ledger/trace.ts';
import { aPlan } from './a-plan.ts';

const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });

/** One or two people, other income in money of today or of the day, saving, a goal, tax on withdrawals. */
const plans = fc
  .record({
    ages: fc.array(fc.integer({ min: 30, max: 80 }), { minLength: 1, maxLength: 2 }),
    work: fc.integer({ min: 0, max: 30 }),
    balance: amount(3e6),
    spent: amount(200_000),
    saved: amount(50_000),
    income: amount(60_000),
    benefits: fc.array(amount(40_000), { minLength: 1, maxLength: 2 }),
    indexed: fc.boolean(),
    deferred: fc.boolean(),
    timing: fc.constantFrom('start' as const, 'end' as const),
    goal: amount(100_000),
    inflation: fc.double({ min: -0.01, max: 0.1, noNaN: true }),
    fee: fc.double({ min: 0, max: 0.02, noNaN: true }),
  })
  .map((one): Partial<PlanInput> => {
    const people = one.ages.map((age) => ({ age, retireAt: Math.min(110, age + one.work) }));
    const [first = 30] = one.ages;
    return {
      people,
      accounts: [
        {
          name: 'all',
          type: one.deferred ? 'tax_deferred' : 'tax_free',
          balance: one.balance,
          taxRate: one.deferred ? 0.2 : 0,
          fee: one.fee,
        },
      ],
      savings: [{ owner: 0, amount: one.saved, timing: one.timing }],
      incomes: [
        {
          owner: 0,
          kind: 'pension',
          amount: one.income,
          from: first + one.work,
          basis: one.indexed ? 'real' : 'nominal',
        },
        ...one.benefits
          .slice(0, people.length)
          .map((benefit, owner) => ({ owner, kind: 'social_security' as const, amount: benefit, claimAt: 67 })),
      ],
      spending: { amount: one.spent, goals: [{ name: 'a goal', age: first + 3, amount: one.goal }] },
      market: {
        assets: [{ name: 'shares', weight: 1, mean: 0.07, volatility: 0.15 }],
        inflation: { mean: one.inflation },
      },
    };
  });

describe('the ledger of one account', () => {
  test('has not the same bits as the ledger of many, on some path of some plan', () => {
    fc.assert(
      fc.property(
        plans,
        fc.array(amount(2), { minLength: 120, maxLength: 120 }),
        fc.nat(90),
        (change, growth, lived) => {
          const compiled = compile(aPlan(change));
          const [one, many] = [accountLedger(compiled), accountLedger(compiled)];
          expect(isOneAccount(one)).toBe(true);
          const { steps } = compiled;
          const lives = {
            together: Int32Array.of(Math.min(steps, Math.max(1, lived))),
            end: Int32Array.of(steps),
            survivor: Uint8Array.of(1 + (lived % 2)),
          };
          const market: PathMarket = {
            growth: Float64Array.from({ length: steps }, (_, step) => growth[step % growth.length] ?? 1),
            ...{ from: 0, prices: null, pricesFrom: 0, columns: 1 },
          };
          const traces = [emptyTrace(steps, 1), emptyTrace(steps, 1)] as const;
          const first = { ...runOneAccount(one, market, lives, 0, traces[0]) };
          const other = { ...runAccounts(many, market, lives, 0, traces[1]) };
          expect(first).toEqual(other);
          expect(traces[0]).toEqual(traces[1]);
        },
      ),
    );
  });

  test.each<[string, Partial<PlanInput>]>([
    ['two accounts', { accounts: [1, 2].map((at) => ({ name: `${at}`, type: 'tax_free', balance: 1000 })) }],
    ['tax on returns', { accounts: [{ name: 'a', type: 'taxable', balance: 1000, taxRate: 0.2 }] }],
    ['spending at the end of a year', { spending: { amount: 10, timing: 'end' } }],
    ['monthly steps', { simulation: { paths: 1, seed: 1, stepsPerYear: 12 } }],
    ['a percentage of the balance', { spending: { amount: 10, rule: { rule: 'percentage', rate: 0.04 } } }],
    ['dollars of the first year', { spending: { amount: 10, rule: { rule: 'constant_nominal' } } }],
    [
      'inflation that varies',
      {
        market: {
          assets: [{ name: 'shares', weight: 1, mean: 0.07, volatility: 0.15 }],
          inflation: { mean: 0.02, volatility: 0.01 },
        },
      },
    ],
  ])('is taken for a plan with %s', (_, change) => {
    expect(isOneAccount(accountLedger(compile(aPlan(change))))).toBe(false);
  });
});
