import { fixed } from '../../finance/amounts.ts';
import type { Trade } from '../../schemas/rebalancing.ts';

/** Decimals that units are printed with: two, and four below one. */
const decimalsOf = (units: number): number => (units < 1 ? 4 : 2);

/**
 * The units of orders as they are printed: all of them where all that is held is sold, else rounded down. No more is sold than is held, and what is bought in an account costs no more
 * than what is printed as sold there brings beside its cash. What the sales lose by rounding, the largest purchase of parts of a share does without.
 */
export function orderUnits(trades: readonly Trade[]): Map<Trade, number> {
  const printed = new Map(
    trades.map((trade) => [
      trade,
      trade.all === true ? trade.quantity : roundedDown(trade.quantity, decimalsOf(trade.quantity)),
    ]),
  );
  for (const own of Map.groupBy(trades, ({ accountName }) => accountName).values()) {
    // Whole shares lose nothing, and nobody buys a part of one.
    const cut = own.filter((trade) => printed.get(trade) !== trade.quantity);
    const short = cut.reduce((sum, trade) => {
      const lost = (trade.quantity - (printed.get(trade) ?? 0)) * trade.price;
      return trade.action === 'sell' ? sum + lost : sum - lost;
    }, 0);
    const [largest] = cut.filter(({ action }) => action === 'buy').toSorted((one, other) => other.value - one.value);
    if (short <= 0 || largest === undefined || largest.price <= 0) continue;
    const units = Math.max(0, (printed.get(largest) ?? 0) - short / largest.price);
    printed.set(largest, roundedDown(units, decimalsOf(largest.quantity)));
  }
  return printed;
}

/** Without the hair by which floating arithmetic misses a whole number of the last decimal. */
function roundedDown(units: number, decimals: number): number {
  const down = Number(fixed(units, decimals));
  return down <= units ? down : Number(fixed(down - 10 ** -decimals, decimals));
}
