import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';
import { performance as performanceSchema } from '../../../shared/schemas/performance.ts';

const at = (date: string, kind: Transaction['kind'], more: Partial<Transaction> = {}): Transaction => ({
  date,
  accountName: 'Main',
  kind,
  ...more,
});
const quarterly = (number: number, year: string, month: string): Transaction =>
  at(`${year}-${month}-04`, 'buy', { symbol: 'RARE', quantity: 10, price: 10 + (number % 5) });
const prices = new Map([
  [
    'A',
    [
      { date: '2024-01-02', price: 10 },
      { date: '2024-07-01', price: 12 },
      { date: '2025-01-02', price: 15 },
    ],
  ],
  [
    'B',
    [
      { date: '2024-01-02', price: 100 },
      { date: '2025-01-02', price: 90 },
    ],
  ],
]);
const of = (transactions: readonly Transaction[], asOf = '2025-01-02') =>
  performanceSchema.parse(performanceOf({ transactions, prices, asOf }));

describe('performance from transactions and prices', () => {
  test('with deposits recorded, cash drags; a deposit is no gain', () => {
    const { whole } = of([
      at('2024-01-02', 'deposit', { amount: 1000 }),
      at('2024-01-02', 'buy', { symbol: 'A', quantity: 50, price: 10 }),
      at('2024-07-01', 'deposit', { amount: 400 }),
    ]);
    // 1,000 -> 1,100, then 400 are added, and 1,500 -> 1,650.
    expect(whole.cash).toBe('tracked');
    expect(whole.timeWeighted?.total).toBeCloseTo((1100 / 1000) * (1650 / 1500) - 1, 12);
    expect(whole.missing).toContain('valued on 3 days only');
  });

  test('without deposits recorded, purchases are what was paid in', () => {
    const { whole } = of([
      at('2024-01-02', 'buy', { symbol: 'A', quantity: 50, price: 10 }),
      at('2024-07-01', 'buy', { symbol: 'A', quantity: 50, price: 12 }),
    ]);
    expect(whole.cash).toBe('implied');
    expect(whole.moneyWeighted?.kind).toBe('root');
    expect(whole.timeWeighted?.total).toBeCloseTo(15 / 10 - 1, 12);
  });

  test('a dividend is a return, a fee a loss', () => {
    const bought = at('2024-01-02', 'buy', { symbol: 'B', quantity: 10, price: 100 });
    const plain = of([bought]).whole.timeWeighted?.total ?? 0;
    expect(plain).toBeCloseTo(-0.1, 12);
    expect(
      of([bought, at('2025-01-02', 'dividend', { symbol: 'B', amount: 30 })]).whole.timeWeighted?.total,
    ).toBeCloseTo(-0.07, 12);
    const funded = [at('2024-01-02', 'deposit', { amount: 1000 }), bought];
    expect(of([...funded, at('2025-01-02', 'fee', { amount: 20 })]).whole.timeWeighted?.total).toBeCloseTo(-0.12, 12);
  });

  test('what happens on the first day is no gain later: a fee and a price above the close count', () => {
    // All that came is there again at the end, so nothing was earned, however it is measured.
    const { whole } = performanceOf({
      transactions: [
        at('2024-01-02', 'deposit', { amount: 600_000 }),
        at('2024-01-02', 'buy', { symbol: 'V', quantity: 10_000, price: 57 }),
        at('2024-01-02', 'fee', { amount: 30_000 }),
      ],
      prices: new Map([['V', [{ date: '2024-01-20', price: 60 }]]]),
      asOf: '2024-01-20',
    });
    expect(whole.timeWeighted?.total).toBeCloseTo(0, 12);
    expect(whole.modifiedDietz).toBeCloseTo(0, 12);
    expect(whole.moneyWeighted).toMatchObject({ kind: 'root' });
    expect(whole.drawdown?.depth ?? 0.05).toBeCloseTo(0.05, 12);
    expect(whole.growth?.map(({ date, value }) => [date, Math.round(value * 1e6) / 1e6])).toEqual([
      ['2024-01-01', 1],
      ['2024-01-02', 0.95],
      ['2024-01-20', 1],
    ]);
    const dear = at('2024-01-02', 'buy', { symbol: 'B', quantity: 10, price: 120 });
    expect(of([dear]).whole.timeWeighted?.total).toBeCloseTo(90 / 120 - 1, 12);
  });

  test('one purchase never sold has one return, whichever way it is measured', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 8, max: 28 }),
        (paid, close, last, date) => {
          const until = `2024-01-${date.toString().padStart(2, '0')}`;
          const { whole } = performanceOf({
            transactions: [at('2024-01-01', 'buy', { symbol: 'V', quantity: 7, price: paid })],
            prices: new Map([
              [
                'V',
                [
                  { date: '2024-01-01', price: close },
                  { date: until, price: last },
                ],
              ],
            ]),
            asOf: until,
          });
          const expected = last / paid - 1;
          const rate = whole.moneyWeighted?.kind === 'root' ? whole.moneyWeighted : undefined;
          for (const found of [whole.timeWeighted?.total, whole.modifiedDietz, rate?.total]) {
            expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(1e-9 * (1 + expected));
          }
        },
      ),
    );
  });

  test('a split without a quote of its day is taken for a fall or a gain until the next quote', () => {
    const transactions = [
      at('2024-01-02', 'deposit', { amount: 10_000 }),
      at('2024-01-02', 'buy', { symbol: 'A', quantity: 10, price: 400 }),
      at('2024-07-01', 'split', { symbol: 'A', quantity: 4 }),
    ];
    const prices = new Map([['A', [{ date: '2025-01-02', price: 120 }]]]);
    const { whole } = performanceOf({ transactions, prices, asOf: '2025-01-02' });
    expect(whole.timeWeighted?.total).toBeCloseTo(0.08, 12);
    // Valued on two days of a year, so no fall can be stated.
    expect(whole.drawdown).toBeNull();
  });

  test('prices of trade days alone hide the falls between them: neither fall nor risk is stated, and it is said why', () => {
    const trades = Array.from({ length: 24 }, (_, at) =>
      quarterly(at, (2019 + Math.floor(at / 4)).toString(), (1 + 3 * (at % 4)).toString().padStart(2, '0')),
    );
    const { whole } = performanceOf({ transactions: trades, prices: new Map(), asOf: '2025-01-02' });
    expect(whole.timeWeighted).not.toBeNull();
    expect(whole.moneyWeighted).not.toBeNull();
    expect([whole.drawdown, whole.risk]).toEqual([null, null]);
    expect(whole.pricedDays).toBe(24);
    expect(whole.missing).toContain('valued on 24 days only');
  });

  test('monthly prices are enough for risk, and cash alone is never valued too rarely', () => {
    const months = Array.from({ length: 25 }, (_, at) => ({
      date: `${2023 + Math.floor(at / 12)}-${((at % 12) + 1).toString().padStart(2, '0')}-02`,
      price: 10 + (at % 3),
    }));
    const bought = at('2023-01-02', 'buy', { symbol: 'M', quantity: 5, price: 10 });
    const { whole } = performanceOf({ transactions: [bought], prices: new Map([['M', months]]), asOf: '2025-01-02' });
    expect(whole.risk?.volatility).toBeGreaterThan(0);
    expect(whole.drawdown?.depth).toBeGreaterThan(0);
    expect(of([at('2020-01-02', 'deposit', { amount: 100 })]).whole.missing).toBeNull();
  });

  test('a split changes the shares, not the worth', () => {
    const split = new Map([
      [
        'A',
        [
          { date: '2024-01-02', price: 10 },
          { date: '2024-07-01', price: 5 },
          { date: '2025-01-02', price: 6 },
        ],
      ],
    ]);
    const { whole } = performanceOf({
      transactions: [
        at('2024-01-02', 'buy', { symbol: 'A', quantity: 50, price: 10 }),
        at('2024-07-01', 'split', { symbol: 'A', quantity: 2 }),
      ],
      prices: split,
      asOf: '2025-01-02',
    });
    expect(whole.timeWeighted?.total).toBeCloseTo(0.2, 12);
  });

  test('shares moved between own accounts are a flow of each and none of the whole', () => {
    const { whole, accounts } = of([
      at('2024-01-02', 'buy', { symbol: 'A', quantity: 50, price: 10 }),
      at('2024-07-01', 'transfer_out', { symbol: 'A', quantity: 50 }),
      at('2024-07-01', 'transfer_in', { accountName: 'IRA', symbol: 'A', quantity: 50, price: 12 }),
    ]);
    expect(whole.timeWeighted?.total).toBeCloseTo(0.5, 12);
    expect(accounts.map(({ accountName }) => accountName)).toEqual(['Main', 'IRA']);
    expect(accounts[0]?.timeWeighted?.total).toBeCloseTo(0.2, 12);
    expect(accounts[1]?.timeWeighted?.total).toBeCloseTo(0.25, 12);
  });

  test('what has no price gives no figure, and says which', () => {
    const { whole } = of([at('2024-01-02', 'transfer_in', { symbol: 'ZZZ', quantity: 1 })]);
    expect(whole.timeWeighted).toBeNull();
    expect(whole.missing).toContain('ZZZ');
  });

  test('nothing done is nothing measured', () => {
    expect(of([]).whole.missing).toContain('no transactions');
  });

  test('no NaN or Infinity, whatever was done', () => {
    const kinds = fc.constantFrom<Transaction['kind']>(
      'buy',
      'sell',
      'dividend',
      'interest',
      'fee',
      'deposit',
      'withdrawal',
      'split',
      'transfer_in',
      'transfer_out',
    );
    const some = fc.record({
      date: fc.constantFrom('2024-01-02', '2024-03-04', '2024-07-01', '2024-12-31', '2025-01-02'),
      accountName: fc.constantFrom('Main', 'IRA'),
      kind: kinds,
      symbol: fc.constantFrom('A', 'B', 'ZZZ'),
      quantity: fc.integer({ min: 1, max: 1000 }),
      price: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
      amount: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 15 }), (transactions) => void of(transactions)),
      { numRuns: 300 },
    );
  });
});

describe('a value that rests on another price than the newest close', () => {
  const days = Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(2025, 0, 2 + day)).toISOString().slice(0, 10));
  const asOf = days.at(-1) ?? '';
  const closes = days.map((date, at) => ({ date, price: 100 + at }));
  const bought = [
    at('2025-01-02', 'deposit', { amount: 1100 }),
    at('2025-01-02', 'buy', { symbol: 'T', quantity: 10, price: 100 }),
  ];
  const measured = (price: number, priceAsOf: string, quoted = closes) =>
    performanceSchema.parse(
      performanceOf({
        transactions: bought,
        prices: new Map([['T', quoted]]),
        asOf,
        stated: new Map([['T', { price, asOf: priceAsOf }]]),
      }),
    );

  test('the returns end at exactly the stated value, and the step to it is no fall and no volatility', () => {
    const own = measured(120, days.at(-4) ?? '');
    // 10 shares at 120, and 100 in cash.
    expect(own.whole.timeWeighted?.total).toBeCloseTo(1300 / 1100 - 1, 12);
    expect(own.whole.modifiedDietz).toBeCloseTo(1300 / 1100 - 1, 12);
    expect(own.whole.growth?.at(-1)?.value).toBeCloseTo(1300 / 1100, 12);
    const market = measured(159, asOf);
    expect(own.whole.drawdown).toEqual(market.whole.drawdown);
    expect(own.whole.risk).toEqual(market.whole.risk);
    expect(own.whole.pricedDays).toBe(market.whole.pricedDays);
    expect(own.closing).toEqual([
      { symbol: 'T', stated: { price: 120, asOf: days.at(-4) }, last: { price: 159, asOf } },
    ]);
    expect(own.accounts[0]?.timeWeighted).toEqual(own.whole.timeWeighted);
    expect(market.closing).toBeUndefined();
  });

  test('a stated price that is newer than all quotes is a quote as any other', () => {
    const newer = measured(150, asOf, closes.slice(0, -5));
    expect(newer.closing).toBeUndefined();
    expect(newer.whole.timeWeighted?.total).toBeCloseTo(1600 / 1100 - 1, 12);
    expect(newer.whole.drawdown?.depth).toBeGreaterThan(0);
  });

  test('an older stated price ends the returns too, whatever the prices', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 5000, noNaN: true }), fc.integer({ min: 0, max: 59 }), (price, back) => {
        const { whole } = measured(price, days[back] ?? asOf);
        expect(whole.timeWeighted?.total).toBeCloseTo((10 * price + 100) / 1100 - 1, 3);
      }),
    );
  });
});

describe('shares that another holding gave out (a spin-off)', () => {
  const bought = at('2024-01-02', 'buy', { symbol: 'GE', quantity: 10, price: 100 });
  const came = at('2024-04-02', 'buy', { symbol: 'GEV', quantity: 2, amount: 0 });
  const ge = [
    { date: '2024-04-01', price: 100 },
    { date: '2024-04-02', price: 80 },
    { date: '2025-01-02', price: 80 },
  ];
  const told = (gev: { date: string; price: number }[], more: readonly Transaction[] = []) =>
    performanceOf({
      transactions: [bought, came, ...more],
      prices: new Map([
        ['GE', ge],
        ['GEV', gev],
      ]),
      asOf: '2025-01-02',
    }).whole;
  const end = { date: '2025-01-02', price: 100 };

  test('are a return of what gave them, not money that was paid in', () => {
    const { timeWeighted, moneyWeighted } = told([{ date: '2024-04-02', price: 100 }, end]);
    expect(timeWeighted?.total).toBeCloseTo(0, 12);
    expect(moneyWeighted).toMatchObject({ kind: 'root', rate: expect.closeTo(0, 9) });
  });

  test('without a price of their day take no return with them: it is whole once they are quoted', () => {
    expect(told([end]).timeWeighted?.total).toBeCloseTo(0, 12);
  });

  test('are in what a purchase of their own day finds there', () => {
    const more = [at('2024-04-02', 'buy', { symbol: 'GE', quantity: 10, price: 80 })];
    const { timeWeighted } = told([{ date: '2024-04-02', price: 100 }, end], more);
    expect(timeWeighted?.total).toBeCloseTo(0, 12);
  });

  test('that are never quoted, or not before money comes, leave the return unknown', () => {
    expect(told([])).toMatchObject({ timeWeighted: null, missing: expect.stringContaining('GEV') });
    const more = [at('2024-06-03', 'buy', { symbol: 'GE', quantity: 10, price: 80 })];
    expect(told([end], more)).toMatchObject({ timeWeighted: null, missing: expect.stringContaining('GEV') });
  });
});

test('what was sold short gains as it falls', () => {
  const transactions = [
    at('2024-01-02', 'deposit', { amount: 10_000 }),
    at('2024-02-01', 'sell', { symbol: 'TSLA', quantity: 10, price: 380 }),
    at('2024-03-01', 'buy', { symbol: 'TSLA', quantity: 10, price: 280 }),
  ];
  const quotes = new Map([['TSLA', [{ date: '2024-02-15', price: 500 }]]]);
  const { whole } = performanceOf({ transactions, prices: quotes, asOf: '2024-03-01' });
  expect(whole.timeWeighted?.total).toBeCloseTo(0.1, 12);
});
