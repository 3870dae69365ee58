import { describe, expect, test } from '@jest/globals';
import { InvalidInputError } from '../../../shared/errors.ts';
import { validate } from '../../../shared/middleware/validate.ts';
import { analyzeRequest } from '../../../shared/schemas/job.ts';

function problems(value: unknown): string[] {
  try {
    validate(analyzeRequest, value, 'The body');
  } catch (error) {
    if (error instanceof InvalidInputError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe('what is wrong with a request is said in words for a person', () => {
  test('a field that is not there is missing, whatever it should have been', () => {
    expect(problems({ portfolio: { accounts: [{ positions: [{}] }], transactions: [{ account: 'A' }] } })).toEqual([
      'portfolio.accounts[0].name: is missing',
      'portfolio.accounts[0].positions[0].symbol: is missing',
      'portfolio.accounts[0].positions[0].quantity: is missing',
      'portfolio.transactions[0].date: is missing',
      'portfolio.transactions[0].kind: is missing',
    ]);
    expect(problems(undefined)).toEqual([': is missing']);
  });

  test('a field of another kind, out of range or unknown says what it should be', () => {
    expect(problems({ portfolio: { accounts: [] }, seed: -1, goals: 5, asOf: 'today', sede: 3 })).toEqual([
      'portfolio.accounts: must not be empty',
      'goals: must be an object {...}, not a number',
      'seed: must be 0 or more',
      'asOf: must be a date such as "2026-03-31"',
      'sede: Alex knows no such field here',
    ]);
  });

  test('a field named like something that every object has is missing all the same', () => {
    expect(problems({ portfolio: { accounts: [{ name: 'A', positions: [JSON.parse('{"__proto__": 1}')] }] } })).toEqual(
      expect.arrayContaining(['portfolio.accounts[0].positions[0].symbol: is missing']),
    );
  });
});
