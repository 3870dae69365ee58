import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readFiles } from '../../../scripts/analysis/read-files.ts';
import { readLines } from './read-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-refused-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a line of which nothing is held is told of beside the problems of a refused file, and not only once they are mended', () => {
  const file = join(folder, 'my.csv');
  writeFileSync(file, 'Symbol,Quantity,Price\nVTI,abc,300\nVXUS,0,70\n');
  let told: readonly string[] = [];
  try {
    readFiles({ files: [file], prices: undefined, asOf: '2026-11-20' });
  } catch (error) {
    if (error instanceof CommandError) told = error.lines;
  }
  expect(told).toEqual([
    'my.csv:2: Quantity: "abc" is not a number',
    'No problem, but these would be left out:',
    'my.csv:3: Quantity: "VXUS" was left out: none of it is held',
  ]);
});

test.each(['abc', 'n/a'])('a price "%s" is told of once', (price) => {
  expect(
    readLines('Symbol,Quantity,Price', 'VTI,1,300', `AAPL,5,${price}`).notes.filter(({ line }) => line === 3),
  ).toHaveLength(1);
});

test('a cell that is looked at for more than one reason is complained of once', () => {
  expect(readLines('Symbol,Quantity,Price,Value', 'VTI,,,12abc', 'BND,1,2,2').messages).toEqual([
    'my.csv:2: Value: "12abc" is not a number',
  ]);
});

test.each([
  ['an OFX or QFX file', ['OFXHEADER:100', 'DATA:OFXSGML', '<OFX><INVSTMTMSGSRSV1></OFX>']],
  ['an OFX or QFX file', ['<?xml version="1.0"?>', '<?OFX OFXHEADER="200" VERSION="211"?>', '<OFX></OFX>']],
  ['a QIF file', ['!Type:Invst', 'D11/20/2026', 'NBuy', 'YVTI', '^']],
])('%s is told to be one, and not to lack columns', (what, lines) => {
  const { messages } = readLines(...lines);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`this is ${what}, as Quicken reads them, not CSV or JSON`);
});

test.each([
  'SPY 12/18/2026 Call $700.00',
  'SPY 700 Call 12/18/26',
  'SPY Dec 18 2026 700 Call',
  'SPY 12/18/26 C700',
  'SPY 2026-12-18 700P',
  'SPY 700P 12/18/26',
  'SPY $700 Call Dec 2026',
  'SPY Dec 2026 700 calls',
  'TSLA calls',
  'Tesla puts',
  'XYZ call',
  'TSLA call options',
  'TSLA $400 put',
  'AAPL LEAPS Jan 2028',
  'Call Apple 300 12/26',
  'Tesla Jan 2027 400 put',
])('an option is no share of its underlying, as people write it: %s', (option) => {
  for (const header of ['Symbol', 'Name']) {
    const { held, said } = readLines(`${header},Quantity,Price`, 'VTI,1,300', `${option},2,5`);
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
    expect(said).toContain(`"${option}" was left out of every total: options are not understood`);
  }
});

test.each([
  'Callaway Golf',
  'Putnam Large Cap Value',
  'Global X S&P 500 Covered Call',
  'JPMorgan Call Overwrite Strategy',
  'FHLB 5.000% MAR 15 2027 CALL',
  'Acme capital call',
  'Goldman Sachs CD full call 12/15/2026',
])('what says call or put and is none is held: %s', (name) => {
  expect(readLines('Name,Quantity,Price', 'VTI,1,300', `${name},2,5`).held).toHaveLength(2);
});

test.each([
  ['Option type,Strike,Expiry', 'Put,600,2026-12-18'],
  ['Put/Call', 'P'],
  ['Call or Put', 'call'],
  ['Strike price', '$600'],
])('an option is told by columns of its own (%s), and the share beside it is held', (headers, cells) => {
  const blanks = cells.replace(/[^,]+/g, '');
  const { held, said } = readLines(`Ticker,Shares,Price,${headers}`, `SPY,2,5,${cells}`, `AAPL,100,270,${blanks}`);
  expect(held.map(({ symbol }) => symbol)).toEqual(['AAPL']);
  expect(said).toContain('"SPY" was left out of every total: options are not understood');
});
