import { isStale } from '../../../../finance/staleness.ts';
import type { Reading } from '../reading/reading.ts';
import { longDate } from './date.ts';

/** "As of" the day of the analysis, or the day of the newest price where even that is old. */
export function atPrices({ asOf, book }: Pick<Reading, 'asOf' | 'book'>): string {
  const [oldest, newest] = [book.text('portfolio.prices.oldest'), book.text('portfolio.prices.newest')];
  if (newest === null || !isStale(newest, asOf)) return `As of ${longDate(asOf)}`;
  return `At prices of ${longDate(newest)}${oldest === newest ? '' : ' and older'},`;
}
