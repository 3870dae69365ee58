import type { Portfolio } from '../schemas/portfolio.ts';
import type { FileNote } from './file-problem.ts';

/** What is said of a file of positions of which none states a price. */
export const NO_PRICES = 'no position has a price: the report leaves out what stays without one';

/** A file's notes without that one, where prices have come from elsewhere since. */
export function stillTrue(notes: readonly FileNote[], { accounts }: Pick<Portfolio, 'accounts'>): FileNote[] {
  const anyPrice = accounts.some(({ positions }) => positions.some(({ price }) => price !== undefined));
  return notes.filter(({ message }) => !anyPrice || message !== NO_PRICES);
}
