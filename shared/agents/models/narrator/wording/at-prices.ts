import type { Reading } from '../reading/reading.ts';
import { longDate } from './date.ts';

/** "As of" the day of the analysis where the newest price is of that day; else the day of that price, and whether some are older. */
export function atPrices({ asOf, book }: Pick<Reading, 'asOf' | 'book'>): string {
  const [oldest, newest] = [book.text('portfolio.prices.oldest'), book.text('portfolio.prices.newest')];
  if (newest === null || newest === asOf) return `As of ${longDate(asOf)}`;
  return `At prices of ${longDate(newest)}${oldest === newest ? '' : ' and older'},`;
}
