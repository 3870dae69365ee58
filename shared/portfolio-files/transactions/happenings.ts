import { isCoreFund } from '../cash-label.ts';
import { isCurrencyCode } from '../currency-text.ts';
import { product, quotient, sum } from '../decimal-number.ts';
import { quotation } from '../file-problem.ts';
import { readNumber } from '../number-text.ts';
import { readSymbol } from '../symbol-text.ts';
import { distributed, money, moneyMoved, ofUnknownKind, refunded } from './money-alone.ts';
import type { LeftOut, Listed, Taken } from './money-alone.ts';
import { directionOf } from './money-direction.ts';
import type { Stated } from './read-transaction.ts';
import { absolute, negated } from './signs.ts';
import { splitHalf } from './reverse-splits.ts';
import {
  isCashMerger,
  isMerger,
  isShortSale,
  mayBringShares,
  namesTheIncome,
  readAction,
  type Action,
} from './transaction-kind.ts';

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

/** What happened, as one or two transactions; empty for what moves nothing; a text where the row does not say enough. */
export function happenings(stated: Stated): Listed[] | Taken | LeftOut | string {
  const action = readAction(stated.words);
  if (action !== null) return happeningsOf(action, stated);
  const unknown = `"${quotation(stated.words)}" is no kind of transaction that Alex knows`;
  if (stated.quantity !== null) return `${unknown}; write buy, sell, dividend, ...`;
  return ofUnknownKind(stated, unknown);
}

function happeningsOf(action: Action, stated: Stated): Listed[] | Taken | LeftOut | string {
  const { symbol, quantity, signedQuantity, amount, ratio, words } = stated;
  switch (action) {
    case 'sweep':
    case 'nothing':
      return [];
    case 'exchange':
      return exchanged(stated);
    case 'buy':
    case 'sell': {
      const done = trade(stated, action);
      return typeof done === 'string' ? done : [done];
    }
    case 'reinvestment': {
      if (quantity === null) return money(stated, 'dividend');
      const bought = trade(stated, 'buy');
      // What came as a reward without a price came as a transfer does.
      if (typeof bought === 'string') return symbol === null ? bought : [{ kind: 'transfer_in', cash: '0' }];
      const alone = amount?.startsWith('-') === true || !namesTheIncome(words);
      return alone ? [bought] : [{ kind: 'dividend', cash: absolute(bought.cash) }, bought];
    }
    case 'in_kind':
      return inKind(stated);
    case 'dividend':
      if (mayBringShares(words) && movesSharesAlone(stated)) return inKind(stated);
      if (inUnits(stated)) return unitsMoved(stated, 'dividend');
      return distributed(stated);
    case 'split':
      if (symbol === null) return withoutName(stated);
      return ratio === null && quantity === null
        ? 'write the split as "4:1" in the quantity'
        : [{ kind: 'split', cash: '0', ...splitHalf(stated) }];
    case 'transfer_in':
    case 'transfer_out':
    case 'transfer': {
      if (symbol === null || quantity === null) return moneyMoved(stated, action);
      if (inUnits(stated)) return unitsMoved(stated, 'deposit');
      const saysOut = signedQuantity?.startsWith('-') === true || directionOf(words) === 'out';
      const out = action === 'transfer_out' || (action === 'transfer' && saysOut);
      return [{ kind: out ? 'transfer_out' : 'transfer_in', cash: '0' }];
    }
    case 'deposit':
    case 'withdrawal':
      return moved(stated, action);
    case 'conversion':
      return converted(stated);
    case 'refund':
      return refunded(stated);
    default:
      return inUnits(stated) ? unitsMoved(stated, action) : money(stated, action);
  }
}

/** Whether a row of a plan without cash moves units of a fund, and says what they are worth. */
const inUnits = ({ inUnits: ofPlan, symbol, quantity, amount }: Stated): boolean =>
  ofPlan && symbol !== null && quantity !== null && amount !== null && amount !== '0';

/** Units that a fee, a payment or a dividend sold or bought, and the money that went or came for them. */
function unitsMoved(
  stated: Stated,
  kind: 'deposit' | 'withdrawal' | 'fee' | 'dividend' | 'interest',
): Listed[] | string {
  const isOut = stated.signedQuantity?.startsWith('-') === true;
  const traded = trade({ ...stated, signedQuantity: stated.quantity }, isOut ? 'sell' : 'buy');
  if (typeof traded === 'string') return traded;
  const income = kind === 'fee' ? 'dividend' : kind === 'withdrawal' ? 'deposit' : kind;
  if (!isOut) return [{ kind: income, cash: absolute(traded.cash) }, traded];
  return [traded, { kind: kind === 'fee' ? 'fee' : 'withdrawal', cash: negated(traded.cash) }];
}

/** One fund for another: the sign of its units, or of their worth, tells which of the two a row is, else its words do. */
function exchanged(stated: Stated): Listed[] | string {
  const { signedQuantity, amount, words } = stated;
  const isOut = signedQuantity?.startsWith('-') === true || (amount?.startsWith('-') === true && !stated.signed);
  const done = trade({ ...stated, signedQuantity: stated.quantity }, isOut || /\bout/i.test(words) ? 'sell' : 'buy');
  return typeof done === 'string' ? done : [done];
}

/** Whether a row moves shares and no money. */
const movesSharesAlone = ({ quantity, amount, price }: Stated): boolean =>
  quantity !== null && (amount === null || amount === '0') && price === null;

/**
 * What a company gave out or took back: shares without an amount came, a split of what is held or the shares of another company;
 * those taken away went; those taken away for money were sold, and a merger for money takes them away without a minus too. Without shares it is a dividend.
 */
function inKind(stated: Stated): Listed[] | Taken | LeftOut | string {
  const { symbol, quantity, signedQuantity, amount } = stated;
  const isForCash = isCashMerger(stated.words);
  const isOut = isForCash || signedQuantity?.startsWith('-') === true;
  if (quantity === null || (!isOut && amount !== null && amount !== '0')) return paidInKind(stated);
  if (symbol === null) return withoutName(stated);
  const merged = isMerger(stated.words) && { merged: true as const };
  if (!isOut) return [{ kind: 'split', cash: '0', came: true, quantity: signedQuantity, ...merged }];
  if (amount === null || amount === '0') {
    const gone: Listed[] = [{ kind: 'transfer_out', cash: '0', ...merged }];
    return isForCash ? halfOf(gone, stated, 'no money for its shares', 'shares moved elsewhere') : gone;
  }
  const sold = trade(stated, 'sell');
  return typeof sold === 'string' ? sold : [sold];
}

/** What a company paid: income, and said to be where a merger's shares should have gone for it. */
function paidInKind(stated: Stated): Listed[] | Taken | LeftOut | string {
  const paid = money(stated, 'dividend');
  const isHalf = isCashMerger(stated.words) && Array.isArray(paid) && paid.length > 0;
  return isHalf ? halfOf(paid, stated, 'no shares that went for its money', 'income of what is still held') : paid;
}

/** A row of a merger for money alone, of which the row that has its other half (`adjusted-rows.ts`) is missing. */
const halfOf = (taken: Listed[], { words, symbol }: Stated, lacks: string, kind: string): Taken => ({
  taken,
  told: `"${quotation(words)}" has ${lacks}, and no other row of ${symbol ?? 'it'} and that day does: taken for ${kind}; write both in one row`,
});

const withoutName = ({ words, signedQuantity }: Stated): LeftOut => ({
  leftOut: `"${quotation(words)}" names no symbol: its ${signedQuantity ?? 'split'}${signedQuantity === null ? ' was' : ' shares were'} left out, so that what is held may be another number`,
});

/** Money, coins or shares that came or went: shares that a contribution bought are paid for by it. */
function moved(stated: Stated, action: 'deposit' | 'withdrawal'): Listed[] | Taken | LeftOut | string {
  const { symbol, quantity, amount, words } = stated;
  const kind = action === 'withdrawal' || amount?.startsWith('-') === true ? 'withdrawal' : 'deposit';
  const inKind = symbol !== null && quantity !== null && !isCurrencyCode(symbol) && !isCoreFund(symbol);
  if (!inKind) return moneyMoved(amount === null && symbol !== null ? { ...stated, amount: quantity } : stated, action);
  if (inUnits(stated)) return unitsMoved(stated, kind);
  const bought = /\bcontribution/i.test(words) && kind === 'deposit' ? trade(stated, 'buy') : '';
  if (typeof bought !== 'string') return [{ kind: 'deposit', cash: absolute(bought.cash) }, bought];
  return [{ kind: kind === 'deposit' ? 'transfer_in' : 'transfer_out', cash: '0' }];
}

const CONVERTED = /([\d.,]*\d)\s+([A-Z0-9]{1,10})\s+(?:to|into|for)\s+([\d.,]*\d)\s+([A-Z0-9]{1,10})\b/i;

/** One coin sold for another, which the row's notes name ("Converted 0.5 ETH to 1500 USDC"); else the row's sign tells which it is. */
function converted(stated: Stated): Listed[] | string {
  const isOut = stated.signedQuantity?.startsWith('-') === true;
  const [, , from = '', got = '', to = ''] = CONVERTED.exec(stated.notes) ?? [];
  const read = readNumber(got, '.');
  const into = readSymbol(to);
  if (into === null || read.kind !== 'number' || from.toUpperCase() !== stated.symbol) {
    const alone = trade({ ...stated, signedQuantity: stated.quantity }, isOut ? 'sell' : 'buy');
    return typeof alone === 'string' ? alone : [alone];
  }
  const { quantity, price } = stated;
  const sold = trade(quantity !== null && price !== null ? { ...stated, amount: null, fees: '0' } : stated, 'sell');
  if (typeof sold === 'string' || read.value === '0') return typeof sold === 'string' ? sold : [sold];
  const each = quotient(sold.cash, read.value);
  const bought = { kind: 'buy' as const, cash: negated(sold.cash), symbol: into, name: '', quantity: read.value };
  return [sold, { ...bought, price: Number(each) > 0 ? each : null }];
}

function trade(stated: Stated, kind: 'buy' | 'sell'): Listed | string {
  if (stated.symbol === null) return 'the symbol is missing';
  if (stated.quantity === null) return 'the quantity is missing';
  if (kind === 'buy' && stated.signedQuantity?.startsWith('-') === true) return 'a purchase of less than nothing';
  const size = traded(stated, kind === 'buy');
  if (size === null) return 'a price or an amount is missing';
  return kind === 'buy'
    ? { kind, cash: negated(size) }
    : { kind, cash: size, ...(isShortSale(stated.words) && { short: true as const }) };
}

/** Whether a file is of a plan without cash, where a contribution is units of a fund. */
export const movesUnits = (rows: readonly Pick<Stated, 'words' | 'symbol' | 'quantity' | 'amount'>[]): boolean =>
  rows.some(
    ({ words, symbol, quantity, amount }) =>
      symbol !== null && quantity !== null && amount !== null && amount !== '0' && /\bcontributions?\b/i.test(words),
  );
