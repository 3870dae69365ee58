import type { IsoDate } from '../../schemas/decimal.ts';
import { product, quotient, sum } from '../decimal-number.ts';
import { inOrder, type ListedTransaction } from './listed-transaction.ts';
import { cashMoved } from './settlement.ts';
import { absolute, negated } from './signs.ts';
import { ratioOfAdded } from './split-ratio.ts';

/** What is held of one instrument in one account after its transactions. */
export interface Holding {
  symbol: string;
  name: string;
  currency: string;
  /** Positive, or "0" for what was sold; negative while it is sold short. */
  quantity: string;
  /** Of all of it, by average cost; null where shares moved in without one. */
  cost: string | null;
}

export interface FoldedAccount {
  reference: ListedTransaction['account'];
  type: ListedTransaction['accountType'];
  /** The line of its first transaction. */
  line: number;
  holdings: Map<string, Holding>;
  cash: Map<string, string>;
  /** What each day ended with on which anything moved, by currency. */
  days: Map<string, { date: IsoDate; amount: string }[]>;
  /** The least that any day ended with, and that day, by currency. */
  lowest: Map<string, { amount: string; date: IsoDate }>;
  /** Deposits or withdrawals are listed, so that what is left of them is known. */
  cashIsKnown: boolean;
}

export interface Folded {
  accounts: Map<string, FoldedAccount>;
  /** In the order in which they take effect, each split with its ratio. */
  transactions: ListedTransaction[];
  /** What cannot have happened as it is listed: more sold than held. */
  contradictions: { key: string; line: number; symbol: string; message: string }[];
  /** What shares that came without an amount were taken for. */
  taken: { key: string; line: number; message: string }[];
}

/**
 * Folds transactions into what is held, by average cost: a purchase adds its cost, fees included; a sale takes its share of
 * it; a split changes the number of shares alone. The order of the list does not matter, only the dates do.
 */
export function foldTransactions(listed: readonly ListedTransaction[]): Folded {
  const accounts = new Map<string, FoldedAccount>();
  const contradictions: Folded['contradictions'] = [];
  const taken: Folded['taken'] = [];
  const moved = new Set<FoldedAccount>();
  let day: IsoDate = '';
  const ordered = inOrder(listed);
  const transactions = ordered.map((transaction) => {
    if (transaction.date !== day) endDay(moved, day);
    day = transaction.date;
    const account = accountOf(accounts, transaction);
    moved.add(account);
    const carried = carryOut(transaction, account, ordered);
    if (typeof carried !== 'string') {
      if (transaction.came)
        taken.push({ key: transaction.account.key, line: transaction.line, message: takenFor(carried) });
      return carried;
    }
    const { account: of, line, symbol } = transaction;
    contradictions.push({ key: of.key, line, symbol: symbol ?? '', message: carried });
    return transaction;
  });
  endDay(moved, day);
  contradictions.push(...leftShort(accounts, ordered));
  return { accounts, transactions, contradictions, taken };
}

/** What was sold short and is owed to this day: a position of less than nothing is none that Alex takes. */
const leftShort = (
  accounts: ReadonlyMap<string, FoldedAccount>,
  ordered: readonly ListedTransaction[],
): Folded['contradictions'] =>
  [...accounts].flatMap(([key, { holdings }]) =>
    [...holdings.values()].flatMap(({ symbol, quantity }) => {
      const sale = ordered.findLast((one) => one.short && one.symbol === symbol && one.account.key === key);
      return sale === undefined || !quantity.startsWith('-')
        ? []
        : [
            {
              ...{ key, line: sale.line, symbol },
              message: `${negated(quantity)} ${symbol} are sold short on ${sale.date} and not bought back on any later line: Alex takes no positions that are still short`,
            },
          ];
    }),
  );

/** What is said of shares that came without an amount. */
function takenFor({ kind, symbol, date, quantity, ratio, merged }: ListedTransaction): string {
  if (kind === 'split') {
    const [after, before] = [ratio?.after ?? '1', ratio?.before ?? '1'];
    return `shares of ${symbol ?? ''} came on ${date} without an amount: taken for a split, ${after} for each ${before}, of what was held then, at no cost`;
  }
  const inside = merged ? 'shares that came for those of a merger' : 'shares that another holding gave out';
  const of = kind === 'buy' ? inside : 'shares from elsewhere';
  return `${quantity ?? ''} ${symbol ?? ''} came on ${date} without an amount: taken for ${of}, and what they cost is not known`;
}

/** What the accounts that moved on a day ended it with; within a day the order of what happened is not known. */
function endDay(moved: Set<FoldedAccount>, date: IsoDate): void {
  for (const { cash, lowest, days } of moved) {
    for (const [currency, amount] of cash) {
      const ended = days.get(currency) ?? [];
      if (ended.at(-1)?.amount !== amount) ended.push({ date, amount });
      days.set(currency, ended);
      const known = lowest.get(currency);
      if (known === undefined || Number(amount) < Number(known.amount)) lowest.set(currency, { amount, date });
    }
  }
  moved.clear();
}

function accountOf(accounts: Map<string, FoldedAccount>, transaction: ListedTransaction): FoldedAccount {
  const { account: reference, accountType: type, line, kind } = transaction;
  const known: FoldedAccount = accounts.get(reference.key) ?? {
    ...{ reference, type, line, holdings: new Map(), cash: new Map(), lowest: new Map() },
    ...{ days: new Map(), cashIsKnown: false },
  };
  accounts.set(reference.key, known);
  known.line = Math.min(known.line, line);
  known.type ??= type;
  const { currency, cash } = cashMoved(transaction);
  known.cash.set(currency, sum(known.cash.get(currency) ?? '0', cash));
  known.cashIsKnown ||= kind === 'deposit' || kind === 'withdrawal';
  return known;
}

/**
 * The transaction as it took effect, or why it cannot have. Shares that another holding of the account gave out came for no money: they
 * are bought for nothing, for what they are worth is what that one lost. Only where none is held did they come from outside.
 */
function carryOut(
  transaction: ListedTransaction,
  { holdings }: FoldedAccount,
  listed: readonly ListedTransaction[],
): ListedTransaction | string {
  const { kind, symbol, name, currency, quantity } = transaction;
  if (symbol === null || !['buy', 'sell', 'split', 'transfer_in', 'transfer_out'].includes(kind)) return transaction;
  const held = holdings.get(symbol) ?? { symbol, name, currency, quantity: '0', cost: '0' };
  if (held.quantity === '0') Object.assign(held, { currency, cost: '0' });
  if (held.currency !== currency) return `${symbol} is in ${held.currency} on an earlier line, and here in ${currency}`;
  holdings.set(symbol, held);
  held.name ||= name;
  const isMerged = hasOtherHalf(transaction, listed);
  if (kind === 'split' && transaction.came && (held.quantity === '0' || isMerged)) {
    const isGivenOut =
      !transaction.merged && [...holdings.values()].some((other) => other !== held && other.quantity !== '0');
    add({ ...transaction, kind: 'transfer_in' }, held);
    return { ...transaction, kind: isMerged || isGivenOut ? 'buy' : 'transfer_in' };
  }
  if (kind === 'split') return split(transaction, held, () => fallAt(transaction, listed));
  if (kind === 'buy' || kind === 'transfer_in') {
    add(transaction, held);
    return transaction;
  }
  const taken = take(transaction, held, quantity ?? '0');
  return typeof taken !== 'string' && isMerged ? { ...taken, kind: 'sell' } : taken;
}

/** Whether the shares of a merger went, and others came for them, in one account on one day: nothing came from outside or went there. */
function hasOtherHalf(one: ListedTransaction, listed: readonly ListedTransaction[]): boolean {
  const { account, date, came = false } = one;
  return (
    one.merged === true &&
    listed.some(
      (other) =>
        other.merged && other.account.key === account.key && other.date === date && (other.came ?? false) !== came,
    )
  );
}

function add({ kind, quantity, cash, costBasis }: ListedTransaction, held: Holding): void {
  if (held.quantity.startsWith('-')) {
    held.quantity = sum(held.quantity, quantity ?? '0');
    held.cost = held.quantity === '0' ? '0' : null;
    return;
  }
  const cost = kind === 'buy' ? absolute(cash) : costBasis;
  held.cost = held.cost === null || cost === null ? null : sum(held.cost, cost);
  held.quantity = sum(held.quantity, quantity ?? '0');
}

function take(transaction: ListedTransaction, held: Holding, quantity: string): ListedTransaction | string {
  const left = sum(held.quantity, negated(quantity));
  if (left.startsWith('-') && transaction.short && (held.quantity === '0' || held.quantity.startsWith('-'))) {
    held.quantity = left;
    return transaction;
  }
  if (left.startsWith('-')) {
    const verb = transaction.kind === 'sell' ? 'sold' : 'moved out';
    const had = held.quantity === '0' ? 'none is held' : `only ${held.quantity} are held`;
    return `${quantity} ${held.symbol} are ${verb} on ${transaction.date}, but ${had} then`;
  }
  held.cost = held.cost === null ? null : left === '0' ? '0' : quotient(product(held.cost, left), held.quantity);
  held.quantity = left;
  return transaction;
}

/** @param fell what a share cost before over what it cost after, null where the file does not say */
function split(transaction: ListedTransaction, held: Holding, fell: () => number | null): ListedTransaction | string {
  const { symbol, date, quantity, came = false } = transaction;
  if (held.quantity === '0') return `${symbol ?? ''} is split on ${date}, but none is held then`;
  const ratio = transaction.ratio ?? ratioOfAdded(held.quantity, quantity ?? '0', { sure: came, fell: fell() });
  if (ratio === null) {
    const number = quantity ?? '';
    return Number(number) < 0
      ? `a split that takes ${negated(number)} of ${held.quantity} shares leaves none; write it as "1:4" in the quantity`
      : `"${number}" may be ${number} shares added to the ${held.quantity} held, or ${number} for 1; write the split as "${number}:1", or as "${sum(held.quantity, number)}:${held.quantity}" where it is shares`;
  }
  held.quantity = quotient(product(held.quantity, ratio.after), ratio.before);
  return { ...transaction, ratio, quantity: quotient(ratio.after, ratio.before) };
}

/** What a share cost in the last trade before a split over what it cost in the first one from that day on; null where one is missing. */
function fallAt({ symbol, date, currency }: ListedTransaction, ordered: readonly ListedTransaction[]): number | null {
  const priced = ordered.filter(
    (one) =>
      one.symbol === symbol &&
      one.currency === currency &&
      one.price !== null &&
      (one.kind === 'buy' || one.kind === 'sell'),
  );
  const before = priced.findLast((one) => one.date < date)?.price;
  const after = priced.find((one) => one.date >= date)?.price;
  return typeof before === 'string' && typeof after === 'string' ? Number(before) / Number(after) : null;
}
