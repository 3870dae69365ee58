import { called } from '../called.ts';
import type { Order } from './settle.ts';
import { isAdvantaged } from './sale-order.ts';

/**
 * Of each holding that is sold at a loss where gains are taxed and bought in some account: that the loss does not count. US tax law denies
 * it where the same is bought within 30 days (26 U.S.C. 1091), in an individual retirement account too (Revenue Ruling 2008-5).
 */
export function washSales(orders: readonly Order[]): string[] {
  const bought = Map.groupBy(
    orders.filter(({ units }) => units > 0),
    ({ holding }) => holding,
  );
  return orders.flatMap(({ place, holding, units }) => {
    const where = bought.get(holding)?.[0]?.place.accountName;
    if (units > 0 || where === undefined || isAdvantaged(place.accountType) || !((place.gain ?? 0) < 0)) return [];
    return [
      `${called(holding.symbol, holding.name)} is sold at a loss in ${place.accountName} and bought in ${where}: bought within 30 days, US tax law does not count that loss (a wash sale).`,
    ];
  });
}
