import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass, Region } from '../../schemas/classification.ts';
import type { RebalancingPlan, RebalancingRow } from '../../schemas/rebalancing.ts';
import type { Instruments } from '../look-through.ts';
import { toMoney, toUnits } from '../money.ts';
import type { Valuation } from '../valuation.ts';
import { applyDefault } from './applied-target.ts';
import { FIVE_TWENTY_FIVE, outOfBand } from './bands.ts';
import type { Bands } from './bands.ts';
import { exchange } from './exchange.ts';
import { targetExposure } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { onlyHelpful } from './helpful.ts';
import { relay } from './relay.ts';
import { notesOn } from './notes.ts';
import { keepShortRegions, PHASES } from './sale-order.ts';
import { seatAll } from './seats.ts';
import { settle } from './settle.ts';
import { afterTrading, taxableGainOf, tradeOf } from './trades.ts';
import { turnover, weightsOf } from './weights.ts';

export interface RebalancingOptions {
  /** Fractions that sum to 1, of what is classified. */
  assetClasses: Partial<Record<AssetClass, number>>;
  /** Whose targets they are; default the person's. */
  source?: 'person' | 'default';
  /** Fractions that sum to 1, of the stocks. */
  regions?: Partial<Record<Region, number>> | undefined;
  bands?: Bands;
  /** No trade below it, base currency; default half a percent of the portfolio: less moves no weight by half a point. */
  minimumTrade?: number;
  /** Default whole; mutual funds trade in fractions in either case. */
  shares?: 'whole' | 'fractional';
  /** `newMoney`: nothing is sold, and only the new money is spent. Default full. */
  mode?: 'full' | 'newMoney';
  /** Money that comes in before trading, by account, base currency. */
  newMoney?: readonly { accountName: string; amount: number }[];
}

/** Of the portfolio, a fraction. */
const SMALLEST_TRADE = 0.005;
/** Longest list of trades a plan shows. */
const LISTED = 100;
const MOST_NOTES = 20;

/**
 * Trades that bring the portfolio to its targets, account by account (money does not move between accounts): first the
 * cash, then swaps inside tax-advantaged accounts, and only while a weight is still outside its band sales in taxable
 * accounts, without gain first. A fund is sold only while its class is above target. A default mix leaves cash and what it
 * does not name alone (applyDefault). In full mode nothing is traded while every weight is inside its band. What trades
 * cannot reach is the `residual`. Null where nothing positive is classified. Taxes, spreads and commissions are not modelled.
 */
export function rebalance(
  valuation: Valuation,
  instruments: Instruments,
  options: RebalancingOptions,
): RebalancingPlan | null {
  const { bands = FIVE_TWENTY_FIVE, shares = 'whole', mode = 'full', newMoney = [] } = options;
  const { unit } = valuation;
  const onlyNewMoney = mode === 'newMoney';
  const withRegions = options.regions !== undefined;
  const added = new Map<string, number>();
  for (const { accountName, amount } of newMoney) {
    added.set(accountName, (added.get(accountName) ?? 0) + Math.max(0, toUnits(amount, unit)));
  }
  const board = seatAll(valuation, instruments, { withRegions, onlyNewMoney, newMoney: added });
  if (board.whole <= 0) return null;
  const money = [...added.values()].reduce((sum, units) => sum + units, 0);
  const applied =
    options.source === 'default'
      ? applyDefault(options.assetClasses, board, money)
      : { assetClasses: options.assetClasses, notes: [] };
  const target = targetExposure(board.whole, applied.assetClasses, options.regions);
  const minimumTrade = toUnits(options.minimumTrade ?? toMoney(board.whole, unit) * SMALLEST_TRADE, unit);
  const rowsAt = (held: Exposure, wanted: Exposure) => weightsOf(held, wanted, board.whole, withRegions);
  const drifted = (held: Exposure) => rowsAt(held, target).some((row) => outOfBand(row, bands));

  const needed = drifted(board.held);
  const gap = board.held.map((value, index) => value - (target[index] ?? 0));
  const heldNow = () => gap.map((value, index) => value + (target[index] ?? 0));
  if (needed || onlyNewMoney) {
    const short = assetClasses.map((_, index) => (gap[index] ?? 0) < -minimumTrade);
    keepShortRegions(board.places, board.exposures, gap);
    const inBands = () => !drifted(heldNow());
    const trade = (phase: number, done: () => boolean) => {
      const step = { phase, minimumTrade, done };
      exchange(board.places, board.exposures, gap, step);
      if (!onlyNewMoney) relay(board.places, board.exposures, gap, short, step);
    };
    trade(PHASES.cash, () => false);
    if (!onlyNewMoney) {
      trade(PHASES.taxAdvantaged, () => false);
      trade(PHASES.withoutGain, inBands);
      trade(PHASES.taxed, inBands);
    }
  }

  const orders = onlyHelpful(settle(board, instruments, { unit, shares, minimumTrade }), board, target);
  const after = afterTrading(board.held, orders, board.exposures);
  const before = rowsAt(board.held, target);
  const rows = rowsAt(after, target).map(({ weight, ...row }, index): RebalancingRow => {
    return { ...row, before: before[index]?.weight ?? 0, after: weight };
  });
  const trades = orders.map((order) => tradeOf(order, instruments, unit)).sort((a, b) => b.value - a.value);
  const sumOf = (action: 'buy' | 'sell') =>
    toMoney(
      orders.reduce((sum, { units }) => sum + (units > 0 === (action === 'buy') ? Math.abs(units) : 0), 0),
      unit,
    );
  return {
    mode,
    source: options.source ?? 'person',
    needed,
    newMoney: toMoney(money, unit),
    trades: trades.slice(0, LISTED),
    tradeCount: trades.length,
    bought: sumOf('buy'),
    sold: sumOf('sell'),
    taxableGain: taxableGainOf(trades),
    rows: rows.filter((row) => row.before !== 0 || row.after !== 0 || row.target !== 0),
    turnoverBefore: turnover(rows, 'before'),
    residual: turnover(rows, 'after'),
    notes: [...applied.notes, ...notesOn(rows, board, orders, needed)].slice(0, MOST_NOTES),
  };
}
