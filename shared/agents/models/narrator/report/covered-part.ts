import type { Reading } from '../reading/reading.ts';
import { plain } from '../wording/markdown.ts';

/** What part of the portfolio has transactions, so that its returns are known. */
export interface CoveredPart {
  accounts: number;
  /** Its name where it is one account. */
  name: string | null;
  /** "$359,300 of $842,300". */
  sum: string;
}

/** The part with transactions; null where that is every account, or no return was asked for. */
export function coveredPart({ book, accounts: all, money, value }: Reading): CoveredPart | null {
  const accounts = book.number('performance.covered.accounts');
  const worth = book.number('performance.covered.value');
  if (accounts === null || worth === null || accounts >= all) return null;
  const [only, ...others] = book.keys('performance.account', 'name');
  const name = accounts === 1 && only !== undefined && others.length === 0 ? nameOf(book, only) : null;
  return { accounts, name, sum: `${money(worth)} of ${money(value)}` };
}

/** A name of digits alone would read as a figure. */
function nameOf(book: Reading['book'], key: string): string | null {
  const name = plain(book.text(`performance.account.${key}.name`) ?? '');
  return /\p{L}/u.test(name) ? name : null;
}
