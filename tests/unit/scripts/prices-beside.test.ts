// A file without prices was said to have none, in the breath before each of its positions was priced; what other files tell beside it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readFiles } from '../../../scripts/analysis/read-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-prices-beside-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const file = write('simple.csv', 'Symbol,Quantity\nVTI,10\nBND,5\n');
const notesWith = (prices: string | undefined): string[] =>
  readFiles({ files: [file], prices, asOf: '2026-11-15' }).held.notes.map(({ message }) => message);

test('that no position has a price is said only where it is so in the end', () => {
  const some = write('some.csv', 'Symbol,Price,Date\nVTI,300,2026-11-14\n');
  const others = write('others.csv', 'Symbol,Price,Date\nQQQ,300,2026-11-14\n');
  const said = expect.stringContaining('no position has a price');
  expect(notesWith(undefined)).toContainEqual(said);
  expect(notesWith(others)).toContainEqual(said);
  expect(notesWith(some)).not.toContainEqual(said);
});

test('what a list of transactions paid for another currency is known where it is the portfolio, and not beside one', () => {
  const list =
    'Action,Time,Ticker,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total)\n' +
    'Market buy,2026-02-04,VUSA,10,90,GBP,0.8,1125,USD\nDeposit,2026-02-03,,,,,,1200,USD\n';
  const transactions = write('list.csv', list);
  const own = 'Symbol,Quantity,Price,Currency,Price date\nVUSA,10,95,GBP,2026-11-14\n';
  const positions = write('foreign.csv', `${own}GBP/USD,,1.3,,2026-11-14\n`);
  const { held } = readFiles({
    files: [positions],
    transactions: [transactions],
    prices: undefined,
    asOf: '2026-11-15',
  });
  expect(held.portfolio.exchangeRates).toMatchObject([
    { from: 'USD', to: 'GBP', rate: '0.8', asOf: '2026-02-04', source: "list.csv (a trade's own rate)" },
    { from: 'GBP', to: 'USD', rate: '1.3', asOf: '2026-11-14' },
  ]);
});
