import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import { labelOf } from '../labels.ts';
import type { Bands } from './bands.ts';
import type { Board } from './seats.ts';

/** Cash kept back in accounts that hold other things too, as a fraction of the portfolio. */
export const RESERVE = 0.05;

export interface AppliedTarget {
  assetClasses: Partial<Record<AssetClass, number>>;
  notes: string[];
}

type Mix = Partial<Record<AssetClass, number>>;

/**
 * What a default mix comes to for this portfolio. It speaks of what is invested for the long run and knows neither what
 * the cash is for nor why somebody owns gold, so it applies to the rest, after:
 * - the cash of accounts that hold only cash, and of other cash (new money aside) up to 5% of the portfolio;
 * - classes that the mix does not name, as far as their band goes.
 *
 * @param mix fractions that sum to 1
 * @param newMoney units, already on the board
 */
export function applyDefault(mix: Mix, board: Board, newMoney: number, { absolute }: Bands): AppliedTarget {
  const { whole, setAside } = board;
  const held = (key: AssetClass): number => Math.max(0, board.held[assetClasses.indexOf(key)] ?? 0);
  const named = assetClasses.filter((key) => key !== 'cash' && (mix[key] ?? 0) > 0);
  const sum = named.reduce((total, key) => total + (mix[key] ?? 0), 0);
  if (sum === 0) return { assetClasses: mix, notes: [] };

  const elsewhere = Math.max(0, held('cash') - setAside - newMoney);
  const cash = Math.min(1, (setAside + Math.min(elsewhere, RESERVE * whole)) / whole);
  const kept: Mix = { cash };
  let invested = 1 - cash;
  const left: AssetClass[] = [];
  for (const key of assetClasses) {
    if (key === 'cash' || named.includes(key) || held(key) === 0) continue;
    const share = Math.min(held(key) / whole, absolute, invested);
    kept[key] = share;
    invested -= share;
    left.push(key);
  }
  for (const key of named) kept[key] = ((mix[key] ?? 0) / sum) * invested;

  const notes: string[] = [];
  if (cash > 0) {
    notes.push(
      `Cash is kept back: all of it in accounts that hold only cash, and elsewhere up to ${RESERVE * 100}% of the portfolio (${percent(cash)} of it in all). The mix is applied to what is invested.`,
    );
  }
  if (left.length > 0) {
    const names = left.map((key) => labelOf(key).toLowerCase()).join(', ');
    notes.push(
      `The mix names no ${names}: what is held of it is left alone up to ${absolute * 100}% of the portfolio each.`,
    );
  }
  return { assetClasses: kept, notes };
}

/** A tenth of a percent tells small reserves apart. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}
