// Returns that would end at a price of long ago: they end where prices end, or there is none.
import { describe, expect, test } from '@jest/globals';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';

const buy = (symbol: string, date: string, quantity: number, price: number, accountName = 'A'): Transaction => ({
  ...{ date, accountName, kind: 'buy', symbol, quantity, price },
});
const closes = (from: string, prices: readonly number[]) =>
  prices.map((price, at) => ({
    date: new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10),
    price,
  }));
const ASOF = '2026-11-21';
const of = (transactions: readonly Transaction[], prices: Parameters<typeof performanceOf>[0]['prices'] = new Map()) =>
  performanceOf({ transactions, prices, asOf: ASOF });

describe('a value at an old price is no return to today', () => {
  test('of one purchase that nothing was quoted of since no return is told, and why', () => {
    const { whole, accounts } = of([
      { date: '2020-01-02', accountName: 'A', kind: 'deposit', amount: 50_000 },
      buy('VTI', '2020-01-02', 300, 165),
    ]);
    expect(whole).toMatchObject({ timeWeighted: null, moneyWeighted: null, modifiedDietz: null, risk: null });
    expect(whole.pricedTo).toBeUndefined();
    expect(whole.growth).toBeUndefined();
    expect(whole.missing).toContain('the value is at old prices (VTI)');
    expect(accounts[0]?.missing).toBe(whole.missing);
  });

  test('of holdings whose only prices are their own purchases, years apart, none is told either', () => {
    const { whole } = of([buy('VTI', '2021-01-04', 10, 200), buy('VXUS', '2022-05-03', 40, 50)]);
    expect(whole.timeWeighted).toBeNull();
    expect(whole.missing).toContain('(VTI, VXUS)');
  });

  test('it ends at the last price, as an analysis of that very day has it', () => {
    const prices = new Map([['VTI', closes('2021-03-01', [200, 230, 190, 210, 220])]]);
    const transactions = [buy('VTI', '2021-01-04', 10, 200)];
    const { whole } = of(transactions, prices);
    const { whole: then } = performanceOf({ transactions, prices, asOf: '2021-03-05' });
    expect(whole).toEqual({ ...then, pricedTo: '2021-03-05' });
    // 220 of 200, by hand.
    expect(whole.timeWeighted?.total).toBeCloseTo(0.1, 12);
    expect(whole.growth?.at(-1)?.date).toBe('2021-03-05');
  });

  test('a purchase every month is priced by the last of them, and what came after it is no month of nothing', () => {
    const { whole } = of([
      buy('VTI', '2025-10-01', 1, 100),
      buy('VTI', '2025-11-03', 1, 110),
      buy('VTI', '2025-12-01', 1, 121),
    ]);
    expect(whole).toMatchObject({ to: '2025-12-01', pricedTo: '2025-12-01' });
    expect(whole.timeWeighted?.total).toBeCloseTo(0.21, 12);
  });

  test('a price of within a week is near, one of eight days before is not', () => {
    const last = (date: string) =>
      of([buy('VTI', '2026-01-05', 1, 100)], new Map([['VTI', [{ date, price: 120 }]]])).whole;
    expect(last('2026-11-14')).toMatchObject({ to: ASOF, timeWeighted: { total: expect.closeTo(0.2, 12) } });
    expect(last('2026-11-14').pricedTo).toBeUndefined();
    expect(last('2026-11-13')).toMatchObject({ to: '2026-11-13', pricedTo: '2026-11-13' });
  });

  test('a twentieth at an old price keeps no return from being told; more does', () => {
    const prices = new Map([['VTI', [{ date: '2026-11-20', price: 100 }]]]);
    const beside = (quantity: number) =>
      of([buy('VTI', '2026-01-05', 95, 100), buy('OLD', '2026-01-05', quantity, 1)], prices).whole;
    expect(beside(500).timeWeighted?.total).toBeCloseTo(0, 12);
    expect(beside(501).timeWeighted).toBeNull();
  });

  test('one account with old prices ends the whole where it ends, and no other account', () => {
    const prices = new Map([
      [
        'VTI',
        closes(
          '2026-11-01',
          Array.from({ length: 20 }, (_, at) => 100 + at),
        ),
      ],
      ['OLD', [{ date: '2026-11-03', price: 60 }]],
    ]);
    const { whole, accounts } = of(
      [buy('VTI', '2026-10-30', 10, 100, 'A'), buy('OLD', '2026-10-30', 10, 50, 'B')],
      prices,
    );
    expect(whole).toMatchObject({ pricedTo: '2026-11-10' });
    expect(accounts.map(({ pricedTo }) => pricedTo)).toEqual([undefined, '2026-11-03']);
  });

  test('a deposit in another account is no price of what nobody quoted', () => {
    const { whole } = of([
      buy('VTI', '2020-01-02', 10, 100, 'A'),
      { date: '2026-11-20', accountName: 'B', kind: 'deposit', amount: 10 },
    ]);
    expect(whole.timeWeighted).toBeNull();
  });

  test('a new exchange rate makes no old price a new one', () => {
    const { whole } = performanceOf({
      transactions: [buy('SAP', '2020-01-02', 10, 100)],
      prices: new Map([['SAP', [{ date: '2021-01-04', price: 110 }]]]),
      currencies: new Map([['SAP', 'EUR']]),
      stated: new Map([
        ['SAP', { price: 130, asOf: '2022-01-03' }],
        ['EUR/USD', { price: 1.1, asOf: '2026-11-20' }],
      ]),
      asOf: ASOF,
    });
    expect(whole.pricedTo).not.toBe(ASOF);
    expect(whole.to).toBe('2021-01-04');
  });

  test('what was sold before is measured to the end: nothing is held then', () => {
    const { whole } = of([buy('VTI', '2020-01-02', 10, 100), { ...buy('VTI', '2023-01-03', 10, 150), kind: 'sell' }]);
    expect(whole.timeWeighted?.total).toBeCloseTo(0.5, 12);
    expect(whole.pricedTo).toBeUndefined();
  });
});
