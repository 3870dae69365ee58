import type { IsoDate } from '../../schemas/decimal.ts';
import type { AccountType, StatedTransaction } from '../../schemas/portfolio.ts';
import type { Settlement } from './settlement.ts';
import type { AccountReference } from '../account-names.ts';

/** How many shares `before` became: 4 for 1 is { after: '4', before: '1' }. Positive decimals. */
export interface SplitRatio {
  after: string;
  before: string;
}

/** One transaction as a file lists it; decimals are strings. */
export interface ListedTransaction {
  line: number;
  account: AccountReference;
  /** What a column says of the account; null where there is none. */
  accountType: { value: AccountType; column: string | null } | null;
  date: IsoDate;
  kind: StatedTransaction['kind'];
  /** Null for what concerns money alone. */
  symbol: string | null;
  name: string;
  /** Positive; for a split the shares that were added or (negative) taken away, where `ratio` is null. */
  quantity: string | null;
  ratio: SplitRatio | null;
  /** A `split` that is shares for sure and no ratio: they came without an amount, whatever for; where none is held from elsewhere. */
  came?: true;
  /** Shares of a company that was taken over, which went, or those that came for them. */
  merged?: true;
  /** A `sell` of shares that are not held, for a later purchase to cover. */
  short?: true;
  /** A `split` of which this row has all the shares before it (`old`) or after it (`new`), and another row the others. */
  half?: 'old' | 'new';
  /** Of one unit, positive. */
  price: string | null;
  /** What it did to the account's cash, fees included; "0" for splits and for shares moved in kind. */
  cash: string;
  /** What was paid for shares moved in, where the file says. */
  costBasis: string | null;
  currency: string;
  /** What was paid or received for a trade in another currency than its price's; null where in the same. */
  settled: Settlement | null;
}

/** On one day: splits are in force when trading begins, and what comes in is there before anything goes out. */
const RANK: Record<ListedTransaction['kind'], number> = {
  split: 0,
  transfer_in: 1,
  deposit: 1,
  buy: 2,
  dividend: 3,
  interest: 3,
  fee: 4,
  sell: 5,
  transfer_out: 6,
  withdrawal: 7,
};

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The order in which transactions take effect, the same whichever order a file lists them in. */
export const inOrder = (listed: readonly ListedTransaction[]): ListedTransaction[] =>
  listed.toSorted(
    (a, b) =>
      byText(a.date, b.date) ||
      RANK[a.kind] - RANK[b.kind] ||
      byText(a.symbol ?? '', b.symbol ?? '') ||
      byText(a.quantity ?? '', b.quantity ?? '') ||
      byText(a.cash, b.cash) ||
      a.line - b.line,
  );
