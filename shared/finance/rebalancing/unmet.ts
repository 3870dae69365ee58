import { toMoney } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import { usd } from '../amounts.ts';
import { wordOf } from '../labels.ts';
import { listed } from '../listed.ts';
import { outOfBand, stillOutside } from './bands.ts';
import type { Decision } from './decide.ts';
import { offBy } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { classesWithoutFund, idleAccounts } from './notes.ts';
import { tradeInPhases } from './phases.ts';
import { turnover } from './weights.ts';

/** A weight so little below its target is at it. */
const EVEN = 0.001;
/** Of the portfolio: coming nearer by less is not worth a word. */
const NEARER = 0.005;
/** Of so many places it is not tried what would bring them nearer: that takes as long as the plan itself. */
const MANY = 2000;
/** One hundred units: below a dollar nothing trades. */
const LEAST = 100;

/**
 * Why nothing is traded, or why the trades stop outside a band, where nothing said so far says so. Changes the board.
 *
 * @param said of the notes on the plan: whether they tell nothing but what is owed, and whether they explain why a loan stays
 */
export function whyNoFurther(
  decision: Decision,
  said: { nothing: boolean; explained: boolean },
  unit: MoneyUnit,
  shares: 'whole' | 'fractional',
): string[] {
  const { board, orders, rows, bands } = decision;
  const classesOff = classesWithoutFund(rows, board).length === 0 && stillOutside(rows, bands);
  if (orders.length === 0) return classesOff || said.nothing ? [whyNothing(decision, unit, shares)] : [];
  const explained = said.explained || idleAccounts(rows, board).length > 0;
  return [
    ...noNearer(decision),
    ...pushedOut(decision),
    ...(classesOff ? whyNotNearer(decision, unit, shares, explained) : []),
  ];
}

/** Regions that the trades take out of their bands, as funds of several regions do for the sake of others. */
function pushedOut({ rows, bands }: Decision): string[] {
  const pushed = rows.filter(
    ({ breakdown, before, after, target }) =>
      breakdown === 'region' &&
      !outOfBand({ weight: before, target }, bands) &&
      outOfBand({ weight: after, target }, bands),
  );
  if (pushed.length === 0) return [];
  const names = listed(pushed.map(({ key }) => wordOf(key)));
  return [
    `These trades take ${names} out of ${pushed.length === 1 ? 'its band' : 'their bands'}: with the funds held no trades were found that come as near to all the targets and keep ${pushed.length === 1 ? 'it' : 'them'}.`,
  ];
}

/** Percentages of a tenth show no difference below it. */
const SHOWN = 0.0005;

/** New money for what is most short, while cash is short as well: the widest gap closes, and the sum of all gaps stays. */
function noNearer({ rows, how }: Decision): string[] {
  const cash = rows.find(({ breakdown, key }) => breakdown === 'assetClass' && key === 'cash');
  const [before, after] = [turnover(rows, 'before'), turnover(rows, 'after')];
  if (!how.onlyNewMoney || cash === undefined || cash.after > cash.target - EVEN) return [];
  if (after < EVEN || before - after >= SHOWN) return [];
  return [
    'The purchases go where most is missing. Cash is short of its own target too, so that what is off target in all stays the same: kept as cash, the money would do as much.',
  ];
}

/** Why there is no trade: what would allow one is found by trying it. */
function whyNothing(decision: Decision, unit: MoneyUnit, shares: 'whole' | 'fractional'): string {
  const { needed, newMoney, minimumTrade, rows, how } = decision;
  if (!needed && !how.onlyNewMoney) return 'Every weight is inside its band, so no trade is called for.';
  if (how.onlyNewMoney && rows.every(({ key, after, target }) => key === 'cash' || after > target - EVEN)) {
    return 'Nothing but cash is below its target, so the new money stays in cash.';
  }
  const smallest = usd(toMoney(minimumTrade, unit));
  if (how.onlyNewMoney && newMoney < minimumTrade) return `The new money is less than the smallest trade, ${smallest}.`;
  const some = () => decision.board.places.some(({ delta }) => delta !== 0);
  const trades = (least: number) => {
    tryInParts(decision, least, some);
    return some();
  };
  if (shares === 'whole' && trades(minimumTrade)) {
    return 'In whole shares no trade was found that brings it nearer to the target; in parts of shares some would.';
  }
  return trades(LEAST)
    ? `No trade of ${smallest} or more brings it nearer to the target; smaller ones would.`
    : 'With the funds held, and where they are held, no trade brings it nearer to the target.';
}

/** Why the trades leave a weight outside its band, where parts of shares or smaller trades would not. */
function whyNotNearer(
  decision: Decision,
  unit: MoneyUnit,
  shares: 'whole' | 'fractional',
  explained: boolean,
): string[] {
  const { after, aim, how, minimumTrade, board } = decision;
  if (how.onlyNewMoney) return [];
  if (board.places.length > MANY) return ['A weight stays outside its band: nothing nearer to the target was found.'];
  const left = offBy(after.map((value, index) => value - (aim[index] ?? 0)));
  const nearer = (least: number) => left - offBy(tryInParts(decision, least)) > 2 * NEARER * board.whole;
  if (shares === 'whole' && nearer(minimumTrade)) {
    return [
      'A weight stays outside its band: in whole shares nothing nearer to the target was found, in parts of shares there is.',
    ];
  }
  if (nearer(LEAST)) {
    return [
      `A weight stays outside its band: only trades of less than ${usd(toMoney(minimumTrade, unit))} would bring it nearer.`,
    ];
  }
  return explained
    ? []
    : [
        'A weight stays outside its band: with the funds held, and where they are held, no trades were found that come nearer to the target by half a percent of the portfolio.',
      ];
}

/** Trades anew, in parts of shares; gives how far from the target that leaves. */
function tryInParts({ board, aim, how }: Decision, minimumTrade: number, enough?: () => boolean): Exposure {
  for (const place of board.places) {
    place.delta = 0;
    place.grain = 0;
  }
  return tradeInPhases(board, aim, { ...how, minimumTrade, ...(enough !== undefined && { enough }) });
}
