import type { DriftTable } from '../../schemas/analysis.ts';
import { regions } from '../../schemas/classification.ts';
import type { RebalancingPlan, Trade } from '../../schemas/rebalancing.ts';
import { percent } from '../amounts.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments } from '../look-through.ts';
import { toUnits } from '../money.ts';
import type { Valuation } from '../valuation.ts';
import { rebalance } from './rebalance.ts';
import type { RebalancingOptions } from './rebalance.ts';

/** From this part of the stocks on, a report speaks of what is off the mix of the world's markets. */
export const OFF_WORLD = 0.1;
/** Of the stocks: regions further off, or nearer, by less are as before. */
const FURTHER = 0.001;
/** Of the portfolio: asset classes off by less than that more are as near. */
const AS_NEAR = 0.005;
/** Another choice of funds for the sake of regions that nobody asked for may sell so many times as much. */
const MORE_SALES = 1.5;
/** With more holdings it takes too long to try another choice. */
const MANY = 500;

/**
 * Trades towards asset classes, chosen with a look at the regions where nobody gave a target for them: a report that tells a person to
 * spread their stocks over more of the world should not show trades that do the opposite. Where other funds bring the classes as near and the
 * regions nearer, without more sales that are taxed, those are traded; where none do, that the regions end further off is said.
 *
 * @param world the stocks' regions beside those of the world's markets
 */
export function rebalanceBesideWorld(
  valuation: Valuation,
  instruments: Instruments,
  options: RebalancingOptions,
  world: DriftTable | null,
): RebalancingPlan | null {
  const plan = rebalance(valuation, instruments, options);
  const isCompared = world?.source === 'default' && world.scope === 'equity' && world.turnover >= OFF_WORLD;
  if (plan === null || plan.trades.length === 0 || options.regions !== undefined || !isCompared) return plan;
  const mix = Object.fromEntries(world.rows.map(({ key, target }) => [key, target]));
  const off = (trades: readonly Trade[]) => offMix(mix, valuation, instruments, trades);
  const [now, then] = [off([]), off(plan.trades)];
  if (plan.sold > 0 && then - now <= FURTHER) return plan;
  // Towards the world's markets, else towards the regions that there are: those call for no sales.
  const asHeld = Object.fromEntries(world.rows.map(({ key, weight }) => [key, Math.max(0, weight)]));
  for (const towards of valuation.holdings.length <= MANY ? [mix, asHeld] : []) {
    const other = rebalance(valuation, instruments, { ...options, regions: towards });
    if (other === null || other.trades.length === 0 || !isAsGood(other, plan)) continue;
    const instead = off(other.trades);
    if (then - instead <= FURTHER || instead - now > FURTHER) continue;
    const { regions: _, ...rest } = other;
    const note = `Of funds that serve the mix as well those are traded that keep the regions of the stocks nearer to the world’s markets: ${percent(instead)} of the stocks are off those then, ${percent(now)} now.`;
    return {
      ...rest,
      rows: rest.rows.filter(({ breakdown }) => breakdown !== 'region'),
      notes: [note, ...rest.notes.filter((one) => !OF_A_TARGET.test(one))],
    };
  }
  if (then - now <= FURTHER)
    return buysStocks(plan, instruments) && now - then <= FURTHER ? asFarOff(plan, then) : plan;
  const note = `The regions of the stocks end further from the mix of the world’s markets: ${percent(then)} of the stocks are off it then, ${percent(now)} now. The asset classes come first, and no other trades were found there that reach them as well and keep the regions, without more sales that are taxed or many more elsewhere.`;
  return { ...plan, notes: [note, ...plan.notes] };
}

/** Notes that speak of a region's target, which nobody gave. */
const OF_A_TARGET = /^No fund held (?:has many stocks of|is of) /;

const buysStocks = ({ trades }: RebalancingPlan, instruments: Instruments): boolean =>
  trades.some(
    ({ action, symbol }) => action === 'buy' && (instruments.get(symbol)?.classification?.assetClasses.equity ?? 0) > 0,
  );

/** More of the same stocks is bought where the report advises others. */
const asFarOff = (plan: RebalancingPlan, off: number): RebalancingPlan => ({
  ...plan,
  notes: [
    `What is bought leaves the regions of the stocks as far from the world’s markets as they are, ${percent(off)} of the stocks: a fund of stocks from elsewhere would have to be chosen to bring them nearer.`,
    ...plan.notes,
  ],
});

/** Whether trades come as near to the classes as others, for no more sales where they are taxed and not many more elsewhere. */
const isAsGood = (one: RebalancingPlan, than: RebalancingPlan): boolean =>
  one.residual <= than.residual + AS_NEAR &&
  (one.taxableSales?.sold ?? 0) <= (than.taxableSales?.sold ?? 0) + 1 &&
  one.sold <= than.sold * MORE_SALES;

/** Half the sum of how far each region's share of the stocks is from a mix, after some trades. */
function offMix(
  mix: Readonly<Record<string, number>>,
  { holdings, unit }: Valuation,
  instruments: Instruments,
  trades: readonly Trade[],
): number {
  const moved = new Map<string, number>();
  for (const { symbol, action, value } of trades) {
    const units = toUnits(action === 'buy' ? value : -value, unit);
    moved.set(symbol, (moved.get(symbol) ?? 0) + units);
  }
  const stocks = new Map<string, number>();
  for (const holding of holdings) {
    const seen = lookThrough(holding, instruments);
    const held = Math.max(0, holding.units + (moved.get(holding.symbol) ?? 0)) * (seen.assetClasses.equity ?? 0);
    moved.delete(holding.symbol);
    for (const key of regions) stocks.set(key, (stocks.get(key) ?? 0) + held * (seen.regions[key] ?? 0));
  }
  const whole = [...stocks.values()].reduce((sum, units) => sum + units, 0);
  if (whole <= 0) return 0;
  return regions.reduce((sum, key) => sum + Math.abs((stocks.get(key) ?? 0) / whole - (mix[key] ?? 0)), 0) / 2;
}
