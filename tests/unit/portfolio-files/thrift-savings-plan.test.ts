// The funds of the Thrift Savings Plan have no tickers: they stay unknown, or Citigroup and Ford are taken for them.
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { tickerByName } from '../../../shared/portfolio-files/reference-names.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';

const tickers = tickerByName(referenceInstruments);

function symbols(...lines: readonly string[]): string[] {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const read = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20', tickers });
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
  return read.portfolio.accounts.flatMap(({ positions }) => positions.map(({ symbol }) => symbol));
}

test.each([
  ['C Fund', 'TSP-C-FUND'],
  ['s fund', 'TSP-S-FUND'],
  ['L 2045', 'TSP-L-2045-FUND'],
  ['L 2045 Fund', 'TSP-L-2045-FUND'],
  ['L Income', 'TSP-L-INCOME-FUND'],
  ['TSP G Fund', 'TSP-G-FUND'],
  ['C', 'TSP-C-FUND'],
  ['F', 'TSP-F-FUND'],
])('%s in an account of the plan is not %s', (name, symbol) => {
  expect(symbols('Account,Fund,Shares,Share Price', `TSP,${name},500,105.20`)).toEqual([symbol]);
});

test('Citigroup and Ford are funds of the plan, or their letters are kept in it', () => {
  const held = ['Account,Symbol,Shares,Price', 'My_TSP,C,10,100', ',F,10,20', 'Brokerage,C,10,70', ',F,10,12'];
  expect(symbols(...held)).toEqual(['TSP-C-FUND', 'TSP-F-FUND', 'C', 'F']);
  expect(symbols('Symbol,Name,Shares,Price', 'C,Citigroup Inc,10,70', 'F,Ford Motor Co,10,12')).toEqual(['C', 'F']);
});

test.each([
  ['TSP C Fund', 'TSP-C-FUND'],
  ['Thrift Savings Plan L 2050', 'TSP-L-2050-FUND'],
  ['I Fund (TSP)', 'TSP-I-FUND'],
  ['Common Stock Index Investment (C) Fund', 'TSP-C-FUND'],
  ['Government Securities Investment (G) Fund', 'TSP-G-FUND'],
])('%s says by itself that it is %s', (name, symbol) => {
  expect(symbols('Account,Fund,Shares,Share Price', `Work,${name},500,105.20`, 'Work,Other Trust,1,2')).toEqual([
    symbol,
    'OTHER-TRUST',
  ]);
});

test.each(['--', 'N/A', ''])('%s in place of a ticker hides what the fund is called', (symbol) => {
  expect(symbols('Symbol,Name,Shares,Price', `${symbol},TSP C Fund,500,105.20`)).toEqual(['TSP-C-FUND']);
});

test('the plan’s own list, which names no account, is of unknown funds', () => {
  const list = ['Fund,Shares,Share Price,Balance', 'C Fund,10,100,1000', 'L 2045,5,20,100', 'Total,,,1100'];
  expect(symbols(...list)).toEqual(['TSP-C-FUND', 'TSP-L-2045-FUND']);
});

test('a fund of another plan is taken for one of this', () => {
  const list = ['Fund,Shares,Share Price', 'G Fund,10,100', 'Stable Value Trust,5,20'];
  expect(symbols(...list)).toEqual(['G-FUND', 'STABLE-VALUE-TRUST']);
});
