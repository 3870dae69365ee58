import { assetClasses, regions } from '../../schemas/classification.ts';
import type { AssetClass, Region } from '../../schemas/classification.ts';
import type { RebalancingPlan, RebalancingRow, Trade } from '../../schemas/rebalancing.ts';
import { labelOf } from '../labels.ts';
import type { Instruments } from '../look-through.ts';
import { toMoney, toUnits } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import type { Valuation } from '../valuation.ts';
import { FIVE_TWENTY_FIVE, outOfBand } from './bands.ts';
import type { Bands } from './bands.ts';
import { exchange } from './exchange.ts';
import { targetExposure } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { PHASES, seatAll } from './seats.ts';
import { settle } from './settle.ts';
import type { Order } from './settle.ts';

export interface RebalancingOptions {
  /** Fractions that sum to 1, of what is classified. */
  assetClasses: Partial<Record<AssetClass, number>>;
  /** Whose targets they are; default the person's. */
  source?: 'person' | 'default';
  /** Fractions that sum to 1, of the stocks. */
  regions?: Partial<Record<Region, number>> | undefined;
  bands?: Bands;
  /** No trade below it, base currency; default 100, or a hundredth of the portfolio where that is less. */
  minimumTrade?: number;
  /** Default whole; mutual funds trade in fractions in either case. */
  shares?: 'whole' | 'fractional';
  /** `newMoney`: nothing is sold, and only the new money is spent. Default full. */
  mode?: 'full' | 'newMoney';
  /** Money that comes in before trading, by account, base currency. */
  newMoney?: readonly { accountName: string; amount: number }[];
}

/** Longest list of trades a plan shows. */
const LISTED = 100;

/**
 * Trades that bring the portfolio to its targets, account by account (money does not move between accounts): first the
 * cash, then swaps inside tax-advantaged accounts, and only while a weight is still outside its band sales in taxable
 * accounts, without gain first. In full mode nothing is traded while every weight is inside its band. What trades
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
  const target = targetExposure(board.whole, options.assetClasses, options.regions);
  const minimumTrade = toUnits(options.minimumTrade ?? Math.min(100, toMoney(board.whole, unit) / 100), unit);
  const rowsAt = (held: Exposure, wanted: Exposure) => rowsOf(held, wanted, board.whole, withRegions);
  const drifted = (held: Exposure) => rowsAt(held, target).some((row) => outOfBand(row, bands));

  const needed = drifted(board.held);
  const gap = board.held.map((value, index) => value - (target[index] ?? 0));
  const heldNow = () => gap.map((value, index) => value + (target[index] ?? 0));
  if (needed || onlyNewMoney) {
    const step = { minimumTrade, done: () => false };
    exchange(board.places, board.exposures, gap, { ...step, phase: PHASES.cash });
    if (!onlyNewMoney) {
      exchange(board.places, board.exposures, gap, { ...step, phase: PHASES.taxAdvantaged });
      const done = () => !drifted(heldNow());
      exchange(board.places, board.exposures, gap, { minimumTrade, done, phase: PHASES.withoutGain });
      exchange(board.places, board.exposures, gap, { minimumTrade, done, phase: PHASES.taxed });
    }
  }

  const orders = settle(board, instruments, { unit, shares, minimumTrade, onlyNewMoney });
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
    newMoney: toMoney(
      [...added.values()].reduce((sum, units) => sum + units, 0),
      unit,
    ),
    trades: trades.slice(0, LISTED),
    tradeCount: trades.length,
    bought: sumOf('buy'),
    sold: sumOf('sell'),
    taxableGain: taxableGainOf(trades),
    rows: rows.filter((row) => row.before !== 0 || row.after !== 0 || row.target !== 0),
    turnoverBefore: turnover(rows, 'before'),
    residual: turnover(rows, 'after'),
    notes: notesOn(
      rows,
      board.places.filter((place) => place.buyable).map((place) => board.exposures[place.exposure]),
      needed,
    ),
  };
}

interface WeightRow extends Omit<RebalancingRow, 'before' | 'after'> {
  weight: number;
}

/** Weights of asset classes in the whole, and of regions in the stocks. */
function rowsOf(held: Exposure, target: Exposure, whole: number, withRegions: boolean): WeightRow[] {
  const row = (
    breakdown: WeightRow['breakdown'],
    key: string,
    at: number,
    share: (value: number) => number,
    wanted: (value: number) => number,
  ) => ({
    breakdown,
    key,
    label: labelOf(key),
    target: wanted(target[at] ?? 0),
    weight: share(held[at] ?? 0),
  });
  const ofWhole = (value: number) => value / whole;
  const classes = assetClasses.map((key, index) => row('assetClass', key, index, ofWhole, ofWhole));
  if (!withRegions) return classes;
  const sumFrom = (exposure: Exposure) => exposure.subarray(assetClasses.length).reduce((sum, value) => sum + value, 0);
  const [stocks, wanted] = [sumFrom(held), sumFrom(target)];
  const of = (sum: number) => (value: number) => (sum > 0 ? value / sum : 0);
  return [
    ...classes,
    ...regions.map((key, index) => row('region', key, assetClasses.length + index, of(stocks), of(wanted))),
  ];
}

function afterTrading(held: Exposure, orders: readonly Order[], exposures: readonly Exposure[]): Exposure {
  const after = held.slice();
  for (const { place, units } of orders) {
    exposures[place.exposure]?.forEach((weight, index) => (after[index] = (after[index] ?? 0) + weight * units));
    exposures[0]?.forEach((weight, index) => (after[index] = (after[index] ?? 0) - weight * units));
  }
  return after;
}

function tradeOf({ place, holding, quantity, units }: Order, instruments: Instruments, unit: MoneyUnit): Trade {
  const { accountName, accountType, gain, held } = place;
  const { symbol, name, price } = holding;
  const realized = units > 0 || gain === null || held <= 0 ? null : Math.round((gain * -units) / held);
  return {
    accountName,
    accountType,
    action: units > 0 ? 'buy' : 'sell',
    symbol,
    name: instruments.get(symbol)?.name ?? name ?? symbol,
    quantity,
    price: price ?? 0,
    value: toMoney(Math.abs(units), unit),
    gain: realized === null ? null : toMoney(realized, unit),
  };
}

function taxableGainOf(trades: readonly Trade[]): number | null {
  const taxed = trades.filter(
    ({ accountType, gain }) => gain !== null && (accountType === 'taxable' || accountType === 'other'),
  );
  if (taxed.length === 0) return null;
  return Math.round(taxed.reduce((sum, { gain }) => sum + (gain ?? 0), 0) * 100) / 100;
}

/** Half the sum of absolute drifts of the asset classes: the share that would have to change hands. */
function turnover(rows: readonly RebalancingRow[], when: 'before' | 'after'): number {
  const classes = rows.filter(({ breakdown }) => breakdown === 'assetClass');
  return classes.reduce((sum, row) => sum + Math.abs(row[when] - row.target), 0) / 2;
}

function notesOn(
  rows: readonly RebalancingRow[],
  buyable: readonly (Exposure | undefined)[],
  needed: boolean,
): string[] {
  if (!needed) return ['Every weight is inside its band, so no trade is called for.'];
  return rows
    .filter(({ breakdown, after, target }) => breakdown === 'assetClass' && target - after > 0.01)
    .filter(
      ({ key }) => !buyable.some((exposure) => (exposure?.[assetClasses.findIndex((one) => one === key)] ?? 0) >= 0.5),
    )
    .map(
      ({ label }) =>
        `No fund held is mostly ${label.toLowerCase()}: a fund would have to be chosen to reach that target.`,
    );
}
