import { assetClasses } from '../../schemas/classification.ts';
import { percent, usd } from '../amounts.ts';
import { labelOf } from '../labels.ts';
import { listed } from '../listed.ts';
import { toMoney } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import type { Decision } from './decide.ts';
import { MOSTLY } from './exposure.ts';
import { isPlanAtWork } from './representatives.ts';
import { isAdvantaged } from './sale-order.ts';
import type { Place } from './seats.ts';

/** Of the portfolio: a class so far off, and what a fund would close of it. */
const WORTH = 0.01;

/** A class that the trades leave off its target: how much of it, in units. */
interface Off {
  index: number;
  label: string;
  units: number;
}

/**
 * What would reach a class that the trades leave short: tax-advantaged accounts that hold what there is too much of and can buy none of
 * it, the one that closes most first, with how much it would close. Says nothing where nothing may be sold or no trade is called for.
 */
export function fundsToChoose({ board, orders, rows, needed, how }: Decision, unit: MoneyUnit): string[] {
  if (!needed || how.onlyNewMoney) return [];
  const { places, exposures, debts, whole } = board;
  const offs = assetClasses.flatMap((key, index): Off[] => {
    const row = rows.find((one) => one.breakdown === 'assetClass' && one.key === key);
    const off = row === undefined ? 0 : row.after - row.target;
    return key === 'cash' || Math.abs(off) <= WORTH
      ? []
      : [{ index, label: labelOf(key).toLowerCase(), units: off * whole }];
  });
  const partOf = ({ exposure }: Place, { index }: Off) => exposures[exposure]?.[index] ?? 0;
  const over = offs.filter(({ units }) => units > 0);
  const traded = new Map(orders.map(({ place, units }) => [place, units]));
  const sheltered = Map.groupBy(
    places.filter(
      ({ account, accountType, holding }) => isAdvantaged(accountType) && holding !== null && !debts.has(account),
    ),
    ({ accountName }) => accountName,
  );
  return offs
    .filter(({ units }) => units < 0)
    .toSorted((one, other) => one.units - other.units)
    .flatMap((short) => {
      const canSell = [...sheltered]
        .filter(([, own]) => !own.some((place) => place.buyable && partOf(place, short) >= MOSTLY))
        .map(([name, own]) => ({ name, parts: over.map((one) => ({ one, held: heldOf(own, one) })) }))
        .toSorted((a, b) => sumOf(b.parts) - sumOf(a.parts));
      return canSell.flatMap(({ name, parts }) => saysOf(name, parts, short));
    });

  /** What an account then holds of a class in funds and shares that are mostly of it. */
  function heldOf(own: readonly Place[], one: Off): number {
    const mostly = own.filter((place) => partOf(place, one) >= MOSTLY);
    return mostly.reduce((sum, place) => sum + (place.held + (traded.get(place) ?? 0)) * partOf(place, one), 0);
  }

  /** Takes what the account would close off the gaps that are left. */
  function saysOf(name: string, parts: readonly { one: Off; held: number }[], short: Off): string[] {
    let sum = 0;
    const closed = parts.map(({ one, held }) => {
      const units = Math.min(held, one.units, -short.units - sum);
      sum += units;
      return { one, units };
    });
    if (sum < WORTH * whole) return [];
    for (const { one, units } of closed) one.units -= units;
    short.units += sum;
    const labels = closed.filter(({ units }) => units > 0).map(({ one }) => one.label);
    const could = `In ${name} ${usd(toMoney(sum, unit))} of ${listed(labels)} could become ${short.label} without tax, ${percent(sum / whole)} of the portfolio`;
    return isPlanAtWork(name)
      ? [`${could}: no fund held there is mostly ${short.label}. See whether one is on the plan’s list.`]
      : [`${could}: a fund of ${short.label} would have to be chosen there.`];
  }
}

const sumOf = (parts: readonly { held: number }[]): number => parts.reduce((sum, { held }) => sum + held, 0);
