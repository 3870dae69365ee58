import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';

/**
 * What is read of a CSV file of these lines, as of 20 November 2026, and what is said of it: the notes, or the problems of a file
 * that is refused, of which nothing is held.
 */
export function readLines(...lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20' });
  const notes = reading.ok ? reading.notes : [];
  const messages = (reading.ok ? notes : reading.problems).map(formatProblem);
  const {
    accounts,
    transactions,
    exchangeRates: rates,
  } = reading.ok ? reading.portfolio : { accounts: [], transactions: [], exchangeRates: [] };
  return {
    kind: reading.ok ? reading.layout.kind : null,
    accounts,
    held: accounts.flatMap(({ positions }) => positions),
    cash: accounts.flatMap(({ cash }) => cash),
    transactions,
    rates,
    notes,
    messages,
    said: messages.join('\n'),
  };
}
