import { expect, test } from '@jest/globals';
import { problemTeller } from '../../../scripts/laptop/problem-teller.ts';

const told = (...problems: { message: string; cause?: unknown }[]): string[] => {
  const said: string[] = [];
  const tell = problemTeller('/data', (...parts) => said.push(parts.join(' ')));
  problems.forEach(({ message, cause }) => {
    tell({ message, cause });
  });
  return said;
};

test('a full disk is told every minute, or as an unexpected error of who met it', () => {
  const sweeper =
    'sweeper: its scheduled run failed: The queue analysis-jobs took no message: database or disk is full';
  const pricer = 'pricer: its scheduled run failed: The disk that holds the database is full: free some space there.';
  const said = told(
    { message: sweeper },
    { message: 'a request could not be answered', cause: new Error('database or disk is full') },
    { message: sweeper },
    { message: pricer },
  );
  expect(said).toEqual([expect.stringMatching(/^The disk that holds \/data is full\.\nFree some space/)]);
});

test('another problem loses its words or its cause', () => {
  expect(told({ message: 'a queue stopped', cause: 'for some reason' }, { message: 'another' })).toEqual([
    'a queue stopped for some reason',
    'another',
  ]);
});
