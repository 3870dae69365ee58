import type { Portfolio, StatedTransaction } from '../../schemas/portfolio.ts';
import { readTypeOfName } from '../account-type.ts';
import { masked, UNNAMED, type AccountReference } from '../account-names.ts';
import { quotation } from '../file-problem.ts';
import type { Findings } from '../findings.ts';
import type { AccountOrigin } from '../account-origin.ts';
import { foldTransactions, type FoldedAccount } from './fold-transactions.ts';
import { newestPrices, type PriceOf } from './newest-prices.ts';
import { statedCosts, type StatedCost } from './stated-costs.ts';
import { statedTransactions } from './stated-transactions.ts';
import type { TransactionList } from './transaction-list.ts';
import { unknownMoney } from './unknown-money.ts';

/** Differences named for each account. */
const NAMED = 6;
/** What brokers leave over or add by rounding. */
const TOLERANCE = 0.001;
/**
 * A list that accounts for less of what is held tells of something else than the account: brokers' exports go back some months
 * or years. Its return would be that of the part that was traded.
 */
const LEAST_ACCOUNTED_FOR = 0.75;
/**
 * Cash that differs from what is held by more than this share of the account: money that came or went is not listed, or was read
 * wrongly, and the return would be that of other flows.
 */
const MOST_CASH_UNEXPLAINED = 0.05;
/** Funds that hold an account's cash: what is in them is cash to a list of transactions. */
const CORE = /^(?:SPAXX|FDRXX|FZFXX|VMFXX|SWVXX|FCASH)$/;

/** The positions that transactions are put beside; `origins` tells which account is which, where a file says more than its name. */
export interface Positions {
  accounts: Portfolio['accounts'];
  origins: readonly AccountOrigin[];
}

export interface BesidePositions {
  /** The accounts that the list is of, by their names, those that are left out of the returns, too. */
  listed: string[];
  transactions: StatedTransaction[];
  /** What was paid for holdings whose positions do not say it. */
  costs: StatedCost[];
}

/**
 * The transactions that belong to the positions' accounts, and what they say was paid. The positions are the truth: where the transactions give another
 * quantity a note says so, and an account whose list is not whole (a sale of what was bought before the list begins, most of
 * what is held not in it) is left out of the returns.
 */
export function transactionsBeside(positions: Positions, list: TransactionList, findings: Findings): BesidePositions {
  const folded = foldTransactions(list.listed);
  for (const { message, line } of folded.taken) findings.note('transactions', message, line);
  const priceOf = newestPrices(folded.transactions, list.quoted);
  const names = new Map<string, string>();
  const lists = new Map<string, FoldedAccount | null>();
  for (const [key, account] of folded.accounts) {
    const only = folded.accounts.size === 1;
    const sure = accountFor(account.reference, positions);
    const name =
      sure ?? (only ? onlyAccount(account, positions, findings) : null) ?? explained(account, positions, findings);
    if (name !== null) lists.set(name, lists.has(name) ? null : account);
    const contradiction = folded.contradictions.find((one) => one.key === key);
    const shown = quotation(account.reference.name || masked(account.reference.number));
    if (name === null) {
      const isUnnamed = account.reference.key === UNNAMED;
      const which = isUnnamed
        ? 'the list names no account, and what it lists is not what one account of the positions holds'
        : `no account of the positions is "${shown}"`;
      findings.note('transactions', `${which}; its transactions were left out`, account.line);
    } else if (contradiction !== undefined) {
      const { line, message } = contradiction;
      findings.note(
        'transactions',
        `account "${quotation(name)}" is left out of the returns, for its list is not whole: ${message}`,
        line,
      );
    } else if (noteDifferences(name, account, positions, priceOf, findings)) {
      const unsaid = unsaidBeside(name, account, positions, list);
      if (unsaid === null) names.set(key, name);
      else findings.note('transactions', `account "${quotation(name)}": ${unsaid}`);
    }
  }
  return {
    listed: [...lists.keys()],
    transactions: statedTransactions(folded.transactions, (key) => names.get(key) ?? null, findings),
    costs: statedCosts(positions.accounts, lists, folded.contradictions),
  };
}

/** What is said of money that a list left out, where the positions state no cash that would show the lack. */
function unsaidBeside(
  name: string,
  account: FoldedAccount,
  { accounts }: Positions,
  { leftOut = [] }: TransactionList,
): string | null {
  const isStated = accounts.some((one) => one.name === name && one.cash.length > 0);
  return isStated ? null : (unknownMoney(account, leftOut, 'positions')?.message ?? null);
}

/** The account of the positions that a reference means: by name, by number or by the end of it. */
function accountFor(reference: AccountReference, { accounts, origins }: Positions): string | null {
  const same = (left: string, right: string): boolean => left !== '' && left.toLowerCase() === right.toLowerCase();
  const keyed = origins.filter(({ reference: own }) => own.key !== UNNAMED && own.key === reference.key);
  const byName = accounts.find(({ name }) => same(name, reference.name) || same(name, masked(reference.number)));
  const ending = /(\d{3,4})\D*$/;
  const last = ending.exec(reference.number || reference.name)?.[1];
  const byEnd = origins.filter(
    ({ reference: own }) => last !== undefined && ending.exec(own.number || own.name)?.[1] === last,
  );
  // Files of several brokers may have accounts of one name.
  if (keyed.length > 1) return null;
  return keyed[0]?.name ?? byName?.name ?? (byEnd.length === 1 ? (byEnd[0]?.name ?? null) : null);
}

/** The only account of the positions, where that of a list may be it: one of them has no name, or the list knows it by its number. */
function onlyAccount(
  { reference, type }: FoldedAccount,
  { accounts, origins }: Positions,
  findings: Findings,
): string | null {
  const [only, another] = accounts;
  if (only === undefined || another !== undefined) return null;
  const own = origins[0]?.reference ?? { key: only.name, name: only.name, number: '' };
  if (reference.key === UNNAMED || own.key === UNNAMED) return only.name;
  const named = readTypeOfName(reference.name);
  const taxed = type?.value ?? (named?.plain === true ? named.type : only.type);
  if (taxed !== only.type || !isNumbered(reference) || isNumbered(own) || own.number !== '') return null;
  const number = quotation(reference.name || masked(reference.number));
  findings.note(
    'transactions',
    `"${number}" was taken for "${quotation(only.name)}", the only account of the positions`,
  );
  return only.name;
}

/**
 * The account of a list that says none, or that calls it as several accounts of the positions were called before they were told
 * apart: the only one of those whose holdings are the listed ones. Null where there is none, or more than one.
 */
function explained(account: FoldedAccount, { accounts, origins }: Positions, findings: Findings): string | null {
  const { key, name: called } = account.reference;
  const keyed = new Set(origins.filter(({ reference }) => reference.key === key).map(({ name }) => name));
  if (key !== UNNAMED && keyed.size < 2) return null;
  const whole = accounts.filter(
    ({ name, positions }) =>
      (key === UNNAMED || keyed.has(name)) &&
      positions.length > 0 &&
      accountedFor(positions, account) >= LEAST_ACCOUNTED_FOR,
  );
  const [only, another] = whole;
  if (only === undefined || another !== undefined) return null;
  const which = key === UNNAMED ? 'a list that names no account' : `"${quotation(called)}"`;
  findings.note('transactions', `${which} was taken for "${quotation(only.name)}", of whose positions alone it tells`);
  return only.name;
}

/** Known by a broker's number alone, which a name can neither confirm nor deny. */
const isNumbered = ({ name }: AccountReference): boolean =>
  masked(name) !== name || /^(?:Account ending \d+\b.*)?$/.test(name);

/** False where so much is missing that the account's returns are not to be told. */
function noteDifferences(
  name: string,
  account: FoldedAccount,
  { accounts }: Positions,
  priceOf: PriceOf,
  findings: Findings,
): boolean {
  const own = accounts.find((one) => one.name === name);
  const held = new Map(own?.positions.map((one) => [one.symbol, one.quantity]));
  const differ = (left: string, right: string): boolean =>
    Math.abs(Number(left) - Number(right)) > TOLERANCE * Math.max(1, Math.abs(Number(right)));
  const symbols = new Set([...held.keys(), ...account.holdings.keys()]);
  const differences = [...symbols].flatMap((symbol) => {
    const [truth, listed] = [held.get(symbol) ?? '0', account.holdings.get(symbol)?.quantity ?? '0'];
    if (CORE.test(symbol) || !differ(listed, truth)) return [];
    return [`${symbol} ${listed} (held: ${truth})`];
  });
  // What lies in a core fund is cash to the list, and a position to the broker.
  const [left, cash] = [
    account.cash.get('USD') ?? '0',
    own?.cash.find(({ currency }) => currency === 'USD')?.amount ?? '0',
  ];
  let isCashWhole = true;
  if (account.cashIsKnown && ![...symbols].some((symbol) => CORE.test(symbol)) && differ(left, cash)) {
    differences.push(`cash ${left} (held: ${cash})`);
    // Of positions that state no cash nothing tells that there is none.
    isCashWhole =
      own?.cash.length === 0 || Math.abs(Number(left) - Number(cash)) <= MOST_CASH_UNEXPLAINED * worth(own, priceOf);
  }
  if (differences.length === 0) return true;
  const explained = accountedFor(own?.positions ?? [], account);
  const isWhole = explained >= LEAST_ACCOUNTED_FOR;
  const returns = !isWhole
    ? `they account for ${Math.floor(explained * 100)}% of what is held, so that it is left out of the returns`
    : isCashWhole
      ? 'its returns are those of the transactions alone'
      : 'money that came or went is not listed or was misread, so that it is left out of the returns';
  const more = differences.length > NAMED ? ` and ${differences.length - NAMED} more` : '';
  const shown = `${differences.slice(0, NAMED).join(', ')}${more}`;
  findings.note(
    'transactions',
    `the transactions of account "${quotation(name)}" do not add up to its positions, which are what counts: ${shown}; ${returns}`,
  );
  return isWhole && isCashWhole;
}

/** What an account comes to in dollars, of what is priced; where nothing else is known, what its shares last cost. */
function worth(account: Portfolio['accounts'][number] | undefined, priceOf: PriceOf): number {
  const cash = account?.cash.reduce((all, { amount }) => all + Math.abs(Number(amount)), 0) ?? 0;
  return (account?.positions ?? []).reduce(
    (all, { symbol, currency, quantity, price }) =>
      all + Number(quantity) * Number(price ?? priceOf({ symbol, currency })?.value ?? 0),
    cash,
  );
}

/**
 * The share of an account that its list explains, a fraction: of each holding the smaller of the two quantities against the
 * larger, by value where each has a price, else each holding alike. What lies in a core fund is passed over.
 */
function accountedFor(positions: Portfolio['accounts'][number]['positions'], { holdings }: FoldedAccount): number {
  const priced = positions.every(({ price }) => price !== undefined);
  const held = new Map(positions.map((one) => [one.symbol, one]));
  const symbols = [...new Set([...held.keys(), ...holdings.keys()])].filter((symbol) => !CORE.test(symbol));
  let [explained, all] = [0, 0];
  for (const symbol of symbols) {
    const [truth, listed] = [Number(held.get(symbol)?.quantity ?? 0), Number(holdings.get(symbol)?.quantity ?? 0)];
    const larger = Math.max(truth, listed);
    if (larger <= 0) continue;
    // What is listed and held no more has no price among the positions, and so no weight.
    const weight = priced ? Number(held.get(symbol)?.price ?? 0) : 1 / larger;
    explained += Math.max(0, Math.min(truth, listed)) * weight;
    all += larger * weight;
  }
  return all > 0 ? explained / all : 1;
}
