import { quotation } from '../file-problem.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import { directionOf, directionOfInterest, isCostGivenBack, isTakenBack, opposite } from './money-direction.ts';
import type { Direction } from './money-direction.ts';
import type { Stated } from './read-transaction.ts';
import { absolute, negated } from './signs.ts';

/** What it did, and of what, where that is another security than the row's. */
export type Listed = Pick<ListedTransaction, 'kind' | 'cash'> &
  Partial<Pick<ListedTransaction, 'symbol' | 'name' | 'quantity' | 'price' | 'came' | 'half' | 'merged' | 'short'>>;

/** What was taken to have happened though the row's words do not say it, and why. */
export interface Taken {
  taken: Listed[];
  told: string;
}

/** Money of which a row does not tell what it did, or shares of a name that is not known: left out, and said to be. */
export interface LeftOut {
  leftOut: string;
  /** So much money, without sign; absent for shares. */
  money?: string;
}

const isBelow = (amount: string | null): boolean => amount?.startsWith('-') === true;

/** Money of which neither a sign nor a word tells the direction. */
const undirected = ({ words, amount, currency }: Stated, remedy: string): LeftOut => ({
  leftOut: `"${quotation(words)}" does not say which way its ${absolute(amount ?? '0')} ${currency} went, and no sign does: left out; ${remedy}`,
  money: absolute(amount ?? '0'),
});

/**
 * What moves cash alone. What comes back of a fee or a tax is income, for a fee only ever takes. Fees and withdrawals take cash,
 * deposits bring it. A list that gives what takes cash a minus is believed, and so is every minus; elsewhere the words tell of interest that was
 * charged and of what was reversed.
 */
export function money(
  stated: Stated,
  kind: 'dividend' | 'interest' | 'fee' | 'deposit' | 'withdrawal',
): Listed[] | LeftOut | string {
  const { amount, fees, symbol, signed, words } = stated;
  const size = amount ?? (kind === 'fee' && fees !== '0' ? fees : null);
  if (size === null) return 'the amount is missing';
  if (size === '0') return [];
  const isOpen = !signed && !isBelow(size);
  if (kind === 'fee' && amount !== null && !isBelow(size) && (signed || isCostGivenBack(words))) {
    return [{ kind: symbol === null ? 'interest' : 'dividend', cash: size }];
  }
  if (kind === 'fee' || kind === 'withdrawal') return [{ kind, cash: negated(absolute(size)) }];
  if (kind === 'deposit') return [{ kind, cash: absolute(size) }];
  const direction = isOpen ? earned(kind, words) : 'in';
  if (direction === null) return undirected(stated, 'write "Interest earned" or "Interest charged"');
  return [{ kind, cash: direction === 'out' ? negated(size) : size }];
}

function earned(kind: 'dividend' | 'interest', words: string): Direction | null {
  if (kind === 'interest') return directionOfInterest(words);
  return isTakenBack(words) ? 'out' : 'in';
}

/** Money paid in or taken out. A minus beats the words, and so does its absence where the list gives what went out one. */
export function moneyMoved(
  stated: Stated,
  action: 'deposit' | 'withdrawal' | 'transfer' | 'transfer_in' | 'transfer_out',
): Listed[] | Taken | LeftOut | string {
  const { amount, words, signsOut, signsTransfers, isFirst } = stated;
  if (isBelow(amount)) return money(stated, 'withdrawal');
  const said = directionSaid(action, words);
  if (said === 'out') return money(stated, signsOut ? 'deposit' : 'withdrawal');
  if (said === 'in' || signsTransfers || amount === null || amount === '0') return money(stated, 'deposit');
  if (!isFirst) return undirected(stated, 'write "Transfer in" or "Transfer out", or give what went out a minus');
  const came = money(stated, 'deposit');
  const told = `"${quotation(words)}" does not say which way its money went: taken for money that came in, as nothing is listed before it`;
  return Array.isArray(came) ? { taken: came, told } : came;
}

function directionSaid(action: Parameters<typeof moneyMoved>[1], words: string): Direction | null {
  if (action === 'deposit' || action === 'withdrawal') {
    const direction = action === 'deposit' ? 'in' : 'out';
    return isTakenBack(words) ? opposite(direction) : direction;
  }
  const direction = directionOf(words);
  return direction ?? (action === 'transfer' ? null : action === 'transfer_in' ? 'in' : 'out');
}

const OF_A_SECURITY = /\bdiv(?:idends?)?\b|\bgains?\b|\bcapital\b|\blieu\b|\bsubstitute\b/i;

/** What was paid on a security, or, where the row names none, out of an account: a "Distribution" may be either. */
export function distributed(stated: Stated): Listed[] | LeftOut | string {
  const { symbol, name, amount, words, signed } = stated;
  const isOfAccount = symbol === null && name === '' && !OF_A_SECURITY.test(words) && /\bdistr/i.test(words);
  if (symbol === null && isBelow(amount)) return money(stated, 'withdrawal');
  return isOfAccount && !signed && amount !== null && amount !== '0'
    ? undirected(stated, 'write "Dividend" or "Withdrawal"')
    : money(stated, 'dividend');
}

/** What came back of what was paid: of a security income, else money from outside, for what was bought elsewhere is no cost of the account. */
export function refunded(stated: Stated): Listed[] | LeftOut | string {
  if (isBelow(stated.amount)) return money(stated, 'fee');
  return money(stated, stated.symbol === null ? 'deposit' : 'dividend');
}

/** What an account comes to is no money that moved. */
const COMES_TO = /\btotals?\b|\bbalances?\b|\bvalues?\b|\bworth\b/i;

/** Money of a word that is not known: what a sign says it did to cash counts, as paid in or taken out; else it is left out. */
export function ofUnknownKind(stated: Stated, unknown: string): Listed[] | Taken | LeftOut | string {
  const { amount, currency, signed, words } = stated;
  if (amount === null || amount === '0') return [];
  if ((signed && !COMES_TO.test(words)) || isBelow(amount)) {
    const out = isBelow(amount);
    const told = `${unknown}: by its sign its ${absolute(amount)} ${currency} were taken for money that ${out ? 'was taken out' : 'was paid in'}`;
    return { taken: [{ kind: out ? 'withdrawal' : 'deposit', cash: amount }], told };
  }
  return { leftOut: `${unknown}: its ${amount} ${currency} were left out, so that cash may be another`, money: amount };
}
