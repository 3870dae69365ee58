import type { FoldedAccount } from './fold-transactions.ts';

/** What shows that a list does not go back to the day on which its account was opened. */
export interface MissingBeginning {
  message: string;
  /** Currencies whose balance is not known for that. */
  unknown: ReadonlySet<string>;
}

/** Money below zero up to which rounding may be the cause. */
const ROUNDING = 1;

/**
 * Whether the cash of an account falls below zero by what is listed: more was spent than came in, so that money was there before
 * the list begins. It may have been borrowed as well, which nothing in it tells; it is never called a debt. Null where it does
 * not, and where no deposit is listed, for then cash is not known anyway.
 */
export function missingBeginning(
  { cash, lowest, cashIsKnown }: FoldedAccount,
  isStated: boolean,
): MissingBeginning | null {
  if (!cashIsKnown) return null;
  const below = [...lowest].filter(([, { amount }]) => Number(amount) < -ROUNDING);
  if (below.length === 0) return null;
  const unknown = new Set(below.map(([currency]) => currency).filter((currency) => Number(cash.get(currency)) < 0));
  const told = below.map(([currency, { amount, date }]) => `${amount} ${currency} on ${date}`).join(', ');
  const why = `by what is listed its cash falls below zero (${told}): the list may not reach back to the beginning, or money was borrowed`;
  const then = isStated
    ? 'the balance that the file states counts'
    : unknown.size > 0
      ? `its cash (${[...unknown].join(', ')}) is not known and left out`
      : 'its cash may be more than is counted';
  return { message: `${why}; ${then}, and it is left out of the returns`, unknown };
}
