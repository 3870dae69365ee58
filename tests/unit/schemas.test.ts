import { describe, expect, test } from '@jest/globals';
import { portfolio } from '../../shared/schemas/portfolio.ts';
import { analyzeRequest } from '../../shared/schemas/job.ts';

describe('portfolio schema', () => {
  test('a symbol twice in one account is refused, naming the second', () => {
    const result = portfolio.safeParse({
      accounts: [
        {
          name: 'A',
          positions: [
            { symbol: 'VTI', quantity: '1' },
            { symbol: 'VTI', quantity: '2' },
          ],
        },
      ],
    });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['accounts.0.positions.1.symbol']);
  });

  test('a price without its date is refused', () => {
    const result = portfolio.safeParse({
      accounts: [{ name: 'A', positions: [{ symbol: 'VTI', quantity: '1', price: '10' }] }],
    });
    expect(result.error?.issues[0]?.path).toEqual(['accounts', 0, 'positions', 0, 'priceAsOf']);
  });

  test('a field nobody knows is refused, not dropped', () => {
    expect(analyzeRequest.safeParse({ sed: 5 }).success).toBe(false);
  });
});
