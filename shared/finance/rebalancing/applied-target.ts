import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import { labelOf } from '../labels.ts';
import { netCash } from './exposure.ts';
import { PHASES } from './sale-order.ts';
import type { Board } from './seats.ts';

export interface AppliedTarget {
  assetClasses: Partial<Record<AssetClass, number>>;
  notes: string[];
}

type Mix = Partial<Record<AssetClass, number>>;

/** Where only regions have targets every class keeps its share, and new money is divided as the rest is. */
export function applyHeld(board: Board, newMoney: number): AppliedTarget {
  const held = (key: AssetClass): number =>
    Math.max(0, key === 'cash' ? netCash(board.held) - newMoney : (board.held[assetClasses.indexOf(key)] ?? 0));
  const sum = assetClasses.reduce((total, key) => total + held(key), 0);
  return {
    assetClasses: Object.fromEntries(assetClasses.map((key) => [key, sum > 0 ? held(key) / sum : 0])),
    notes: ['Stocks, bonds and the other classes have no target of yours: each keeps its share.'],
  };
}

/**
 * Where all cash is kept, each account keeps its own: what is at hand is not spent for what another account then keeps. But for what is owed,
 * which cash makes up for wherever it lies.
 */
export function keepCash({ places, debts }: Board): void {
  if (debts.size > 0) return;
  for (const place of places) if (place.holding === null) place.sellFrom = PHASES.never;
}

/**
 * What a default mix comes to for this portfolio. It speaks of what is invested for the long run and knows neither what
 * the cash is for nor why somebody owns gold: all cash (new money aside) and the classes that it does not name are left as they
 * are, and it applies to the rest. That is also what the drift from a default mix compares.
 *
 * @param mix fractions that sum to 1
 * @param newMoney units, already on the board
 */
export function applyDefault(mix: Mix, board: Board, newMoney: number): AppliedTarget {
  const { whole } = board;
  const held = (key: AssetClass): number =>
    Math.max(0, key === 'cash' ? netCash(board.held) : (board.held[assetClasses.indexOf(key)] ?? 0));
  const named = assetClasses.filter((key) => key !== 'cash' && (mix[key] ?? 0) > 0);
  const sum = named.reduce((total, key) => total + (mix[key] ?? 0), 0);
  if (sum === 0) return { assetClasses: mix, notes: [] };

  const cash = Math.min(1, Math.max(0, held('cash') - newMoney) / whole);
  const kept: Mix = { cash };
  let invested = 1 - cash;
  const left: AssetClass[] = [];
  for (const key of assetClasses) {
    if (key === 'cash' || named.includes(key) || held(key) === 0) continue;
    const share = Math.min(held(key) / whole, invested);
    kept[key] = share;
    invested -= share;
    left.push(key);
  }
  for (const key of named) kept[key] = ((mix[key] ?? 0) / sum) * invested;

  const notes: string[] = [];
  if (cash > 0) {
    const kept =
      board.debts.size > 0 ? 'All cash, less what is below zero elsewhere, is kept' : 'All cash is kept as it is';
    notes.push(`${kept}: how much you need at hand is yours to say. The mix is applied to the rest.`);
  }
  if (left.length > 0) {
    const names = left.map((key) => labelOf(key).toLowerCase()).join(', ');
    notes.push(`The mix names no ${names}: what is held of it is left as it is.`);
  }
  return { assetClasses: kept, notes };
}
