import type { KnownPrice } from '../../../shared/agents/research/prices/known-price.ts';
import { readMarket } from '../../../shared/database/market-cache.ts';
import type { Queryable } from '../../../shared/database/client.ts';
import { isPlausible } from '../../../shared/market/plausible.ts';
import { knownName } from '../topic/known-name.ts';

/** A close of longer ago says too little of what a share costs. */
const DAYS = 60;

/**
 * The newest closes in dollars that the fleet has stored of some symbols, of the last two months; none is asked for. One that stands by
 * itself, or far from most others of its symbol, is not known: a source may be wrong, and the pricer did not use it then.
 */
export async function knownPrices(db: Queryable, symbols: readonly string[], today: string): Promise<KnownPrice[]> {
  const from = new Date(Date.parse(today) - DAYS * 86_400_000).toISOString().slice(0, 10);
  const wanted = [...new Set(symbols)].map((symbol) => ({ symbol, from }));
  const { quotes } = await readMarket(db, wanted, today);
  const inDollars = quotes.filter(({ currency, price }) => currency === 'USD' && Number(price) > 0);
  return [...Map.groupBy(inDollars, ({ symbol }) => symbol)].flatMap(([symbol, closes]) => {
    const [newest, ...others] = closes.toSorted((one, other) => (one.day > other.day ? -1 : 1));
    if (newest === undefined) return [];
    const near = others.filter(({ price, day }) => isPlausible(newest, { price: Number(price), asOf: day }));
    if (near.length === 0 || near.length * 2 < others.length) return [];
    return [{ symbol, name: knownName(symbol) ?? symbol, usd: Number(newest.price), day: newest.day }];
  });
}
