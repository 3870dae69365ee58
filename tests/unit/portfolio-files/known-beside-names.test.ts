// A ticker that is known, thrown away for what somebody calls it; the file's own asset class of what nobody knows, passed over; money at a
// bank that is a riddle for the rate behind its name.
import { expect, test } from '@jest/globals';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';

const nameOf = (ticker: string): string | null =>
  referenceInstruments.find(({ symbol }) => symbol === ticker)?.name ?? null;

function read(...rows: string[]) {
  const bytes = new TextEncoder().encode(rows.join('\n'));
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-11-22', asOf: '2026-11-22', nameOf });
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const [account] = reading.portfolio.accounts;
  return { named: account?.positions.map(({ symbol, name }) => [symbol, name]) ?? [], cash: account?.cash ?? [] };
}

test.each([
  ['FXNAX', 'US Index'],
  ['BNDX', 'International index'],
  ['AGG', 'US core'],
  ['AAPL', 'Apple'],
  ['VTI', 'Total Mkt'],
  ['VFORX', '2040 fund'],
])('the value of %s, which somebody calls "%s", is of that fund', (ticker, called) => {
  const { named } = read('Ticker,Name,Value', `${ticker},${called},1000`, 'ZZQQX,Some Pool,1');
  expect(named[0]).toEqual([`${ticker}-BY-VALUE`, nameOf(ticker)]);
  expect(named[1]).toEqual(['ZZQQX-BY-VALUE', 'Some Pool']);
});

test.each([
  ['MYBOND', 'Bonds', 'MYBOND (Bonds)'],
  ['MYSTK', 'US Stocks', 'MYSTK (US Stocks)'],
  ['PRIVQ', 'International equity', 'PRIVQ (International stocks)'],
  ['REALQ', 'Real estate', 'REALQ (Real estate)'],
  // What is known needs no word for it, and what is no class of assets says nothing.
  ['VTI', 'US Stocks', undefined],
  ['THING', 'Other', undefined],
])('%s of the class %s is named by it where nobody knows it', (ticker, kind, name) => {
  expect(read('Symbol,Asset Class,Shares,Price', `${ticker},${kind},10,100`).named).toEqual([[ticker, name]]);
});

test('a name that tells its class by itself is left as it is', () => {
  const { named } = read('Symbol,Name,Asset Class,Shares,Price', 'MYQQX,My Bond Pool,Bonds,10,100');
  expect(named).toEqual([['MYQQX', 'My Bond Pool']]);
});

test.each(['Emergency fund 4.2% APY', 'Savings 4.1% APY', 'Joint savings (3.75%)', 'HYSA @ 4.35 %'])(
  '"%s" is money at a bank',
  (name) => {
    const { named, cash } = read('Holding,Value', `${name},3000`, 'Some Pool,1');
    expect(named).toHaveLength(1);
    expect(cash.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(3000);
  },
);
