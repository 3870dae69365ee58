import { assetClasses } from '../../schemas/classification.ts';
import { usd } from '../amounts.ts';
import { called } from '../called.ts';
import { labelOf } from '../labels.ts';
import { toMoney } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import type { Decision } from './decide.ts';
import { MOSTLY } from './exposure.ts';
import { isPlanAtWork } from './representatives.ts';
import { isPurse } from './seats.ts';
import type { Place } from './seats.ts';

/** A weight so far from its target after all trades is worth a word. */
const OFF = 0.01;

/**
 * Of each account that keeps money while a class is short: that no fund of that class can be bought there, though one is held elsewhere.
 * Says nothing where no account can buy one, nor where cash is not above its target.
 */
export function notOffered({ board, orders, rows, minimumTrade }: Decision, unit: MoneyUnit): string[] {
  const rowOf = (key: string) => rows.find((row) => row.breakdown === 'assetClass' && row.key === key);
  const cash = rowOf('cash');
  if (cash === undefined || cash.after - cash.target <= OFF) return [];
  const { places, exposures, debts } = board;
  const { coinsOnly } = board;
  const isOf = ({ holding, exposure }: Place, index: number) =>
    holding !== null && (exposures[exposure]?.[index] ?? 0) >= MOSTLY;
  const short = assetClasses.flatMap((key, index) => {
    const row = rowOf(key);
    const fund = places
      .filter((place) => place.buyable && place.held > 0 && isOf(place, index))
      .reduce<Place | undefined>((most, place) => (place.held > (most?.held ?? 0) ? place : most), undefined);
    return key === 'cash' || row === undefined || row.target - row.after <= OFF || !fund?.holding
      ? []
      : [{ index, label: labelOf(key).toLowerCase(), holding: fund.holding }];
  });
  if (short.length === 0) return [];
  const spent = new Map<number, number>();
  for (const { place, units } of orders) spent.set(place.account, (spent.get(place.account) ?? 0) + units);
  const buyable = Map.groupBy(
    places.filter((place) => place.buyable),
    ({ account }) => account,
  );
  return places
    .filter((place) => isPurse(place, debts) && place.debt === 0)
    .flatMap(({ account, accountName, held }) => {
      const left = held - (spent.get(account) ?? 0);
      if (left < Math.max(1, minimumTrade)) return [];
      const own = buyable.get(account) ?? [];
      return short
        .filter(({ index }) => !own.some((place) => isOf(place, index)))
        .map(({ label, holding }) => {
          const cashLeft = `${accountName} keeps ${usd(toMoney(left, unit))} in cash`;
          if (coinsOnly.has(accountName)) return `${cashLeft}: it holds coins alone, and no fund is bought there.`;
          const keeps = `${cashLeft}: no fund held there is mostly ${label}`;
          return isPlanAtWork(accountName)
            ? `${keeps}, and a plan at work sells the funds of its own list only. See whether a fund of ${label} is on it.`
            : `${keeps}, and ${called(holding.symbol, holding.name)}, held elsewhere, is taken to be sold only where it is held, or other mutual funds of its house.`;
        });
    });
}
