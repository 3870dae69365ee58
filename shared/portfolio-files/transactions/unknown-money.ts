import { quotation } from '../file-problem.ts';
import type { FoldedAccount } from './fold-transactions.ts';
import type { MoneyLeftOut } from './transaction-list.ts';

/** What shows that a balance lacks money of which the list does not tell what it did. */
export interface UnknownMoney {
  message: string;
  /** Currencies whose balance is not known for that. */
  unknown: ReadonlySet<string>;
}

/** Of an account what may be lacking and its cash is counted all the same, a fraction. */
const TRIFLE = 0.01;
/** Lines named. */
const NAMED = 2;

/**
 * Whether an account's cash is made up of a list some of whose money was left out, and that is more than a trifle beside the cash and what
 * its holdings cost: a withdrawal that was passed over would be counted as there. Null where not, and where cash is not known anyway.
 *
 * @param cashOf what tells its cash today: the list alone, a balance in it, or the positions that it is beside
 */
export function unknownMoney(
  { reference, cash, holdings, cashIsKnown }: FoldedAccount,
  leftOut: readonly MoneyLeftOut[],
  cashOf: 'list' | 'balance' | 'positions',
): UnknownMoney | null {
  if (!cashIsKnown) return null;
  const own = leftOut.filter(({ key }) => key === reference.key);
  const unknown = new Set(
    own.flatMap(({ currency }) => {
      const lacking = own
        .filter((one) => one.currency === currency)
        .reduce((all, { amount }) => all + Number(amount), 0);
      const invested = [...holdings.values()].filter((one) => one.currency === currency);
      const cost = invested.reduce((all, one) => all + Number(one.cost ?? 0), 0);
      return lacking > TRIFLE * (Math.abs(Number(cash.get(currency) ?? 0)) + cost) ? [currency] : [];
    }),
  );
  if (unknown.size === 0) return null;
  const lines = own.filter(({ currency }) => unknown.has(currency));
  const named = lines
    .slice(0, NAMED)
    .map(
      ({ line, words, amount, currency }) => `line ${line}, "${quotation(words).slice(0, 30)}", ${amount} ${currency}`,
    );
  const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : '';
  const then = {
    list: `its cash (${[...unknown].join(', ')}) is not known and left out`,
    balance: 'the balance that the file states counts',
    positions: 'what cash it had is not known',
  }[cashOf];
  const message = `${then}, for the list does not say what some of its money did: ${named.join('; ')}${more}; it is left out of the returns`;
  return { message, unknown };
}
