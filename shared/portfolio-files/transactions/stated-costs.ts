import type { Account } from '../../schemas/portfolio.ts';
import { quotation } from '../file-problem.ts';
import type { Findings } from '../findings.ts';
import type { Folded, FoldedAccount } from './fold-transactions.ts';

/** What all of a holding cost, by the average cost of its transactions. */
export interface StatedCost {
  account: string;
  symbol: string;
  currency: string;
  cost: string;
}

/** Between the quantity that is held and the listed one, of the larger: what brokers leave over or add by rounding. */
const TOLERANCE = 0.001;
/** Holdings named in a note. */
const NAMED = 8;

const isSame = (left: string, right: string): boolean =>
  Math.abs(Number(left) - Number(right)) <= TOLERANCE * Math.max(Number(left), Number(right));

/**
 * What was paid for holdings whose positions do not say it: of those of which an account's list comes to the quantity that is held, and
 * says what each share of it cost.
 *
 * @param listed each account's list, by the account's name among the positions; null where several lists are of one account
 */
export function statedCosts(
  accounts: readonly Account[],
  listed: ReadonlyMap<string, FoldedAccount | null>,
  contradictions: Folded['contradictions'],
): StatedCost[] {
  return accounts.flatMap(({ name: account, positions }) => {
    const list = listed.get(account);
    if (!list) return [];
    const bySymbol = Map.groupBy(positions, ({ symbol }) => symbol);
    const wrong = new Set(contradictions.filter(({ key }) => key === list.reference.key).map(({ symbol }) => symbol));
    return positions.flatMap(({ symbol, quantity, costBasis, currency }) => {
      const held = list.holdings.get(symbol);
      const isOne = bySymbol.get(symbol)?.length === 1;
      const isWhole = !wrong.has(symbol);
      return costBasis === undefined &&
        isOne &&
        isWhole &&
        typeof held?.cost === 'string' &&
        held.currency === currency &&
        isSame(held.quantity, quantity)
        ? [{ account, symbol, currency, cost: held.cost }]
        : [];
    });
  });
}

/**
 * Accounts with what transactions say was paid, and a note of it. A position that by then is in another currency is left as it is.
 *
 * @param currencyOf of a position, once it has a price; undefined: the one that it states
 */
export function withCosts(
  accounts: readonly Account[],
  costs: readonly StatedCost[],
  findings: Findings,
  currencyOf?: (account: string, symbol: string) => string | undefined,
): Account[] {
  const taken: string[] = [];
  const stating = new Map(costs.map((one) => [`${one.account}\n${one.symbol}`, one]));
  const costly = accounts.map((account) => ({
    ...account,
    positions: account.positions.map((position) => {
      const { symbol } = position;
      const stated = stating.get(`${account.name}\n${symbol}`);
      if (stated === undefined) return position;
      if ((currencyOf?.(account.name, symbol) ?? position.currency) !== stated.currency) return position;
      taken.push(accounts.length === 1 ? symbol : `${symbol} (${quotation(account.name)})`);
      return { ...position, costBasis: stated.cost };
    }),
  }));
  if (taken.length > 0) {
    const more = taken.length > NAMED ? ` and ${taken.length - NAMED} more` : '';
    findings.note(
      'transactions',
      `what was paid is not among the positions, and is taken from the transactions, by average cost: ${taken.slice(0, NAMED).join(', ')}${more}`,
    );
  }
  return costly;
}
