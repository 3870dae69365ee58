// A list of transactions alone: what one account's trades tell of a price, every other account holds at it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { historyOf } from '../../../shared/finance/performance/history.ts';
import { quotesOf } from '../../../shared/finance/performance/quotes.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';
import { laterSplits } from '../../../shared/finance/performance/later-splits.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import type { Portfolio } from '../../../shared/schemas/portfolio.ts';

const HEADER = 'Date,Action,Account,Symbol,Quantity,Price,Fees,Amount,Currency';
const AS_OF = '2025-12-31';

function read(rows: readonly string[]): Portfolio {
  const bytes = new TextEncoder().encode([HEADER, ...rows].join('\n'));
  const reading = readPortfolioFile({ name: 'list.csv', bytes, modifiedOn: AS_OF, asOf: AS_OF });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('; '));
  return reading.portfolio;
}

const priceIn = ({ accounts }: Portfolio, account: string, symbol: string) => {
  const position = accounts.find(({ name }) => name === account)?.positions.find((one) => one.symbol === symbol);
  return [position?.price, position?.priceAsOf];
};

describe('the price of a holding in a list of transactions alone', () => {
  test('is the newest in the whole list, though the account that traded at it holds none any more', () => {
    const portfolio = read([
      '2023-01-03,Deposit,A,,,,,20000,USD',
      '2023-01-03,Buy,A,VTI,100,200,0,,USD',
      '2025-06-02,Deposit,B,,,,,3000,USD',
      '2025-06-02,Buy,B,VTI,10,300,0,,USD',
      '2025-07-01,Sell,B,VTI,10,310,0,,USD',
    ]);
    expect(priceIn(portfolio, 'A', 'VTI')).toEqual(['310', '2025-07-01']);
  });

  test('is the last one of its day, in the order in which trades take effect', () => {
    const portfolio = read([
      '2023-01-03,Buy,A,VTI,100,200,0,,USD',
      '2025-07-01,Sell,B,VTI,10,310,0,,USD',
      '2025-07-01,Buy,B,VTI,10,305,0,,USD',
    ]);
    expect(priceIn(portfolio, 'A', 'VTI')).toEqual(['310', '2025-07-01']);
  });

  test('is not that of the same symbol in another currency', () => {
    const portfolio = read([
      '2023-01-03,Buy,A,SAP,10,100,0,,EUR',
      '2024-01-03,Buy,B,SAP,10,160,0,,USD',
      '2024-05-03,Buy,C,SAP,1,150,0,,EUR',
    ]);
    expect(priceIn(portfolio, 'A', 'SAP')).toEqual(['150', '2024-05-03']);
    expect(priceIn(portfolio, 'B', 'SAP')).toEqual(['160', '2024-01-03']);
  });

  test('is what was paid on its day, whatever a later split makes of it', () => {
    const portfolio = read([
      '2023-01-03,Buy,A,GLD,100,150,0,,USD',
      '2023-05-03,Buy,B,GLD,10,160,0,,USD',
      '2023-06-03,Sell,B,GLD,10,180,0,,USD',
      '2024-09-01,Split,A,GLD,2:1,,,,USD',
    ]);
    expect(priceIn(portfolio, 'A', 'GLD')).toEqual(['180', '2023-06-03']);
  });

  test('is not divided by a split that the trade came after', () => {
    const portfolio = read([
      '2023-01-03,Buy,A,GLD,100,150,0,,USD',
      '2024-09-01,Split,A,GLD,2:1,,,,USD',
      '2024-09-01,Buy,B,GLD,10,95,0,,USD',
      '2024-09-02,Sell,B,GLD,10,96,0,,USD',
    ]);
    expect(priceIn(portfolio, 'A', 'GLD')).toEqual(['96', '2024-09-02']);
  });

  test('is what the returns over time end with', () => {
    const trade = fc.record({
      day: fc.integer({ min: 0, max: 900 }),
      account: fc.constantFrom('A', 'B', 'C'),
      symbol: fc.constantFrom('VTI', 'GLD'),
      kind: fc.constantFrom('Buy', 'Buy', 'Sell'),
      quantity: fc.integer({ min: 1, max: 40 }),
      price: fc.integer({ min: 50, max: 400 }),
    });
    fc.assert(
      fc.property(
        fc.array(trade, { minLength: 1, maxLength: 25 }),
        fc.option(fc.integer({ min: 1, max: 900 })),
        (trades, splitDay) => {
          const date = (day: number) => new Date(Date.UTC(2023, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
          const held = new Map<string, number>();
          const rows: string[] = ['A', 'B', 'C'].map((account) => `2022-12-30,Deposit,${account},,,,,1000000,USD`);
          let split = splitDay ?? Infinity;
          const splitNow = () => {
            for (const [key, quantity] of held) {
              const [account = '', symbol = ''] = key.split(' ');
              if (symbol !== 'GLD' || quantity === 0) continue;
              rows.push(`${date(split)},Split,${account},GLD,3:1,,,,USD`);
              held.set(key, quantity * 3);
            }
            split = Infinity;
          };
          for (const { day, account, symbol, kind, quantity, price } of trades.toSorted((a, b) => a.day - b.day)) {
            if (day >= split) splitNow();
            const key = `${account} ${symbol}`;
            const before = held.get(key) ?? 0;
            if (kind === 'Sell' && before < quantity) continue;
            held.set(key, kind === 'Sell' ? before - quantity : before + quantity);
            rows.push(`${date(day)},${kind},${account},${symbol},${quantity},${price},0,,USD`);
          }
          if (split !== Infinity) splitNow();
          const { accounts, transactions } = read(rows);
          const done = transactions.map(
            ({ date: day, account, kind, symbol, quantity, price, amount }): Transaction => ({
              ...{ date: day, accountName: account, kind, symbol },
              quantity: quantity === undefined ? undefined : Number(quantity),
              price: price === undefined ? undefined : Number(price),
              amount: amount === undefined ? undefined : Number(amount),
            }),
          );
          const quotes = quotesOf(done, new Map(), AS_OF);
          const since = laterSplits(done);
          for (const { name, cash, positions } of accounts) {
            const history = historyOf(
              done.filter(({ accountName }) => accountName === name),
              quotes,
              AS_OF,
            );
            const value =
              cash.reduce((sum, { amount }) => sum + Number(amount), 0) +
              positions.reduce((sum, { symbol, quantity, price = NaN, priceAsOf = '' }) => {
                return sum + (Number(quantity) * Number(price)) / since(symbol, priceAsOf);
              }, 0);
            expect(value).toBeCloseTo(history.values.at(-1)?.value ?? NaN, 2);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
