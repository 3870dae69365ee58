import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { datedRates, inDollars } from '../../../shared/finance/performance/in-dollars.ts';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { StatedTransaction } from '../../../shared/schemas/portfolio.ts';

const AS_OF = '2025-06-30';
const rate = (asOf: string, value: string) => ({ from: 'EUR', to: 'USD', rate: value, asOf });
const RATES = [
  rate('2024-01-02', '1.10'),
  rate('2024-01-03', '1.09'),
  rate('2024-07-01', '1.07'),
  rate('2024-12-30', '1.04'),
  rate('2025-06-30', '1.17'),
];
const SAP: [string, number][] = [
  ['2024-01-03', 150],
  ['2024-07-01', 190],
  ['2024-12-30', 235],
  ['2025-06-30', 260],
];
const VTI: [string, number][] = [
  ['2024-01-03', 240],
  ['2024-12-30', 290],
  ['2025-06-30', 300],
];

const mixed: StatedTransaction[] = [
  { account: 'Mix', date: '2024-01-02', kind: 'deposit', amount: '10000' },
  { account: 'Mix', date: '2024-01-03', kind: 'buy', symbol: 'VTI', quantity: '20', price: '240' },
  { account: 'Mix', date: '2024-01-03', kind: 'buy', symbol: 'SAP.DE', quantity: '30', price: '150', currency: 'EUR' },
  { account: 'Mix', date: '2024-12-30', kind: 'deposit', amount: '1000' },
];
const euro: StatedTransaction[] = [
  { account: 'Euro', date: '2024-01-02', kind: 'deposit', amount: '10000', currency: 'EUR' },
  {
    ...{ account: 'Euro', date: '2024-01-03', kind: 'buy', symbol: 'SAP.DE', quantity: '50', price: '150' },
    ...{ amount: '-7510', currency: 'EUR' },
  },
  { account: 'Euro', date: '2024-07-01', kind: 'dividend', symbol: 'SAP.DE', amount: '110', currency: 'EUR' },
  { account: 'Euro', date: '2024-12-30', kind: 'withdrawal', amount: '500', currency: 'EUR' },
];

function measured(transactions: readonly StatedTransaction[], rates = RATES, sap = SAP) {
  const rateOn = datedRates(rates);
  const prices = new Map([
    ['VTI', VTI.map(([date, price]) => ({ date, price }))],
    [
      'SAP.DE',
      sap.flatMap(([date, price]) => {
        const known = rateOn('EUR', date);
        return known === null ? [] : [{ date, price: price * known }];
      }),
    ],
    ['EUR/USD', rates.map(({ asOf, rate: value }) => ({ date: asOf, price: Number(value) }))],
  ]);
  return performanceOf({
    transactions: inDollars(transactions, rateOn).map(({ account, quantity, price, amount, ...one }) => ({
      ...one,
      accountName: account,
      ...(quantity !== undefined && { quantity: Number(quantity) }),
      ...(price !== undefined && { price: Number(price) }),
      ...(amount !== undefined && { amount: Number(amount) }),
    })),
    prices,
    currencies: new Map([['SAP.DE', 'EUR']]),
    asOf: AS_OF,
  });
}

describe('transactions in another currency', () => {
  test('a purchase in euros beside one in dollars is part of the return, and so is the debt in euros that paid it', () => {
    // By hand: 10,000; before the deposit 5,200 - 4,500 EUR + 30 SAP + 20 VTI = 13,652; then 14,652 becomes 16,061.
    const { whole } = measured(mixed);
    expect(whole.timeWeighted?.total).toBeCloseTo(1.3652 * (16_061 / 14_652) - 1, 6);
    expect(whole.timeWeighted?.total).toBeCloseTo(0.496, 3);
  });

  test('an account all in euros has the return of its euros and of the euro', () => {
    const { whole } = measured(euro);
    const before = (2600 + 50 * 235) * 1.04;
    const after = (2100 + 50 * 235) * 1.04;
    const growth = (before / 11_000) * (((2100 + 50 * 260) * 1.17) / after);
    expect(whole.timeWeighted?.total).toBeCloseTo(growth - 1, 6);
    expect(whole.timeWeighted?.total).toBeCloseTo(0.664, 3);
    expect(whole.moneyWeighted).toMatchObject({ kind: 'root', rate: expect.closeTo(0.405, 3) });
  });

  test('without a rate by the day no return is stated, of the account nor of the whole, and it is said why', () => {
    const dollars: StatedTransaction[] = [
      { account: 'Other', date: '2024-01-02', kind: 'deposit', amount: '5000' },
      { account: 'Other', date: '2024-01-03', kind: 'buy', symbol: 'VTI', quantity: '20', price: '240' },
    ];
    for (const rates of [[], RATES.slice(2)]) {
      const { whole, accounts } = measured([...euro, ...dollars], rates);
      const [own, other] = ['Euro', 'Other'].map((name) => accounts.find((one) => one.accountName === name));
      for (const one of [whole, own]) {
        expect(one).toMatchObject({ timeWeighted: null, moneyWeighted: null, modifiedDietz: null, drawdown: null });
        expect(one?.missing).toContain('no exchange rate EUR/USD');
      }
      expect(other?.timeWeighted?.total).toBeCloseTo(0.24, 2);
    }
    // Paid in and spent on one day: nothing is left of the euros, and they were worth something unknown all the same.
    const spent = euro
      .slice(0, 2)
      .map((one) => ({ ...one, date: '2024-01-03', ...(one.kind === 'deposit' && { amount: '7510' }) }));
    expect(measured(spent, RATES.slice(2)).whole.missing).toContain('no exchange rate EUR/USD');
  });

  test('the last price follows the rate between two prices', () => {
    const late = [
      ...euro,
      { account: 'Euro', date: '2025-01-15', kind: 'deposit', amount: '100', currency: 'EUR' } as const,
    ];
    const rates = [...RATES, rate('2025-01-10', '1.02')].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    const growth =
      ((14_350 * 1.04) / 11_000) * ((13_850 * 1.02) / (13_850 * 1.04)) * ((15_200 * 1.17) / (13_950 * 1.02));
    expect(measured(late, rates).whole.timeWeighted?.total).toBeCloseTo(growth - 1, 6);
  });

  test('with a rate that never moves the return is the one in euros, whatever the rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 400 }), (percent) => {
        const still = RATES.map((one) => ({ ...one, rate: String(percent / 100) }));
        const total = (14_350 / 10_000) * (15_100 / 13_850) - 1;
        expect(measured(euro, still).whole.timeWeighted?.total).toBeCloseTo(total, 4);
      }),
      { numRuns: 30 },
    );
  });

  test('pence are hundredths of pounds, and a rate may be stated the other way round', () => {
    const rateOn = datedRates([{ from: 'USD', to: 'GBP', rate: '0.8', asOf: '2024-01-01' }]);
    expect(rateOn('GBP', '2024-01-02')).toBeCloseTo(1.25, 12);
    expect(rateOn('GBX', '2024-01-02')).toBeCloseTo(0.0125, 12);
    expect(rateOn('GBP', '2023-12-31')).toBeNull();
  });
});
