// A foreign holding is left out of every total without its rate: one that the file itself states must not be lost.
import { describe, expect, test } from '@jest/globals';
import { readTransactionsFile } from '../../../shared/portfolio-files/transactions/read-transactions-file.ts';
import { readLines } from './read-lines.ts';

const read = (...lines: string[]) => {
  const { held, rates, messages } = readLines(...lines);
  return { symbols: held.map(({ symbol }) => symbol), rates, said: messages };
};
const FLEX = 'CurrencyPrimary,FXRateToBase,Symbol,ReportDate,Quantity,MarkPrice,PositionValue';

test('a column of rates to the base currency, which is the one whose rate is 1', () => {
  const { symbols, rates } = read(
    FLEX,
    'USD,1,VTI,20261119,100,320.5,32050',
    'EUR,1.16,ASML,20261119,20,850,17000',
    'JPY,0.0066,7203,20261119,100,2900,290000',
  );
  expect(symbols).toEqual(['VTI', 'ASML', '7203']);
  const common = { to: 'USD', asOf: '2026-11-19', source: 'my.csv' };
  expect(rates).toEqual([
    { from: 'EUR', rate: '1.16', ...common },
    { from: 'JPY', rate: '0.0066', ...common },
  ]);
});

test('without a currency of the rate 1 the base is not guessed', () => {
  const { rates, said } = read(FLEX, 'EUR,1.16,ASML,20261119,20,850,17000');
  expect(rates).toEqual([]);
  expect(said.join('\n')).toContain('no single currency has the rate 1: EUR');
});

test('a line of a pair of currencies with a price and no quantity is a rate and no holding', () => {
  const { symbols, rates, said } = read(
    'symbol,quantity,price,currency',
    'VTI,100,300,USD',
    'ASML,10,850,EUR',
    'EUR/USD,,1.16,',
  );
  expect(symbols).toEqual(['VTI', 'ASML']);
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.16', asOf: '2026-11-20' }]);
  expect(said.join('\n')).not.toContain('quantity is missing');
});

test('a rate below nothing is refused', () => {
  const { said } = read('symbol,quantity,price', 'VTI,100,300', 'EUR/USD,,-1.16');
  expect(said).toEqual(['my.csv:3: price: the rate is -1.16; it has to be more than 0']);
});

test.each([
  [
    'Forex Balances,Header,Asset Category,Currency,Description,Quantity,Close Price',
    'Forex Balances,Data,Forex,USD,EUR,100,1.16',
  ],
  ['Base Currency Exchange Rate,Header,Currency,Exchange Rate', 'Base Currency Exchange Rate,Data,EUR,1.16'],
])('an activity statement: %s', (head, line) => {
  const { rates, said } = read(
    'Statement,Header,Field Name,Field Value',
    'Statement,Data,Period,"January 1, 2026 - November 19, 2026"',
    'Account Information,Header,Field Name,Field Value',
    'Account Information,Data,Base Currency,USD',
    'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Close Price,Value',
    'Open Positions,Data,Summary,Stocks,EUR,ASML,20,850,17000',
    head,
    line,
  );
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.16', asOf: '2026-11-19' }]);
  expect(said.join('\n')).not.toContain('sections that were not read');
});

describe('a trade of currencies in an activity statement', () => {
  const about = [
    'Statement,Header,Field Name,Field Value',
    'Statement,Data,Period,"January 1, 2026 - November 19, 2026"',
    'Account Information,Header,Field Name,Field Value',
    'Account Information,Data,Base Currency,USD',
    'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Close Price,Value',
    'Open Positions,Data,Summary,Stocks,CHF,NESN,20,85,1700',
  ];
  const trades = [
    'Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds,Comm in USD',
    'Trades,Data,Order,Forex,CHF,USD.CHF,"2026-02-04, 05:00:00","-2,000",0.8,1600,-2',
    'Trades,Data,Execution,Forex,CHF,USD.CHF,"2026-02-04, 05:00:00","-2,000",0.79,1580,-2',
    'Trades,Data,Order,Forex,CHF,USD.CHF,"2026-11-19, 05:00:00","-10",0.81,8.1,-2',
    'Trades,SubTotal,,Forex,CHF,USD.CHF,,,,1608.1,-4',
  ];
  const rate = ['Base Currency Exchange Rate,Header,Currency,Rate', 'Base Currency Exchange Rate,Data,CHF,1.25'];

  test('is no rate of its day, so that no return can be told though the file states what was paid', () => {
    const { rates } = read(...about, ...trades, ...rate);
    expect(rates).toMatchObject([
      { from: 'USD', to: 'CHF', rate: '0.8', asOf: '2026-02-04' },
      { from: 'USD', to: 'CHF', rate: '0.81', asOf: '2026-11-19' },
      { from: 'CHF', to: 'USD', rate: '1.25', asOf: '2026-11-19' },
    ]);
  });

  test('is a rate where the statement is the portfolio, and none where it stands beside one', () => {
    const bytes = new TextEncoder().encode([...about, ...trades, ...rate].join('\n'));
    const file = { name: 'my.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20' };
    const list = readTransactionsFile(file);
    if (!list.ok) throw new Error('this list is good');
    expect(list.list.rates).toEqual(read(...about, ...trades, ...rate).rates);
  });
});

test('a base currency that is no dollar: a third currency is worth in dollars what both are worth in it', () => {
  const { rates } = read(
    'Statement,Header,Field Name,Field Value',
    'Statement,Data,Period,"January 1, 2026 - November 19, 2026"',
    'Account Information,Header,Field Name,Field Value',
    'Account Information,Data,Base Currency,EUR',
    'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Close Price,Value',
    'Open Positions,Data,Summary,Stocks,GBP,BP.,1200,4.62,5544',
    'Base Currency Exchange Rate,Header,Currency,Rate',
    'Base Currency Exchange Rate,Data,GBP,1.14',
    'Base Currency Exchange Rate,Data,USD,0.8621',
  );
  expect(rates).toMatchObject([
    { from: 'GBP', to: 'USD', rate: '1.3223524', asOf: '2026-11-19' },
    { from: 'USD', to: 'EUR', rate: '0.8621', asOf: '2026-11-19' },
  ]);
});
