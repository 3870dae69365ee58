import { assetClasses } from '../../schemas/classification.ts';
import { usd } from '../amounts.ts';
import { labelOf } from '../labels.ts';
import { listed } from '../listed.ts';
import { toMoney } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import { stillOutside } from './bands.ts';
import type { Decision } from './decide.ts';
import type { Place } from './seats.ts';

/**
 * What becomes of each account's loan, or of what is still to be settled in it, which no other account's cash repays. Where a weight stays
 * outside its band also why no more of it is repaid: `explained` says whether there is such a reason.
 *
 * @param pending accounts whose cash below zero is no loan
 */
export function debtNotes(
  decision: Decision,
  unit: MoneyUnit,
  pending: ReadonlySet<string>,
): { notes: string[]; explained: boolean } {
  const { board, orders, how, rows, bands } = decision;
  const outside = stillOutside(rows, bands);
  let explained = false;
  const notes = board.places.flatMap(({ account, accountName, debt }) => {
    if (toMoney(debt, unit) <= 0) return [];
    const all = usd(toMoney(debt, unit));
    const lacks = pending.has(accountName);
    const owing = lacks ? `${accountName} lacks ${all} in cash` : `${accountName} owes ${all}`;
    const sellable = board.places.filter(
      (one) => one.account === account && one.debt <= 0 && one.holding !== null && one.quantity > 0,
    );
    // A mortgage is an account of its own, in which nothing could be sold.
    if (sellable.length === 0) {
      explained = true;
      return [`${accountName} owes ${all}, and holds nothing that could be sold to repay it.`];
    }
    if (how.onlyNewMoney) {
      explained = true;
      return [`${owing}, and nothing is bought there: only new money is spent, so nothing is sold to repay it.`];
    }
    const inflow = -orders.reduce((sum, { place, units }) => sum + (place.account === account ? units : 0), 0);
    const left = toMoney(Math.max(0, debt - Math.max(0, inflow)), unit);
    const first = lacks ? 'what is sold there settles that first' : 'what is sold there repays that first';
    if (left <= 0) return [`${owing}: ${first}; ${lacks ? 'nothing is lacking then' : 'it is repaid in full'}.`];
    const why = outside ? whyNoMore(decision, account, sellable, unit) : '';
    explained ||= why !== '';
    const then = lacks ? 'is still lacking then' : 'of it stays owed';
    return [`${owing}: ${first}; ${usd(left)} ${then} and nothing is bought there${why}.`];
  });
  return { notes, explained };
}

/** Why an account does not sell more of what it holds to repay what it owes; empty where that is not for want of something. */
function whyNoMore(
  { board, orders, minimumTrade }: Decision,
  account: number,
  sellable: readonly Place[],
  unit: MoneyUnit,
): string {
  const changed = new Map(orders.map(({ place, units }) => [place, units]));
  const left = sellable.filter((place) => place.held + (changed.get(place) ?? 0) >= 1);
  if (left.length === 0) return ', for all that could be sold there is sold';
  if (left.every((place) => place.held + (changed.get(place) ?? 0) < minimumTrade)) {
    return `, for what is left there is below the smallest trade, ${usd(toMoney(minimumTrade, unit))}`;
  }
  const elsewhere = (stands: number) =>
    board.places.some((one) => one.account !== account && one.buyable && one.stands === stands);
  if (left.some(({ stands }) => stands < 0 || elsewhere(stands))) return '';
  const classes = [...new Set(left.map(({ stands }) => assetClasses[stands] ?? 'other'))];
  const named = listed(classes.map((key) => labelOf(key).toLowerCase()));
  return `: to sell more there, a fund of ${named} would have to be chosen that another account can buy instead`;
}
