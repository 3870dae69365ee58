// An account that was empty for a time: that time is no return, and no part of a year.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';

const buy = (date: string, quantity: number, price: number): Transaction[] => [
  { date, accountName: 'A', kind: 'deposit', amount: quantity * price },
  { date, accountName: 'A', kind: 'buy', symbol: 'VTI', quantity, price },
];
const leave = (date: string, quantity: number, price: number): Transaction[] => [
  { date, accountName: 'A', kind: 'sell', symbol: 'VTI', quantity, price },
  { date, accountName: 'A', kind: 'withdrawal', amount: quantity * price },
];
const measured = (transactions: readonly Transaction[], asOf: string, last?: number) =>
  performanceOf({
    transactions,
    prices: new Map(last === undefined ? [] : [['VTI', [{ date: asOf, price: last }]]]),
    asOf,
  }).whole;

describe('time without money', () => {
  /** 368 days at +130%, a year with nothing, 149 days at nothing, and then nothing to the end. */
  const transactions = [
    ...buy('2020-01-02', 10, 100),
    ...leave('2021-01-04', 10, 230),
    ...buy('2022-01-03', 6.6, 200),
    ...leave('2022-06-01', 6.6, 200),
  ];

  test('does not count to the year, and is stated', () => {
    const { timeWeighted, moneyWeighted } = measured(transactions, '2022-12-31');
    expect(timeWeighted).toMatchObject({ days: 517, gapDays: 1094 - 517 });
    expect(timeWeighted?.total).toBeCloseTo(1.3, 12);
    expect(timeWeighted?.annualized).toBeCloseTo(2.3 ** (365 / 517) - 1, 12);
    if (moneyWeighted?.kind !== 'root') throw new Error('there is a rate');
    expect(moneyWeighted.total).toBeCloseTo((1 + moneyWeighted.rate) ** (517 / 365) - 1, 9);
  });

  test('leaves too little for a yearly figure where money was there for less than a year, however long ago it began', () => {
    const short = [...buy('2020-01-02', 10, 100), ...leave('2020-07-01', 10, 110)];
    expect(measured(short, '2025-01-02').timeWeighted).toMatchObject({ annualized: null, days: 181 });
  });

  test('that never was changes nothing', () => {
    const always = measured(buy('2020-01-02', 10, 100), '2022-01-01', 100).timeWeighted;
    expect(always).toEqual({ total: 0, annualized: 0, days: 730, estimatedDays: 0 });
  });

  test('however long it is, the figures are those of the time with money', () => {
    const price = fc.integer({ min: 20, max: 400 });
    fc.assert(
      fc.property(price, price, price, price, fc.integer({ min: 1, max: 3000 }), (a, b, c, d, gap) => {
        const back = new Date(Date.UTC(2021, 0, 4) + gap * 86_400_000).toISOString().slice(0, 10);
        const end = new Date(Date.UTC(2021, 0, 4) + (gap + 300) * 86_400_000).toISOString().slice(0, 10);
        const list = [
          ...buy('2020-01-02', 10, a),
          ...leave('2021-01-04', 10, b),
          ...buy(back, 5, c),
          ...leave(end, 5, d),
        ];
        const result = measured(list, end).timeWeighted;
        expect(result).toMatchObject({ days: 368 + 300, gapDays: gap });
        expect(result?.annualized).toBeCloseTo(((b / a) * (d / c)) ** (365 / 668) - 1, 9);
      }),
    );
  });

  test('is a fact of its own, and in the words of the yearly return', () => {
    const history = { transactions, prices: new Map() };
    const given = { asOf: '2022-12-31', baseCurrency: 'USD', lines: [], instruments: new Map(), history, seed: 1 };
    const facts = factsOf(analyze(given));
    const value = (name: string) => facts.find((fact) => fact.name === name);
    expect(value('performance.whole.timeWeighted.gapDays')?.value).toBe(577);
    expect(value('performance.whole.timeWeighted.annualized')?.label).toContain('while there was money in it');
  });
});
