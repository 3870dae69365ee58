import { bandOf } from '../../finance/rebalancing/bands.ts';
import type { RebalancingPlan, RebalancingRow } from '../../schemas/rebalancing.ts';
import { listed, percent } from '../format.ts';

/** So near a target a weight is at it. */
const SHOWN = 0.001;
/** So many weights are named. */
const NAMED = 4;

/** When a weight is traded for, and what the trades leave off its target for being inside its band. */
export function bandsNote({ bands, rows, mode, trades }: RebalancingPlan): string[] {
  if (bands === undefined || mode === 'newMoney') return [];
  const { absolute, relative } = bands;
  const points = Number((absolute * 100).toFixed(2));
  const none = rows.some(({ target }) => target === 0) ? ' (without a target, the points alone)' : '';
  const rule = `A weight calls for trades once it is ${points} ${points === 1 ? 'point' : 'points'} away from its target, or ${Number((relative * 100).toFixed(2))}% of the target where that is less${none}: its band.`;
  const inside = rows.filter(({ after, target }) => {
    const off = Math.abs(after - target);
    return off >= SHOWN && off <= bandOf(target, bands) + 1e-9;
  });
  if (trades.length === 0 || inside.length === 0) return [rule];
  const more = inside.length - NAMED;
  const named = [...inside.slice(0, NAMED).map(weightOf), ...(more > 0 ? [`${more} more`] : [])];
  return [`${rule} Off target, but inside the band after these trades, and so not traded for: ${listed(named)}.`];
}

const weightOf = ({ label, after, target }: RebalancingRow): string =>
  `${label} ${percent(after)} (target ${percent(target)})`;
