import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { describePreview } from '../../../scripts/analysis/preview.ts';
import { readFiles } from '../../../scripts/analysis/read-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-preview-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a preview tells what each column was taken for, which accounts there are and what was left out', () => {
  const file = write(
    'my.csv',
    'Account;Symbol;Shares;Colour;Price;Price date\nRoth IRA;VTI;10,5;red;300,00;2026-09-30\nTotal;;;;;\n',
  );
  const prices = write('my-prices.csv', 'Symbol,Price,Date\nEURUSD,1.1,2026-10-01\nVTI,301,2026-10-01\n');
  const transactions = write(
    'my-trades.csv',
    'Date\tAction\tSymbol\tQuantity\tPrice\n2026-01-05\tBuy\tVTI\t10.5\t290\n',
  );
  expect(
    describePreview(readFiles({ files: [file], prices, transactions: [transactions], asOf: '2026-11-15' })),
  ).toEqual([
    'my.csv: positions, separated by semicolon',
    '  header on line 1',
    "    Account     account's name",
    '    Symbol      symbol',
    '    Shares      quantity',
    '    Colour      (not used)',
    '    Price       price of one unit',
    '    Price date  date',
    '  accounts',
    '    Roth IRA: tax_free, taken from its name; 1 position, 0 cash balances',
    '  positions as they were understood',
    '    VTI: 10.5 units, 301 USD each on 2026-10-01, of my-prices.csv, cost 3045 USD in all',
    '  in all 1 position (0 without a price), 0 cash balances, 0 transactions, 0 dated prices, 0 exchange rates',
    '  notes',
    '    my.csv: no positions, but totals or text, were found on line 3 ("Total")',
    '    my.csv: the file states no currency, so its prices were taken to be in US dollars, though its decimals are written with a comma; a column Currency says otherwise (EUR, GBP, or GBX for pence)',
    '    my.csv: how accounts are taxed was taken from their names: "Roth IRA" tax-free',
    '',
    'my-prices.csv: prices, separated by comma',
    '  header on line 1',
    '    Symbol  symbol',
    '    Price   price of one unit',
    '    Date    date',
    '  1 price, 1 exchange rate',
    '',
    'my-trades.csv: transactions, separated by tab',
    '  header on line 1',
    '    Date      date',
    '    Action    what happened',
    '    Symbol    symbol',
    '    Quantity  quantity',
    '    Price     price of one unit',
    '  1 transaction, 1 of them used for returns over time',
    '  notes',
    '    my-trades.csv: what was paid is not among the positions, and is taken from the transactions, by average cost: VTI',
    '',
    'Nothing was stored and nothing was analysed: run the same command without --preview for that.',
  ]);
});

test('the flags are read, and a preview is not the default', () => {
  expect(readOptions(['a.csv', '--transactions', 't.csv', '--preview'])).toMatchObject({
    transactions: ['t.csv'],
    preview: true,
  });
  expect(readOptions(['a.csv'])).toMatchObject({ transactions: [], preview: false });
});

test('a preview shows cash, which is added up on reading, and which account each position is in', () => {
  const file = write(
    'cash.csv',
    [
      'Account,Symbol,Quantity,Price,Price date,Current value',
      'Individual,SPAXX**,,,,"$5,432.10"',
      'Individual,VTI,10,300,2026-09-30,3000',
      'Individual,Pending Activity,,,,-$250.00',
      'Roth IRA,BND,20,70,2026-09-30,1400',
    ].join('\n'),
  );
  const lines = describePreview(readFiles({ files: [file], prices: undefined, asOf: '2026-11-15' }));
  expect(lines).toEqual(
    expect.arrayContaining([
      '    VTI in Individual: 10 units, 300 USD each on 2026-09-30',
      '    BND in Roth IRA: 20 units, 70 USD each on 2026-09-30',
      '  cash as it was understood',
      '    cash in Individual: 5182.1 USD',
      '    cash.csv: cash of account "Individual" was added up: 5432.1 (line 2), -250 (line 4) are 5182.1 USD',
    ]),
  );
});

test('a preview says what interest rates, yields and sides are used for, and tells an unused column apart from them', () => {
  const file = write(
    'rates.csv',
    [
      'Account,Symbol,Quantity,Side,Price,Price date,Interest rate,APY,Colour',
      'Individual,VTI,10,Long,300,2026-09-30,,,red',
      'Individual,AAPL,5,Short,200,2026-09-30,,,green',
      'Savings,CASH,20000,Long,,,4.2%,,blue',
      'Online bank,CASH,5000,Long,,,,4.25%,blue',
    ].join('\n'),
  );
  const lines = describePreview(readFiles({ files: [file], prices: undefined, asOf: '2026-11-15' }));
  expect(lines).toEqual(
    expect.arrayContaining([
      '    Side           long or short, owned or owed',
      '    Interest rate  interest rate of cash',
      '    APY            yield of cash (APY)',
      '    Colour         (not used)',
      '    cash in Savings: 20000 USD, at 4.2% a year (rate or APY)',
      '    cash in Online bank: 5000 USD, at 4.25% a year (rate or APY)',
    ]),
  );
});
