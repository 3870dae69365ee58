import { product, sum } from '../decimal-number.ts';
import { quotation } from '../file-problem.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import type { Stated } from './read-transaction.ts';
import { absolute, negated } from './signs.ts';
import { namesTheIncome, readAction, type Action } from './transaction-kind.ts';

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
