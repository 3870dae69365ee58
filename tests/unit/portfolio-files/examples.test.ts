import { readdirSync, readFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readRequest } from '../../../scripts/analysis/read-request.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { analyzeRequest } from '../../../shared/schemas/job.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');
const folder = mkdtempSync(join(tmpdir(), 'alex-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const options = { goals: undefined, prices: undefined, seed: 1, asOf: '2026-11-15' };
const example = (name: string): string => join(EXAMPLES, name);

function failure(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof CommandError) return [error.message, ...error.lines];
    throw error;
  }
  return [];
}

describe('the examples', () => {
  /** What the household holds on purpose: see the test of what the report has to cope with. */
  const notKnown = [
    expect.stringContaining('portfolio.csv:9: Symbol: HARBOR-LP is none of'),
    expect.stringContaining('portfolio.csv:19: Symbol: VCSH is none of'),
    expect.stringContaining('portfolio.csv:21: Price: VNQI has no price here'),
  ];

  test.each([
    ['portfolio.csv', notKnown],
    ['portfolio.json', []],
  ])('%s is a request that the API takes, with no note but of what is not known', (name, expected) => {
    const { request, notes } = readRequest({ ...options, files: [example(name)] });
    expect(notes).toEqual(expected);
    expect(analyzeRequest.safeParse(request).error).toBeUndefined();
  });

  test('every price of the examples says that it is no market quote', () => {
    const { request } = readRequest({ ...options, files: [example('portfolio.csv')], prices: example('prices.csv') });
    const positions = request.portfolio?.accounts.flatMap((account) => account.positions ?? []) ?? [];
    expect(positions.length).toBeGreaterThan(15);
    for (const { priceSource } of positions) expect(priceSource).toContain('not a market quote');
  });

  test('the household holds what the report has to cope with', () => {
    const { request } = readRequest({ ...options, files: [example('portfolio.csv')] });
    const positions = request.portfolio?.accounts.flatMap((account) => account.positions ?? []) ?? [];
    const known = new Set(referenceInstruments.map(({ symbol }) => symbol));
    expect(positions.filter(({ symbol }) => !known.has(symbol)).map(({ symbol }) => symbol)).toEqual([
      'HARBOR-LP',
      'VCSH',
    ]);
    expect(positions.filter(({ price }) => price === undefined).map(({ symbol }) => symbol)).toEqual(['VNQI']);
  });

  test('the transactions add up to the account that they are of, and its returns have prices', () => {
    const files = { files: [example('portfolio.csv')], transactions: [example('transactions.csv')] };
    const { request, notes } = readRequest({ ...options, ...files, prices: example('price-history.csv') });
    expect(notes).toEqual(notKnown);
    expect(analyzeRequest.safeParse(request).error).toBeUndefined();
    expect(request.portfolio?.transactions?.length).toBeGreaterThan(40);
    const quoted = new Set(request.portfolio?.quotes?.map(({ symbol }) => symbol));
    for (const { symbol } of request.portfolio?.transactions ?? []) {
      if (symbol !== undefined) expect(quoted).toContain(symbol);
    }
  });

  test('what README.md shows as a file is read', () => {
    const readme = readFileSync(example('README.md'), 'utf8');
    const blocks = [...readme.matchAll(/```(csv|json)\n([\s\S]*?)```/g)];
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    blocks.forEach(([, kind = '', text = ''], index) => {
      const file = join(folder, `readme-${index}.${kind}`);
      writeFileSync(file, text);
      const isPrices = kind === 'csv' && !/quantity|shares/i.test(text);
      const paths = isPrices ? { files: [example('portfolio.csv')], prices: file } : { files: [file] };
      expect(failure(() => readRequest({ ...options, ...paths }))).toEqual([]);
    });
  });

  test('README.md names every file of the folder', () => {
    const readme = readFileSync(example('README.md'), 'utf8');
    for (const name of readdirSync(EXAMPLES)) if (name !== 'README.md') expect(readme).toContain(name);
  });
});

describe('a request from files', () => {
  test("goals of the flags win over the file's", () => {
    const goals = { age: 40, retireAt: 60, lifeExpectancy: 95, income: 1, contribute: 0 };
    const { request } = readRequest({ ...options, files: [example('portfolio.json')], goals });
    expect(request.goals).toEqual(goals);
    expect(readRequest({ ...options, files: [example('portfolio.json')] }).request.goals?.age).toBe(52);
  });

  test('problems of both files are told at once, and nothing else', () => {
    const [file, prices] = [join(folder, 'my.csv'), join(folder, 'my-prices.csv')];
    writeFileSync(file, 'Symbol,Quantity\nVTI,abc\n');
    writeFileSync(prices, 'Symbol,Price\nVTI,x\n');
    expect(failure(() => readRequest({ ...options, files: [file], prices }))).toEqual([
      '2 problems in my.csv and my-prices.csv; nothing was imported:',
      'my.csv:2: Quantity: "abc" is not a number',
      'my-prices.csv:2: Price: "x" is not a number',
    ]);
  });

  test('files that are not there, are folders or are too large are refused before they are read', () => {
    const [missing, large] = [join(folder, 'nope.csv'), join(folder, 'large.csv')];
    writeFileSync(large, '');
    truncateSync(large, 11 * 1024 * 1024);
    expect(failure(() => readRequest({ ...options, files: [missing], prices: folder }))).toEqual([
      `Cannot read ${missing}: there is no such file.`,
      `Cannot read ${folder}: it is a folder, not a file.`,
    ]);
    expect(failure(() => readRequest({ ...options, files: [large] }))).toEqual([
      `Cannot read ${large}: it is too large (11.0 MB; at most 10 MB are read).`,
    ]);
  });
});
