import type { IsoDate } from '../../schemas/decimal.ts';
import type { CashBalance, Position } from '../../schemas/portfolio.ts';
import type { DateOrder } from '../date-text.ts';
import type { FileLayout } from '../file-layout.ts';
import type { StatedRate } from '../with-exchange-rates.ts';
import type { ListedTransaction } from './listed-transaction.ts';

/** Money of a row that does not tell what it did, so that it is in no balance. */
export interface MoneyLeftOut {
  /** Of the account. */
  key: string;
  line: number;
  words: string;
  /** Without sign. */
  amount: string;
  currency: string;
}

/** The transactions of a file, in any order. */
export interface TransactionList {
  listed: ListedTransaction[];
  /** What the file says is in an account today, by the account's key; where it does, cash is not folded. */
  balances: ReadonlyMap<string, CashBalance[]>;
  /** What the file says that a unit is worth, the newest of each, by symbol and currency ("VTI USD"). */
  quoted?: ReadonlyMap<string, { price: string; date: IsoDate }>;
  /** What the file says that something of the person's own is made of, by symbol. */
  classified?: ReadonlyMap<string, NonNullable<Position['classification']>>;
  /** A column of the file tells the balances, and they hold the fund that a broker keeps cash in. */
  coreIsCash?: boolean;
  /** What rows that are wrong may have brought in, as they call it; "" where one does not say what. */
  refused?: ReadonlySet<string>;
  /** What its balances lack for that. */
  leftOut?: readonly MoneyLeftOut[];
  /** How its days were read where nothing in the file tells which of the numbers is the month. */
  daysAssumed?: DateOrder;
  /** What the file says that currencies were worth on which days: at the end of its time, or at its own trades. */
  rates?: readonly StatedRate[];
  layout: FileLayout;
}
