import type { AccountPerformance } from '../../schemas/performance.ts';
import { daysBetween } from '../staleness.ts';
import { YEAR } from './series.ts';

/**
 * Whether a return can be told a year: there was money for one. Where no time-weighted return tells of the days with money, for want of
 * prices, the first and the last day do.
 */
export const spansYear = ({ timeWeighted, from, to }: Omit<AccountPerformance, 'accountName'>): boolean =>
  timeWeighted === null
    ? from !== null && to !== null && daysBetween(from, to) >= YEAR
    : timeWeighted.annualized !== null;
