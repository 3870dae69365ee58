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
