import type { Reading } from '../reading/reading.ts';
import { percent } from './percent.ts';

/** How much something that is held is: "12% of your portfolio, worth $4,000". */
export const worthOf = (
  { money }: Pick<Reading, 'money'>,
  { weight, value }: { weight: number; value: number },
): string => `${percent(weight)} of your portfolio, worth ${money(value)}`;
