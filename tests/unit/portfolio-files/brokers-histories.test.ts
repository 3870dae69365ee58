// Rows of brokers' histories of transactions that mean something else than their words elsewhere.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const quantities = (...lines: string[]) =>
  readLines(...lines).held.map(({ symbol, quantity }) => `${quantity} ${symbol}`);

describe('a split in two rows, all shares before it and all after it, is taken for shares that were added:', () => {
  const head = 'Action,Time,Ticker,No. of shares,Price / share,Currency (Price / share),Total,Currency (Total)';
  const bought = 'Market buy,2026-01-05 14:30:12,NVDA,1.5000000000,1200.00,USD,1636.36,EUR';
  const closed = 'Stock split close,2026-02-05 08:00:00,NVDA,1.5000000000,1200.00,USD,1636.36,EUR';
  const opened = 'Stock split open,2026-02-05 08:00:00,NVDA,15.0000000000,120.00,USD,1636.36,EUR';
  const sold = 'Market sell,2026-03-05 08:00:00,NVDA,4.0000000000,130.00,USD,472.72,EUR';

  test.each([
    ['Trading 212', [closed, opened]],
    ['Trading 212, newest first', [opened, closed]],
    ['Trading 212 without what they are worth', [closed, opened].map((row) => row.replace('1636.36', ''))],
  ])('%s', (_, split) => {
    const { held, transactions } = readLines(head, bought, ...split, sold);
    expect(held).toMatchObject([{ symbol: 'NVDA', quantity: '11', costBasis: '1320', currency: 'USD' }]);
    expect(transactions.filter(({ kind }) => kind === 'split')).toMatchObject([{ quantity: '10' }]);
  });

  test.each([
    ['Split out', 'Split in'],
    ['Stock Split - Out', 'Stock Split - In'],
    ['SPLIT_OLD', 'SPLIT_NEW'],
  ])('%s, %s', (before, after) => {
    const rows = [`2026-02-05,${before},NVDA,20,1200`, `2026-02-05,${after},NVDA,2,12000`];
    for (const split of [rows, rows.toReversed()])
      expect(quantities('Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,NVDA,30,1200', ...split)).toEqual([
        '3 NVDA',
      ]);
  });

  test.each([
    [closed, 'this row has the shares of NVDA from before a split, and no other row of that day those from after it'],
    [opened, 'this row has the shares of NVDA from after a split, and no other row of that day those from before it'],
  ])('and one of the two alone is read as if it said so: %s', (row, message) => {
    const { said } = readLines(head, bought.replace('1.5', '100'), row);
    expect(said).toContain(message);
    expect(said).not.toContain('added to');
  });
});
