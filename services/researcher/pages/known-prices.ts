import type { KnownPrice } from '../../../shared/agents/research/prices/known-price.ts';
import { readMarket } from '../../../shared/database/market-cache.ts';
import type { Queryable } from '../../../shared/database/client.ts';
import { knownName } from '../topic/known-name.ts';

/** A close of longer ago says too little of what a share costs. */
const DAYS = 60;

/** The newest closes in dollars that the fleet has stored of some symbols, of the last two months; none is asked for. */
export async function knownPrices(db: Queryable, symbols: readonly string[], today: string): Promise<KnownPrice[]> {
  const from = new Date(Date.parse(today) - DAYS * 86_400_000).toISOString().slice(0, 10);
  const wanted = [...new Set(symbols)].map((symbol) => ({ symbol, from }));
  const { quotes } = await readMarket(db, wanted, today);
  const newest = new Map<string, KnownPrice>();
  for (const { symbol, price, currency, day } of quotes) {
    const before = newest.get(symbol);
    if (currency !== 'USD' || Number(price) <= 0 || (before !== undefined && before.day >= day)) continue;
    newest.set(symbol, { symbol, name: knownName(symbol) ?? symbol, usd: Number(price), day });
  }
  return [...newest.values()];
}
