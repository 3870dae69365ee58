// What a file does not tell of its positions: each with its line and column, whether the file is read or refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readFiles } from '../../../scripts/analysis/read-files.ts';
import { readRequest } from '../../../scripts/analysis/read-request.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { notKnown } from '../../../shared/portfolio-files/not-known.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-not-known-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
const AS_OF = '2026-11-20';
const told = (file: string, prices?: string): string[] => {
  try {
    return readFiles({ files: [file], prices, asOf: AS_OF }).held.notes.map(formatProblem);
  } catch (error) {
    return error instanceof CommandError ? [...error.lines] : [];
  }
};
const HEADER = 'Account,Account type,Symbol,Quantity,Price,Price date';
const UNKNOWN =
  'ZZQXX is none of the instruments that Alex comes with: what it is made of is told by its name alone, or not known';
const UNPRICED = 'GLD has no price here; without one from elsewhere it is left out of every total';
const rows = ['A,taxable,ZZQXX,5,10,2026-11-19', 'A,taxable,GLD,3,,'];
const good = 'A,taxable,VTI,1,300,2026-11-19';

test('an unknown symbol and a position without a price are told without their line, or not at all', () => {
  expect(told(fileOf('unknown.csv', HEADER, good, ...rows))).toEqual([
    `unknown.csv:3: Symbol: ${UNKNOWN}`,
    `unknown.csv:4: Price: ${UNPRICED}`,
  ]);
});

test('a report does not say on which line they are', () => {
  const { request } = readRequest({ files: [fileOf('noted.csv', HEADER, good, ...rows)], prices: undefined, asOf: AS_OF, goals: undefined, seed: 1 }); // prettier-ignore
  expect(request.notes?.flatMap(({ items }) => items)).toEqual([
    `noted.csv, line 4, Price: ${UNPRICED}`,
    `noted.csv, line 3, Symbol: ${UNKNOWN}`,
  ]);
});

test('what a file of prices has is still told as without a price', () => {
  const prices = fileOf('prices.csv', 'Symbol,Price,Price date', 'GLD,380,2026-11-19');
  expect(told(fileOf('priced.csv', HEADER, good, ...rows), prices)).toEqual([`priced.csv:3: Symbol: ${UNKNOWN}`]);
  expect(told(fileOf('refused.csv', HEADER, 'A,taxable,VTI,abc,1,', ...rows), prices).join()).not.toContain('GLD');
});

test('a refused file keeps them for the next time', () => {
  expect(told(fileOf('bad.csv', HEADER, 'A,taxable,VTI,abc,300,2026-11-19', ...rows))).toEqual([
    'bad.csv:2: Quantity: "abc" is not a number',
    'No problem, but these would be left out:',
    `bad.csv:4: Price: ${UNPRICED}`,
    'No problem, but told in the report:',
    `bad.csv:3: Symbol: ${UNKNOWN}`,
  ]);
});

test('of JSON, read or refused, the field is not told', () => {
  const of = (quantity: string) => [
    `{"accounts":[{"name":"A","type":"taxable","positions":[`,
    `{"symbol":"VTI","quantity":${quantity},"price":300,"priceAsOf":"2026-11-19"},`,
    `{"symbol":"ZZQXX","quantity":2,"price":10,"priceAsOf":"2026-11-19"},`,
    `{"symbol":"GLD","quantity":2}]}]}`,
  ];
  const notes = [
    `my.json:3: accounts[0].positions[1].symbol: ${UNKNOWN}`,
    `my.json:4: accounts[0].positions[2].price: ${UNPRICED}`,
  ];
  expect(told(fileOf('my.json', ...of('1')))).toEqual(notes);
  expect(told(fileOf('my.json', ...of('"x"')))).toEqual(expect.arrayContaining(notes));
});

test.each([
  ['a list of tickers and values', ['Symbol,Value', 'AAPL,"$5,000"', 'VT,"$10,000"', 'CASH,$500']],
  ['a list of names and values', ['Asset,Value', 'Apple,"$5,000"', 'Vanguard Total World Stock ETF,"$10,000"']],
  [
    "a code of somebody's own beside the whole name",
    ['Symbol,Name,Shares,Price', 'MYFUND,Vanguard Total World Stock ETF,5,10'],
  ],
])(
  '%s is told as naming nothing that Alex comes with, though its report knows what all of it is made of',
  (_, lines) => {
    expect(told(fileOf('known.csv', ...lines)).join('\n')).not.toContain('none of the instruments');
  },
);

test.each([
  ['ZZQXX,"$5,000"', 'ZZQXX-BY-VALUE'],
  // Of a bond that is called as the company that owes it.
  ['037833AK6,"$5,000"', '037833AK6-BY-VALUE'],
])('the value of %s is not told as of what is not known', (line, symbol) => {
  expect(told(fileOf('value.csv', 'Symbol,Value', 'VT,"$9,000"', line)).join('\n')).toContain(
    `value.csv:3: Symbol: ${symbol} is none of the instruments`,
  );
});

test('a bond is told as known for being called as the company that owes it', () => {
  const bond = '037833AK6,Apple Inc.,5,99';
  expect(told(fileOf('bond.csv', 'Symbol,Name,Shares,Price', bond)).join('\n')).toContain('none of the instruments');
});

test('a file without any price is told of line by line beside the one sentence that says it', () => {
  const notes = told(fileOf('bare.csv', 'Account,Account type,Symbol,Quantity', 'A,taxable,VTI,1', 'A,taxable,GLD,3'));
  expect(notes).toEqual(['bare.csv: no position has a price: the report leaves out what stays without one']);
});

test('hundreds of them fill the terminal', () => {
  const places = Array.from({ length: 300 }, (_, at) => ({
    ...{ account: 'A', symbol: `Z${at}`, name: undefined, line: at + 2, column: 'Symbol', priceColumn: 'Price' },
    ...{ isPriced: at === 0, isClassified: at === 1 },
  }));
  const { unpriced, unknown } = notKnown('my.csv', places, { isPriced: (one) => one.isPriced, isKnown: () => false });
  expect([unpriced.length, unknown.length]).toEqual([9, 9]);
  expect(unpriced.at(-1)?.message).toBe('291 more lines have no price, from here on');
  expect(unknown.map(({ message }) => message).join()).not.toContain('Z1 ');
});

test('the rest of such lines is told behind those that it goes on from, and not above all of a file', () => {
  const lines = Array.from({ length: 10 }, (_, at) => `A,taxable,ZZ${at}QX,5,10,2026-11-19`);
  const notes = told(fileOf('rest.csv', HEADER, ...lines)).filter((note) => note.includes('instrument'));
  expect(notes).toHaveLength(9);
  expect(notes.at(-1)).toBe('rest.csv:10: 2 more lines name instruments that Alex does not come with, from here on');
});
