// What was paid for a holding is taken from the transactions beside positions that do not say it: a gain was "not known" that the person's own files tell.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readFiles } from '../../../scripts/analysis/read-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-costs-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = 'Account,Symbol,Quantity,Price,Price date,Cost basis\n';
const LISTED = 'Date,Action,Account,Symbol,Quantity,Price,Fees\n';

function read(positions: string, transactions: string, prices?: string) {
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const { held, transactions: beside } = readFiles({
    files: [written('positions.csv', positions)],
    transactions: [written('trades.csv', transactions)],
    prices: prices === undefined ? undefined : written('prices.csv', prices),
    asOf: '2026-10-31',
  });
  const costs = held.portfolio.accounts.flatMap(({ name, positions: own }) =>
    own.map(({ symbol, costBasis }) => [name, symbol, costBasis ?? null]),
  );
  return { costs, notes: beside.flatMap((list) => list.notes).map(({ message }) => message) };
}

test('average cost with fees, through a sale and a split, of each account by itself', () => {
  const { costs, notes } = read(
    `${HEADER}Main,VTI,130,310,2026-10-30,\nMain,NVDA,100,150,2026-10-30,\nIRA,VTI,10,310,2026-10-30,\n`,
    `${LISTED}2024-01-03,Buy,Main,VTI,100,240,5\n2024-01-03,Buy,Main,NVDA,10,500,0\n2024-06-10,Split,Main,NVDA,10:1,,\n` +
      '2025-03-17,Buy,Main,VTI,50,270,0\n2026-02-02,Sell,Main,VTI,20,295,5\n2024-01-04,Buy,IRA,VTI,10,241,0\n',
  );
  // (100 x 240 + 5 + 50 x 270) x 130 / 150 by hand.
  expect(costs).toEqual([
    ['Main', 'VTI', '32504.33333333'],
    ['Main', 'NVDA', '5000'],
    ['IRA', 'VTI', '2410'],
  ]);
  expect(notes).toContain(
    'what was paid is not among the positions, and is taken from the transactions, by average cost: VTI (Main), NVDA (Main), VTI (IRA)',
  );
});

test.each([
  ['that the positions state', 'Main,VTI,10,310,2026-10-30,2000\n', '2024-01-03,Buy,Main,VTI,10,240,0\n', '2000'],
  [
    'of a list that comes to another quantity',
    'Main,VTI,12,310,2026-10-30,\n',
    '2024-01-03,Buy,Main,VTI,10,240,0\n',
    null,
  ],
  [
    'of a list that begins too late',
    'Main,VTI,5,310,2026-10-30,\n',
    '2024-01-03,Sell,Main,VTI,10,240,0\n2024-02-03,Buy,Main,VTI,5,240,0\n',
    null,
  ],
  [
    'of shares that moved in without one',
    'Main,VTI,10,310,2026-10-30,\n',
    '2024-01-03,Transfer in,Main,VTI,10,,0\n',
    null,
  ],
])('a cost %s is not overruled or made up', (_, position, listed, cost) => {
  const { costs, notes } = read(`${HEADER}${position}`, `${LISTED}${listed}`);
  expect(costs).toEqual([['Main', 'VTI', cost]]);
  expect(notes.join(' ')).not.toContain('by average cost');
});

test('a cost in dollars is not put beside a position that its price turns into euros', () => {
  const { costs } = read(
    'Account,Symbol,Quantity\nMain,VTI,10\n',
    `${LISTED}2024-01-03,Buy,Main,VTI,10,240,0\n`,
    'Symbol,Date,Price,Currency\nVTI,2026-10-30,290,EUR\n',
  );
  expect(costs).toEqual([['Main', 'VTI', null]]);
});
