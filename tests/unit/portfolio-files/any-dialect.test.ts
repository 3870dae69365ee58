import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { anyDialect, writeCsv } from './csv-dialect.ts';
import { anyPortfolio } from './portfolio-arbitrary.ts';

const dates = { modifiedOn: '2026-11-15', asOf: '2026-11-15' };

test('a portfolio written in any dialect of CSV loses or changes nothing', () => {
  fc.assert(
    fc.property(anyPortfolio, anyDialect, (portfolio, dialect) => {
      // Beside what was paid, a day of nothing in particular may be that of the purchase (plain-date.test.ts).
      const isPlainDay = ['Date', 'Fecha'].includes(dialect.headers.date);
      fc.pre(!isPlainDay || portfolio.accounts.every(({ positions }) => positions.every(({ costBasis }) => costBasis === undefined))); // prettier-ignore
      const reading = readPortfolioFile({ name: 'my.csv', bytes: writeCsv(portfolio, dialect), ...dates });
      expect(reading.ok ? [] : reading.problems.map(formatProblem)).toEqual([]);
      expect(reading.ok && reading.portfolio).toEqual(portfolio);
    }),
    { numRuns: 400 },
  );
});

test('a portfolio written as JSON loses or changes nothing', () => {
  fc.assert(
    fc.property(anyPortfolio, fc.constantFrom(undefined, 2), (portfolio, indent) => {
      const bytes = new TextEncoder().encode(JSON.stringify(portfolio, null, indent));
      const reading = readPortfolioFile({ name: 'my.json', bytes, ...dates });
      expect(reading.ok && reading.portfolio).toEqual(portfolio);
    }),
    { numRuns: 100 },
  );
});
