// A table of purchases with today's prices is what is held: read as a list of trades, today's price becomes what was paid.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEAD =
  'Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission,High Limit,Low Limit,Comment';

const read = (...lines: string[]) => {
  const { messages, ...read } = readLines(...lines);
  return { ...read, said: messages };
};

test.each([
  ['of today', `${HEAD},Transaction Type`, ',BUY'],
  ['of older days', HEAD, ''],
])("Yahoo Finance's export %s keeps what was paid and today's prices, dated", (_, head, end) => {
  const { held, kind } = read(
    head,
    `VTI,320.5,2026/11/19,16:00 EST,1.2,319,321,318,3000000,20240105,230.0,10.0,0.0,,,${end}`,
    `VTI,320.5,2026/11/19,16:00 EST,1.2,319,321,318,3000000,20250105,280.0,5.0,0.0,,,${end}`,
    `AAPL,240.1,2026/11/19,16:00 EST,-1,241,242,239,5000000,20230105,150.0,20.0,0.0,,,${end}`,
  );
  expect(kind).toBe('positions');
  expect(held).toMatchObject([
    { symbol: 'VTI', quantity: '15', costBasis: '3700', price: '320.5', priceAsOf: '2026-11-19' },
    { symbol: 'AAPL', quantity: '20', costBasis: '3000', price: '240.1', priceAsOf: '2026-11-19' },
  ]);
});

test('what is only watched is left out, and said to be', () => {
  const { held, said } = read(
    HEAD,
    'VTI,320.5,2026/11/19,16:00 EST,1,1,1,1,1,20240105,230,10,0,,,',
    'MSFT,500,2026/11/19,16:00 EST,1,1,1,1,1,,,,,,,',
  );
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect(said.join('\n')).toContain('MSFT has no quantity and no purchase: it was taken as watched, not held');
});

test('a sale among purchases is no purchase', () => {
  const { said } = read(
    `${HEAD},Transaction Type`,
    'VTI,320.5,2026/11/19,16:00 EST,1,1,1,1,1,20240105,230,10,0,,,,BUY',
    'VTI,320.5,2026/11/19,16:00 EST,1,1,1,1,1,20250105,260,4,0,,,,SELL',
    'VTI,320.5,2026/11/19,16:00 EST,1,1,1,1,1,20250105,260,4,0,,,,SHORT',
  );
  expect(said).toEqual([
    'my.csv:3: Transaction Type: VTI was sold here, and nothing says from which purchase; list only what is left',
    'my.csv:4: Transaction Type: "SHORT" is no purchase that Alex knows; list only what is held',
  ]);
});

test('a list of trades whose only price is that of the trade stays one', () => {
  const { kind } = read('Trade Date,Action,Symbol,Quantity,Price', '2024-01-05,Buy,VTI,10,230');
  expect(kind).toBe('transactions');
});
