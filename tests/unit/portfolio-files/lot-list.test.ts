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

const lot = (symbol: string, quantity: number, action: string) =>
  `${symbol},320.5,2026/11/19,16:00 EST,1,1,1,1,1,20240105,230,${quantity},0,,,,${action}`;
const TYPED = `${HEAD},Transaction Type`;

test('a sale leaves the rest, whose cost is not known, and keeps no file from being read', () => {
  const { held, said } = read(
    TYPED,
    lot('VTI', 10, 'BUY'),
    lot('VTI', 4, 'SELL'),
    lot('VTI', 2, 'BUY'),
    lot('BND', 5, 'BUY'),
  );
  expect(held).toMatchObject([
    { symbol: 'VTI', quantity: '8', price: '320.5' },
    { symbol: 'BND', quantity: '5', costBasis: '1150' },
  ]);
  expect(held[0]).not.toHaveProperty('costBasis');
  expect(said.join('\n')).toContain('VTI: 12 bought less 4 sold are 8; which purchases were sold is not stated');
});

test('what was sold to the last share is not held', () => {
  const { held, said } = read(TYPED, lot('VTI', 10, 'BUY'), lot('VTI', 10, 'SELL'), lot('BND', 5, 'BUY'));
  expect(held.map(({ symbol }) => symbol)).toEqual(['BND']);
  expect(said.join('\n')).toContain('VTI: 10 bought less 10 sold leave none of it');
});

test('more sold than bought, and a sale short, are told with their lines', () => {
  const { said } = read(
    TYPED,
    lot('VTI', 10, 'BUY'),
    lot('VTI', 14, 'SELL'),
    lot('MSFT', 1, 'SELL'),
    lot('BND', 4, 'SHORT'),
  );
  expect(said).toEqual([
    'my.csv:3: Symbol: 14 of VTI were sold, and 10 bought: list every purchase, or only what is left',
    'my.csv:4: Symbol: 1 of MSFT were sold, and 0 bought: list every purchase, or only what is left',
    'my.csv:5: Transaction Type: "SHORT" is no purchase that Alex knows; list only what is held',
  ]);
});

test.each([
  [TYPED, ',DEPOSIT'],
  [HEAD, ''],
])('money paid in, which has no ticker, is left out with a note: %s', (head, end) => {
  const { held, said } = read(
    head,
    `VTI,320.5,2026/11/19,16:00 EST,1,1,1,1,1,20240105,230,10,0,,,${end && ',BUY'}`,
    `$$CASH_TX,,,,,,,,,20240105,,5000,,,,${end}`,
  );
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect(said.join('\n')).toContain('is no holding and was left out; state cash as a line CASH');
});

test('a list of trades whose only price is that of the trade stays one', () => {
  const { kind } = read('Trade Date,Action,Symbol,Quantity,Price', '2024-01-05,Buy,VTI,10,230');
  expect(kind).toBe('transactions');
});
