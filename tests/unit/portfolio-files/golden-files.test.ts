import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile, type PortfolioFileReading } from '../../../shared/portfolio-files/read-portfolio-file.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import');
const EXPECTED = ['.expected.json', '.problems.txt'];

const namesIn = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder)).filter((name) => !EXPECTED.some((ending) => name.endsWith(ending)));

const read = (folder: string, name: string): PortfolioFileReading =>
  readPortfolioFile({
    name,
    bytes: readFileSync(join(FOLDER, folder, name)),
    modifiedOn: '2026-10-30',
    asOf: '2026-11-15',
  });

describe('files that are read', () => {
  test.each(namesIn('ok'))('%s', (name) => {
    const reading = read('ok', name);
    expect(reading.ok ? [] : reading.problems.map(formatProblem)).toEqual([]);
    if (!reading.ok) return;
    const expected: unknown = JSON.parse(readFileSync(join(FOLDER, 'ok', `${name}.expected.json`), 'utf8'));
    const { portfolio, goals, targets, notes } = reading;
    const { accounts, transactions, exchangeRates } = portfolio;
    const rated = exchangeRates.length > 0 && { exchangeRates };
    const traded = transactions.length > 0 && { transactions };
    const got = { accounts, goals, targets, ...traded, ...rated, notes: notes.map(formatProblem) };
    expect(JSON.parse(JSON.stringify(got))).toEqual(expected);
  });
});

describe('files that are refused, with every problem at once', () => {
  test.each(namesIn('not-ok'))('%s', (name) => {
    const reading = read('not-ok', name);
    const expected = readFileSync(join(FOLDER, 'not-ok', `${name}.problems.txt`), 'utf8');
    expect(reading.ok ? 'it was read' : `${reading.problems.map(formatProblem).join('\n')}\n`).toBe(expected);
  });
});
