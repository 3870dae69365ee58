import { assetClasses, regions } from '../../schemas/classification.ts';
import type { RebalancingRow } from '../../schemas/rebalancing.ts';
import { called } from '../called.ts';
import { labelOf } from '../labels.ts';
import { percent } from '../amounts.ts';
import { helpsRegions, MOSTLY, PURE, REGION_WEIGHT } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { nearestMix } from './reachable-regions.ts';
import type { Board } from './seats.ts';
import type { Order } from './settle.ts';
import { turnover } from './weights.ts';

const EQUITY = assetClasses.indexOf('equity');
/** A weight so far below its target after all trades is worth a word. */
const SHORT = 0.01;
/** A region's, as a share of the stocks. */
const SHORT_REGION = 0.05;

/** What a person should know before placing the orders. */
export function notesOn(
  rows: readonly RebalancingRow[],
  board: Board,
  orders: readonly Order[],
  aim: Exposure,
): string[] {
  const buyable = board.places.filter((place) => place.buyable).map(({ exposure }) => board.exposures[exposure]);
  const notes = classesWithoutFund(rows, board);
  const short = rows.filter((row) => row.breakdown === 'region' && row.target - row.after > SHORT_REGION);
  const nearest = short.length > 0 ? nearestMix(board, aim) : null;
  for (const row of short) {
    const at = assetClasses.length + regions.findIndex((key) => key === row.key);
    // Where a mix of what is held reaches it, it is not for want of a fund.
    if (nearest !== null && row.target - (nearest[at] ?? 0) / REGION_WEIGHT <= SHORT) continue;
    const most = buyable.reduce((share, exposure) => Math.max(share, exposure?.[at] ?? 0), 0) / REGION_WEIGHT;
    if (most >= PURE) continue;
    const lacks = most < 0.25 ? `has many stocks of ${row.label}` : `is of ${row.label} alone`;
    notes.push(`No fund held ${lacks}: a fund would have to be chosen to reach that target.`);
  }
  notes.push(...regionsMovedAway(rows, orders, board, aim));
  const buys = (name: string) => orders.some(({ place, units }) => units > 0 && place.accountName === name);
  notes.push(
    ...idleAccounts(rows, board).map((name) =>
      buys(name)
        ? `${name} holds only cash, which is counted; nothing but the new money buys there.`
        : `${name} holds only cash, which is counted but buys nothing there.`,
    ),
  );
  notes.push(...movedAway(rows, orders, board), ...toBeMoved(board, orders));
  if (!rows.some(({ breakdown }) => breakdown === 'region')) notes.push(...bothWays(orders));
  for (const { place, holding, units } of orders) {
    if (units <= 0 || place.held > 0) continue;
    notes.push(
      `${place.accountName} holds no ${called(holding.symbol, holding.name)} today: check that it can be bought there.`,
    );
  }
  return notes;
}

/** Sales and cash of accounts that hold coins alone, which pay for what another buys. */
function toBeMoved({ coinsOnly }: Board, orders: readonly Order[]): string[] {
  const has = (name: string, buys: boolean) =>
    orders.some(({ place, units }) => place.accountName === name && units > 0 === buys);
  return [...coinsOnly].flatMap(([name, { buyer, pays }]) =>
    buyer !== null && (pays || has(name, false)) && has(buyer, true)
      ? [`${name} holds coins alone: its money has to be moved to ${buyer} before it buys anything.`]
      : [],
  );
}

/** Of each class that stays short, where no fund of it could be bought. */
export function classesWithoutFund(rows: readonly RebalancingRow[], { places, exposures }: Board): string[] {
  return assetClasses.flatMap((key, index) => {
    const row = rows.find((one) => one.breakdown === 'assetClass' && one.key === key);
    if (row === undefined || row.target - row.after <= SHORT) return [];
    if (places.some(({ buyable, exposure }) => buyable && (exposures[exposure]?.[index] ?? 0) >= MOSTLY)) return [];
    return [
      `No fund held is mostly ${labelOf(key).toLowerCase()}: a fund would have to be chosen to reach that target.`,
    ];
  });
}

/** Accounts that hold only cash, where more of it is kept than is aimed for. */
export function idleAccounts(rows: readonly RebalancingRow[], { cashOnly }: Board): readonly string[] {
  const cash = rows.find((one) => one.breakdown === 'assetClass' && one.key === 'cash');
  return cash !== undefined && cash.after - cash.target > SHORT ? cashOnly : [];
}

/** Of each class that ends further from its target than it was: it is part of a fund that is traded for another of its parts. */
function movedAway(rows: readonly RebalancingRow[], orders: readonly Order[], { exposures }: Board): string[] {
  return assetClasses.flatMap((key, index) => {
    const row = rows.find((one) => one.breakdown === 'assetClass' && one.key === key);
    if (row === undefined || Math.abs(row.after - row.target) - Math.abs(row.before - row.target) <= SHORT) return [];
    const funds = orders.filter(({ place, units }) => {
      const part = exposures[place.exposure]?.[index] ?? 0;
      return part > SHORT && part < 1 - SHORT && units > 0 === row.after > row.before;
    });
    if (funds.length === 0) return [];
    const named = [...new Set(funds.map(({ holding }) => called(holding.symbol, holding.name)))].join(', ');
    return [
      `${labelOf(key)} ends further from its target, for it is only a part of ${named}, which ${funds.length === 1 ? 'is' : 'are'} ${row.after > row.before ? 'bought' : 'sold'} for the rest that is in it.`,
    ];
  });
}

/** Of the stocks: regions further off by less are as before. */
const FURTHER = 0.001;

/** Where the regions end further from their targets than they were: which trades take them there, and why nothing makes up for it. */
function regionsMovedAway(
  rows: readonly RebalancingRow[],
  orders: readonly Order[],
  { places, exposures, held }: Board,
  aim: Exposure,
): string[] {
  const [before, after] = [turnover(rows, 'before', 'region'), turnover(rows, 'after', 'region')];
  if (after - before <= FURTHER) return [];
  const helps = helpsRegions(held, aim);
  const away = orders.filter(({ place, units }) => {
    const exposure = exposures[place.exposure] ?? held;
    return (exposure[EQUITY] ?? 0) > 0 && helps(exposure) === units > 0;
  });
  const named = [...new Set(away.map(({ holding }) => called(holding.symbol, holding.name)))].join(', ');
  const sells = away.some(({ units }) => units < 0);
  const how = named === '' ? '' : `, for ${named} is ${sells ? 'sold' : 'bought'}`;
  const funds = places.some(({ holding, buyable, stands }) => holding !== null && buyable && stands === EQUITY);
  const why = funds
    ? 'The asset classes come first, and money stays in its account: what would make up for it could not be bought or sold there'
    : 'The asset classes come first, and no fund of stocks is held that could make up for it';
  return [
    `The regions of the stocks end further from their targets: ${percent(after)} of the stocks are off then, ${percent(before)} now${how}. ${why}.`,
  ];
}

/** Why a class is sold and bought too: in other accounts, or for a share that costs more than was to be sold. */
function bothWays(orders: readonly Order[]): string[] {
  return assetClasses.flatMap((key, index) => {
    const own = orders.filter(({ place }) => place.stands === index);
    const accounts = [true, false].map((buys) => own.filter(({ units }) => units > 0 === buys));
    const [bought, sold] = accounts.map((some) => new Set(some.map(({ place }) => place.account)));
    if (bought === undefined || sold === undefined || bought.size === 0 || sold.size === 0) return [];
    const label = labelOf(key);
    return ![...bought].some((account) => sold.has(account))
      ? [`${label}: sold in one account and bought in another, for money stays in its account.`]
      : [
          `${label}: a share sold there costs more than was to be sold; what was too much goes into a fund of ${label.toLowerCase()}.`,
        ];
  });
}
