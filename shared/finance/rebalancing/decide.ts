import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass, Region } from '../../schemas/classification.ts';
import type { Bands, RebalancingRow } from '../../schemas/rebalancing.ts';
import { lookThrough, UNKNOWN } from '../look-through.ts';
import type { Instruments } from '../look-through.ts';
import { toMoney, toUnits } from '../money.ts';
import type { Valuation } from '../valuation.ts';
import { applyDefault, applyHeld, keepCash } from './applied-target.ts';
import { bandsAbout, FIVE_TWENTY_FIVE, outOfBand } from './bands.ts';
import { withCheaperSales } from './cheaper-sales.ts';
import { debtsLeft } from './debts.ts';
import { debtIn, withRegionShares } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { onlyHelpful } from './helpful.ts';
import { tradeTogether } from './all-accounts.ts';
import type { Together } from './all-accounts.ts';
import { lessTaxed } from './less-taxed.ts';
import { tradeInPhases } from './phases.ts';
import type { PhaseOptions } from './phases.ts';
import { seatAll } from './seats.ts';
import type { Board } from './seats.ts';
import { settle } from './settle.ts';
import type { Order } from './settle.ts';
import type { Sizing } from './sizing.ts';
import { afterTrading } from './trades.ts';
import { turnover, weightsOf } from './weights.ts';
import { nearerInWholeShares } from './whole-shares.ts';

export interface RebalancingOptions {
  /** Fractions that sum to 1, of what is classified; undefined: the shares that there are. */
  assetClasses?: Partial<Record<AssetClass, number>> | undefined;
  /** Whose targets they are; default the person's. */
  source?: 'person' | 'default';
  /** Fractions that sum to 1, of the stocks. */
  regions?: Partial<Record<Region, number>> | undefined;
  bands?: Bands | undefined;
  /**
   * No trade below it, base currency; default half a percent of the portfolio: less moves no weight by half a point. Where
   * nothing is sold a twentieth of the new money where that is less: it is to be invested in any case.
   */
  minimumTrade?: number | undefined;
  /** Default whole; mutual funds trade in fractions in either case. */
  shares?: 'whole' | 'fractional' | undefined;
  /** `newMoney`: nothing is sold, and only the new money is spent. Default full. */
  mode?: 'full' | 'newMoney' | undefined;
  /** Money that comes in before trading, by account, base currency. */
  newMoney?: readonly { accountName: string; amount: number }[];
}

/** Of the portfolio, a fraction. */
const SMALLEST_TRADE = 0.005;
/** Of the new money, where nothing else is spent. */
const SMALLEST_PURCHASE = 0.05;

/** Which orders to place, and what they were decided from. Money is in whole units. */
export interface Decision {
  board: Board;
  /** Whether a weight was outside its band. */
  needed: boolean;
  orders: readonly Order[];
  /** Weights before and after, beside their targets. */
  rows: RebalancingRow[];
  /** What is then held. */
  after: Exposure;
  newMoney: number;
  minimumTrade: number;
  /** What was aimed for, and how. */
  aim: Exposure;
  how: PhaseOptions;
  bands: Bands;
  /** On how the target was read. */
  notes: string[];
}

/**
 * Decides the orders: see rebalance(). Region targets are shares of the stocks, so how much of a region is wanted in money
 * depends on how many stocks there will be. A first decision, without regions, says how far the asset classes get; the second
 * aims for that, and for the shares of the stocks that are then there: out of reach of the classes, regions still are not. Each is also
 * tried from trades chosen for all accounts at once, and taken where that is taxed less or comes nearer.
 * Null where nothing positive is classified.
 */
export function decide(valuation: Valuation, instruments: Instruments, options: RebalancingOptions): Decision | null {
  const { regions: places } = options;
  const withoutRegions = { ...options, regions: undefined };
  const first = decideFor(valuation, instruments, withoutRegions);
  const best = lessTaxed(first, (together) => decideFor(valuation, instruments, withoutRegions, { together }));
  if (first === null || places === undefined) return best;
  const placed = placedPart(valuation, instruments);
  const sharesOf = ({ after }: Decision) => withRegionShares(after, places, placed);
  const decideAs = (reached: Decision) => nearestRegions(valuation, instruments, options, sharesOf(reached));
  const tryTogether = (decision: Decision | null, reached: Decision) =>
    lessTaxed(decision, (together) =>
      decideFor(valuation, instruments, options, { reachable: sharesOf(reached), together }),
    );
  const second = decideAs(first);
  if (first.needed || second?.needed !== true) return tryTogether(second, best ?? first);
  // Where regions call for trades, the classes are brought to their targets with them.
  const again = decideFor(valuation, instruments, withoutRegions, { calledFor: true }) ?? first;
  return tryTogether(decideAs(again), again);
}

/** Of the asset classes: so much further off is still as near. */
const AS_NEAR = 0.005;
/** Of the stocks: regions nearer by less are no reason for other sales. */
const NEARER_REGIONS = 0.005;
/** Of so many places it is tried only where the regions end further off than they were: it takes as long as the plan itself. */
const MANY = 2000;

/**
 * The decision that aims for classes and regions. Where it sells and leaves a region outside its band it is also tried to sell first, of
 * each class, what is too much of a region: taken is that where the classes come as near and the regions nearer.
 */
function nearestRegions(
  valuation: Valuation,
  instruments: Instruments,
  options: RebalancingOptions,
  reachable: Exposure,
): Decision | null {
  const decision = decideFor(valuation, instruments, options, { reachable });
  if (!decision?.orders.some(({ units }) => units < 0)) return decision;
  if (!decision.how.regionsDrifted(decision.after)) return decision;
  const [before, places] = [turnover(decision.rows, 'before', 'region'), turnover(decision.rows, 'after', 'region')];
  if (decision.board.places.length > MANY && places <= before) return decision;
  const other = decideFor(valuation, instruments, options, { reachable, spareRegions: true });
  if (other === null) return decision;
  const [classes, otherClasses] = [turnover(decision.rows, 'after'), turnover(other.rows, 'after')];
  const nearer = turnover(other.rows, 'after', 'region') < places - NEARER_REGIONS;
  return nearer && otherClasses <= classes + AS_NEAR ? other : decision;
}

/** What is wanted of each class, with the debts that stay and as much more cash as makes up for them. */
function besideDebts(wanted: Exposure, board: Board, onlyNewMoney: boolean): Exposure {
  const left = debtsLeft(board, onlyNewMoney);
  if (left === 0) return wanted;
  const aim = new Float64Array(board.held.length);
  aim.set(wanted);
  const cash = assetClasses.indexOf('cash');
  aim[cash] = (aim[cash] ?? 0) + left;
  aim[debtIn(aim)] = -left;
  return aim;
}

/** The part of the stocks whose region is known, 0 to 1. */
function placedPart(valuation: Valuation, instruments: Instruments): number {
  let [stocks, unplaced] = [0, 0];
  for (const holding of valuation.holdings) {
    const { assetClasses: classes, regions } = lookThrough(holding, instruments);
    const units = Math.max(0, holding.units) * (classes.equity ?? 0);
    stocks += units;
    unplaced += units * (regions[UNKNOWN] ?? 0);
  }
  return stocks > 0 ? 1 - unplaced / stocks : 1;
}

/**
 * @param reachable what to aim for instead of the target itself
 * @param calledFor trades are, though every weight may be inside its band
 * @param spareRegions see PhaseOptions
 * @param together the phases start from trades chosen for all accounts at once; null where none are found
 */
function decideFor(
  valuation: Valuation,
  instruments: Instruments,
  options: RebalancingOptions,
  {
    reachable,
    calledFor = false,
    spareRegions = false,
    together,
  }: { reachable?: Exposure; calledFor?: boolean; spareRegions?: boolean; together?: Together } = {},
): Decision | null {
  const { bands = FIVE_TWENTY_FIVE, shares = 'whole', mode = 'full', newMoney = [] } = options;
  const { unit } = valuation;
  const onlyNewMoney = mode === 'newMoney';
  const withRegions = options.regions !== undefined;
  const added = new Map<string, number>();
  for (const { accountName, amount } of newMoney) {
    added.set(accountName, (added.get(accountName) ?? 0) + Math.max(0, toUnits(amount, unit)));
  }
  const board = seatAll(valuation, { unit, shares, instruments }, { withRegions, onlyNewMoney, newMoney: added });
  if (board.whole <= 0) return null;
  const money = [...added.values()].reduce((sum, units) => sum + units, 0);
  const applied =
    options.assetClasses === undefined
      ? applyHeld(board, money)
      : options.source === 'default'
        ? applyDefault(options.assetClasses, board, money)
        : { assetClasses: options.assetClasses, notes: [] };
  if (options.source === 'default' && money === 0) keepCash(board);
  const wanted = Float64Array.from(assetClasses, (key) => board.whole * (applied.assetClasses[key] ?? 0));
  const aim = reachable ?? besideDebts(wanted, board, onlyNewMoney);
  const smallest = Math.min(board.whole * SMALLEST_TRADE, onlyNewMoney ? money * SMALLEST_PURCHASE : Infinity);
  const minimumTrade = toUnits(options.minimumTrade ?? toMoney(smallest, unit), unit);
  const rowsAt = (held: Exposure) => weightsOf(held, board.whole, applied.assetClasses, options.regions);
  const drifted = (held: Exposure) => rowsAt(held).some((row) => outOfBand(row, bands));

  const needed = calledFor || drifted(board.held);
  const regionsDrifted = (held: Exposure) =>
    rowsAt(held).some((row) => row.breakdown === 'region' && outOfBand(row, bands));
  const how = { minimumTrade, onlyNewMoney, drifted, regionsDrifted, spareRegions };
  if (together !== undefined) {
    const within = bandsAbout(reachable ?? wanted, bands, reachable === undefined);
    if (!needed || onlyNewMoney || !tradeTogether(board, aim, { minimumTrade, bands: within, taxedFor: together }))
      return null;
  }
  if (needed || onlyNewMoney) tradeInPhases(board, aim, how);
  const sizing: Sizing = { unit, shares, instruments };
  const rounded = onlyHelpful(settle(board, sizing, minimumTrade), board, aim);
  const whole = shares === 'whole' && (needed || onlyNewMoney);
  const nearest = whole ? nearerInWholeShares(rounded, board, aim, { ...how, sizing, noticeable: smallest }) : rounded;
  const orders = withCheaperSales(nearest, board, aim, { sizing, minimumTrade });
  const after = afterTrading(board.held, orders, board.exposures, board.debts);
  const before = rowsAt(board.held);
  const rows = rowsAt(after).map(({ weight, ...row }, index) => ({
    ...row,
    before: before[index]?.weight ?? 0,
    after: weight,
  }));
  return { board, needed, orders, rows, after, newMoney: money, minimumTrade, aim, how, bands, notes: applied.notes };
}
