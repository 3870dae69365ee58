import type { Reading } from '../reading/reading.ts';

/** Companies that own property are single companies, and among the classes they are real estate: then the two shares are of different things. */
export const propertyToo = ({ holdings }: Reading): string =>
  holdings.some(({ assetClass, expenseRatio }) => assetClass === 'Real estate' && (expenseRatio ?? 0) === 0)
    ? ', property companies’ among them,'
    : '';
