import type { IsoDate } from '../../schemas/decimal.ts';
import { canonical, product, shifted, sum } from '../decimal-number.ts';
import { quotation } from '../file-problem.ts';
import { isMissing } from '../missing-text.ts';
import type { CellReader } from '../read-cells.ts';
import { readSymbol } from '../symbol-text.ts';
import type { TableRow } from '../table-row.ts';
import type { ListedTransaction, SplitRatio } from './listed-transaction.ts';
import { absolute, negated } from './signs.ts';
import { readSplitRatio } from './split-ratio.ts';
import { namesTheIncome, readAction, type Action } from './transaction-kind.ts';

/** What a row states, before it is known what happened. */
export type Stated = Omit<ListedTransaction, 'kind' | 'cash'> & {
  /** As the file signs them. */
  signedQuantity: string | null;
  amount: string | null;
  fees: string;
  words: string;
  /** The file gives what takes cash a minus, so that a fee without one is money back. */
  signed: boolean;
};

type Account = Pick<ListedTransaction, 'account' | 'accountType'>;

/** The cells of a row of transactions; null, with problems, where any of them is wrong. */
export function readStated(
  row: TableRow,
  cells: CellReader,
  account: Account,
  latest: IsoDate,
): Omit<Stated, 'signed'> | null {
  const words = row.text('action');
  const isSplit = readAction(words) === 'split';
  const ratio = isSplit ? ratioOf(row) : null;
  const quantity = isSplit && ratio !== null ? null : cells.number('quantity');
  const [price, amount] = [cells.number('price'), cells.number('amount')];
  const [fee, commission, cost] = [cells.number('fee'), cells.number('commission'), cells.number('costBasis')];
  const dateField = row.header('tradeDate') === null ? 'priceDate' : 'tradeDate';
  const date = cells.day(dateField, latest);
  if (date === null) cells.problem(dateField, 'the date is missing');
  const { code, perUnit, stated } = cells.currency();
  const text = row.text('symbol');
  const symbol = isMissing(text) ? null : readSymbol(text);
  if (symbol === null && !isMissing(text)) cells.problem('symbol', `"${quotation(text)}" is not a ticker such as VTI`);
  if (cells.failed() || !date) return null;
  const money = (value: string): string => (perUnit === 100 ? canonical(shifted(value, -2)) : value);
  const each = !price || Number(price.value) <= 0 ? null : money(price.value);
  const signed = quantity?.value ?? null;
  return {
    ...account,
    line: row.row.line,
    date,
    symbol,
    name: row.text('name').slice(0, 200).trim(),
    quantity: signed === null || signed === '0' ? null : isSplit ? signed : absolute(signed),
    signedQuantity: signed,
    ratio,
    price: each,
    amount: amount ? money(amount.value) : null,
    fees: money(sum(absolute(fee?.value ?? '0'), absolute(commission?.value ?? '0'))),
    costBasis: cost ? money(absolute(cost.value)) : null,
    currency: stated ? code : (price?.currency ?? amount?.currency ?? code),
    words,
  };
}

/** A split's ratio, from where people and brokers write it. */
function ratioOf(row: TableRow): SplitRatio | null {
  return readSplitRatio(row.text('quantity')) ?? readSplitRatio(row.text('action')) ?? readSplitRatio(row.text('name'));
}

/**
 * What a purchase or sale did to cash, without sign. An amount may or may not include the fees: whichever is nearer to
 * quantity times price decides.
 */
function traded({ quantity, price, amount, fees }: Stated, isBuy: boolean): string | null {
  const gross = quantity !== null && price !== null ? product(quantity, price) : null;
  const fee = isBuy ? fees : negated(fees);
  if (amount === null) return gross === null ? null : sum(gross, fee);
  const size = absolute(amount);
  if (gross === null || fees === '0') return size;
  const net = Number(sum(gross, fee));
  const isNet = Math.abs(Number(size) - net) <= Math.abs(Number(size) - Number(gross));
  return isNet ? size : sum(size, fee);
}

type Listed = Pick<ListedTransaction, 'kind' | 'cash'>;

/** What happened, as one or two transactions; empty for what moves nothing; a text where the row does not say enough. */
export function happenings(stated: Stated): Listed[] | string {
  const action = readAction(stated.words);
  if (action !== null) return happeningsOf(action, stated);
  const moves = stated.quantity !== null || (stated.amount !== null && stated.amount !== '0');
  return moves
    ? `"${quotation(stated.words)}" is no kind of transaction that Alex knows; write buy, sell, dividend, ...`
    : [];
}

function happeningsOf(action: Action, stated: Stated): Listed[] | string {
  const { symbol, quantity, signedQuantity, amount, ratio, words } = stated;
  switch (action) {
    case 'sweep':
      return [];
    case 'buy':
    case 'sell': {
      const done = trade(stated, action);
      return typeof done === 'string' ? done : [done];
    }
    case 'reinvestment': {
      if (quantity === null) return money(stated, 'dividend');
      const bought = trade(stated, 'buy');
      if (typeof bought === 'string') return bought;
      const alone = amount?.startsWith('-') === true || !namesTheIncome(words);
      return alone ? [bought] : [{ kind: 'dividend', cash: absolute(bought.cash) }, bought];
    }
    case 'dividend':
      return money(stated, symbol === null && amount?.startsWith('-') === true ? 'withdrawal' : 'dividend');
    case 'split':
      if (symbol === null) return 'the symbol of what was split is missing';
      return ratio === null && quantity === null
        ? 'write the split as "4:1" in the quantity'
        : [{ kind: 'split', cash: '0' }];
    case 'transfer_in':
    case 'transfer_out':
    case 'transfer': {
      if (symbol === null || quantity === null) {
        return money(stated, action === 'transfer_out' || amount?.startsWith('-') === true ? 'withdrawal' : 'deposit');
      }
      const out = action === 'transfer_out' || (action === 'transfer' && signedQuantity?.startsWith('-') === true);
      return [{ kind: out ? 'transfer_out' : 'transfer_in', cash: '0' }];
    }
    case 'deposit':
      return money(stated, amount?.startsWith('-') === true ? 'withdrawal' : 'deposit');
    default:
      return money(stated, action);
  }
}

function trade(stated: Stated, kind: 'buy' | 'sell'): Listed | string {
  if (stated.symbol === null) return 'the symbol is missing';
  if (stated.quantity === null) return 'the quantity is missing';
  if (kind === 'buy' && stated.signedQuantity?.startsWith('-') === true) return 'a purchase of less than nothing';
  const size = traded(stated, kind === 'buy');
  if (size === null) return 'a price or an amount is missing';
  return { kind, cash: kind === 'buy' ? negated(size) : size };
}

/** What moves cash alone. What comes back of a fee or a tax is income, for a fee only ever takes. Fees and withdrawals take it, whichever sign the file gives them; deposits bring it. */
function money(
  { amount, fees, symbol, signed }: Stated,
  kind: 'dividend' | 'interest' | 'fee' | 'deposit' | 'withdrawal',
): Listed[] | string {
  const size = amount ?? (kind === 'fee' && fees !== '0' ? fees : null);
  if (size === null) return 'the amount is missing';
  if (size === '0') return [];
  if (kind === 'fee' && signed && !size.startsWith('-') && amount !== null) {
    return [{ kind: symbol === null ? 'interest' : 'dividend', cash: size }];
  }
  if (kind === 'fee' || kind === 'withdrawal') return [{ kind, cash: negated(absolute(size)) }];
  return [{ kind, cash: kind === 'deposit' ? absolute(size) : size }];
}

/** Whether a file gives what takes cash a minus: its purchases, withdrawals or fees show it. */
export const signsAmounts = (rows: readonly Pick<Stated, 'words' | 'amount'>[]): boolean =>
  rows.some(({ words, amount }) => {
    const action = amount?.startsWith('-') === true ? readAction(words) : null;
    return action === 'buy' || action === 'withdrawal' || action === 'fee' || action === 'reinvestment';
  });
