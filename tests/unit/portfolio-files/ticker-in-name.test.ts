// A ticker that stands beside the name in one cell, passed over, so that what is known counts as of unknown make-up; and what stands there
// and is no ticker of it, taken for one.
import { expect, test } from '@jest/globals';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { tickerByName } from '../../../shared/portfolio-files/reference-names.ts';
import { companiesByName } from '../../../shared/portfolio-files/short-names.ts';

const [tickers, companies] = [tickerByName(referenceInstruments), companiesByName(referenceInstruments)];
const nameOf = (ticker: string): string | null =>
  referenceInstruments.find(({ symbol }) => symbol === ticker)?.name ?? null;

function read(...rows: string[]) {
  const bytes = new TextEncoder().encode(rows.join('\n'));
  const known = { tickers, companies, nameOf };
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-11-22', asOf: '2026-11-22', ...known });
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const held = reading.portfolio.accounts.flatMap(({ positions }) => positions);
  return { held: held.map(({ symbol, name }) => [symbol, name]), notes: reading.notes.map(formatProblem) };
}

test.each([
  ['Costco (COST)', 'COST'],
  ['Apple (AAPL)', 'AAPL'],
  ['AAPL (Apple)', 'AAPL'],
  ['AAPL - Apple Inc.', 'AAPL'],
  ['Apple Inc. — AAPL', 'AAPL'],
  ['AAPL: Apple', 'AAPL'],
  ['(AAPL) Apple', 'AAPL'],
  ['GOOGL Alphabet', 'GOOGL'],
  ['Meta Platforms (NASDAQ: META)', 'META'],
  ['Berkshire Hathaway (BRK-B)', 'BRK.B'],
  ['Vanguard 500 Index Admiral (VFIAX)', 'VFIAX'],
  ['Vanguard Total World Stock ETF [VT]', 'VT'],
  ['US stocks (VTI)', 'VTI'],
  // Bare, where each word before it is one of its name, or it is five letters of a fund.
  ['Vanguard Total Stock VTSAX', 'VTSAX'],
  ['Vanguard Total Bond BND', 'BND'],
  ['Bonds (BND)', 'BND'],
  // Of one or two letters, where the name says the same.
  ['AT&T (T)', 'T'],
  ['Coca-Cola Co (KO)', 'KO'],
])('"%s" is kept under a code of its own', (cell, symbol) => {
  const { held, notes } = read('Investment,Shares,Price', `${cell},5,90`, 'Some Pool,1,1');
  expect(held[0]).toEqual([symbol, nameOf(symbol)]);
  expect(notes).toContain(`my.csv:2: Investment: "${cell}" is ${symbol}`);
  // As a value, and in a column of symbols.
  expect(read('Name,Value', `${cell},4500`).held).toEqual([[`${symbol}-BY-VALUE`, nameOf(symbol)]]);
  expect(read('Symbol,Shares,Price', `${cell},5,90`).held).toEqual([[symbol, nameOf(symbol)]]);
});

test.each([
  'Growth (R6)',
  'Fund (USD)',
  'Acme (common)',
  'Old account (IRA)',
  'Harbor 500 Index (ADM)',
  'Stocks (ALL)',
  'Siemens Energy (DE)',
  'Fund of funds class (A)',
  'IT - Software fund',
  'Large US',
  // Another's ticker; a bond that the company owes; a right to its shares.
  'Microsoft (AAPL)',
  'Apple 3.85% 2043 (AAPL)',
  'AAPL Jan 2030 preferred',
  // Not in the reference set.
  'Harbor Point Partners (HPQX)',
])('"%s" is taken for a ticker in it', (cell) => {
  const symbols = new Set(referenceInstruments.map(({ symbol }) => symbol));
  const { held } = read('Investment,Shares,Price', `${cell},5,90`, 'Some Pool,1,1');
  expect(held.filter(([symbol = '']) => symbols.has(symbol))).toEqual([]);
});
