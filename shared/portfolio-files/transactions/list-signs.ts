import { directionOf } from './money-direction.ts';
import type { StatedRow } from './read-transaction.ts';
import { readAction, type Action } from './transaction-kind.ts';

/** What the signs of a list's amounts tell: a list may sign its purchases and no withdrawal, or what has no word for its direction alone. */
export interface ListSigns {
  /** What takes cash has a minus, so that a fee or interest without one is money back. */
  signed: boolean;
  /** Money that went out has a minus, so that a withdrawal without one is money back. */
  signsOut: boolean;
  /** Money that came or went has a sign, so that a transfer without one came. */
  signsTransfers: boolean;
}

const TAKES_CASH: readonly (Action | null)[] = ['buy', 'withdrawal', 'fee', 'reinvestment'];
const MOVES_MONEY: readonly (Action | null)[] = ['transfer', 'transfer_in', 'transfer_out', 'deposit', 'withdrawal'];

/** What the amounts below zero of a list show of the others. */
export function signsOf(rows: readonly Pick<StatedRow, 'words' | 'amount'>[]): ListSigns {
  const all = rows.map(({ words, amount }) => ({ action: readAction(words), words, amount: amount ?? '0' }));
  const below = all.filter(({ amount }) => amount.startsWith('-'));
  const moved = below.filter(({ action }) => MOVES_MONEY.includes(action));
  const signsOut = moved.some(({ action, words }) => action === 'withdrawal' || directionOf(words) === 'out');
  // A purchase with a minus in a list whose withdrawals have none was written with more care than the rest of it.
  const isMixed = !signsOut && all.some(({ action, amount }) => action === 'withdrawal' && /[1-9]/.test(amount));
  const takes = below.filter(({ action }) => TAKES_CASH.includes(action));
  const signed = takes.length > 0 && (!isMixed || takes.some(({ action }) => action === 'fee'));
  return { signed, signsOut, signsTransfers: signed || moved.length > 0 };
}
