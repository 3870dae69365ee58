// A money market fund at 1.00 was told as an old price, and its account's return as "0%, and may be quite another today".
import { describe, expect, test } from '@jest/globals';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';
import { line } from './portfolios.ts';

const instruments = new Map(referenceInstruments.map((one) => [one.symbol, one]));
const asOf = '2026-11-20';
const of = (account: string, transactions: Omit<Transaction, 'accountName'>[]) =>
  transactions.map((one) => ({ ...one, accountName: account }));
const old = (symbol: string, quantity: number, price: number) => ({ ...line(symbol, quantity, price), priceAsOf: '2026-09-01' }); // prettier-ignore

describe('a money market fund at 1.00', () => {
  test('is at no old price, and any other fund of that day is', () => {
    const { stale, holdings } = analyze({ asOf, baseCurrency: 'USD', lines: [old('VMFXX', 5000, 1), old('VTI', 10, 300)], instruments, seed: 1, paths: 50 }); // prettier-ignore
    expect(stale.map(({ symbol }) => symbol)).toEqual(['VTI']);
    expect(holdings.find(({ symbol }) => symbol === 'VMFXX')?.stale).toBe(false);
  });

  test('off 1.00 is no such fund', () => {
    const { stale } = analyze({ asOf, baseCurrency: 'USD', lines: [old('VMFXX', 5000, 1.02)], instruments, seed: 1, paths: 50 }); // prettier-ignore
    expect(stale.map(({ symbol }) => symbol)).toEqual(['VMFXX']);
  });

  test('has returned what it paid, to the last day', () => {
    const transactions = of('Cash reserve', [
      { date: '2025-11-20', kind: 'deposit', amount: 10_000 },
      { date: '2025-11-20', kind: 'buy', symbol: 'VMFXX', quantity: 10_000, price: 1 },
      { date: '2026-06-30', kind: 'dividend', symbol: 'VMFXX', amount: 400 },
    ]);
    const { performance } = analyze({
      ...{ asOf, baseCurrency: 'USD', lines: [old('VMFXX', 10_000, 1)], instruments, seed: 1, paths: 50 },
      history: { transactions, prices: new Map() },
    });
    expect(performance?.whole.timeWeighted?.total).toBeCloseTo(0.04, 9);
    expect(performance?.whole.to).toBe(asOf);
  });
}); // prettier-ignore

test('a money market fund at 1.00 whose cost is not known has no gain that could be open', () => {
  const at = (price: number) =>
    analyze({
      ...{ asOf, baseCurrency: 'USD', instruments, seed: 1, paths: 50 },
      lines: [old('VMFXX', 90_000, price), { ...old('VTI', 30, 300), costBasis: 4000 }],
      goals: { age: 60, retireAt: 65, lifeExpectancy: 90, income: 3000, contribute: 0 },
      targets: { assetClasses: { equity: 0.5, cash: 0.5 } },
    });
  const plan = at(1).rebalancing;
  expect(plan?.trades.find(({ symbol }) => symbol === 'VMFXX')?.gain).toBe(0);
  expect(plan?.taxableSales?.costUnknown).toEqual([]);
  expect(at(1).retirement?.untaxedGain).toMatchObject({ value: 5000, coverage: 1 });
  expect(at(1.02).retirement?.untaxedGain?.coverage).toBeLessThan(0.5);
});
